"""Bankruptcies that are odd or typed wrongly: each command answers in a sentence, and nothing goes out that may not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_claim import CASE, CREDITOR, LAWS, PETITION

from kit.cli import main

TODAY = "2026-10-20"
KNOWN = CASE + CREDITOR
PERSON = KNOWN.replace("Late Paper Supply Inc.", "Pat Moss").replace("kind: corporation", "kind: individual")
CITY = KNOWN.replace("Late Paper Supply Inc.", "Town of Overton").replace("kind: corporation", "kind: government")
ELEVEN = PETITION.replace("chapter: 7", "chapter: 11").replace("  bar_date: 2026-12-21\n", "")
ABROAD = "insolvency: {kind: foreign, on: 2026-10-01, who: Casey Ward}\n"
ROBIN = "guarantors: [{name: Robin Vale, kind: individual, petition_on: 2026-10-01}]\n"
GAP = CASE.replace("2026-06-02,", "2026-10-14, delivered_on: 2026-10-14,") + CREDITOR


def filed(**changes: str) -> str:
    """Return the petition with other days or words, and with further lines."""
    lines = dict(line.strip().split(": ", 1) for line in PETITION.splitlines()[1:])
    return "bankruptcy:\n" + "".join(f"  {key}: {value}\n" for key, value in {**lines, **changes}.items() if value)


@pytest.fixture
def kit(tmp_path, monkeypatch):
    """Return a function that runs a command of `kit` on a case of that text."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "kit.yaml").write_text(f"jurisdictions: {json.dumps(str(LAWS))}\n", encoding="utf-8")
    (tmp_path / "acme" / "agreement.txt").write_text("Catalogue agreement of May 1, 2026.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def command(text: str, words: str) -> tuple[int, str]:
        if text:
            Path("acme/case.yaml").write_text(text, encoding="utf-8")
        name, *rest = words.split()
        as_of = [] if "--as-of" in rest else ["--as-of", TODAY]
        result = CliRunner().invoke(main, [name, "acme", *rest, *as_of])
        assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
        assert "Traceback" not in result.output
        return result.exit_code, " ".join(result.output.split())

    return command


def made() -> list[str]:
    """Return what was made, without the days in the names."""
    return sorted({path.name.split(".")[0][11:] for path in Path("acme").glob("out/*")})


@pytest.mark.parametrize(
    ("text", "check", "then", "paper", "claim"),
    [
        pytest.param(KNOWN + filed(petition_on="2026-04-01", bar_date=""), "K704", "own-books", "own-books", "K730",
                     id="petition-before-the-agreement"),
        pytest.param(KNOWN + filed(chapter="15"), "K709", "stop-list", "stop-list", "K774", id="chapter-15"),
        pytest.param(CITY + filed(chapter="9", bar_date=""), "K721", "stop-list", "stop-list", None, id="chapter-9"),
        pytest.param(KNOWN + ABROAD, "K718", "stop-list", "stop-list", "`kit letter CASE` makes the claim",
                     id="foreign-insolvency"),
        pytest.param(PERSON + filed(spouse_only="yes"), "K714", "own-books", "own-books", "K775", id="spouse-alone"),
        pytest.param(KNOWN + ROBIN, "K713", "own-books", "own-books", "only Robin Vale, a guarantor, filed",
                     id="guarantor-alone"),
        pytest.param(KNOWN + filed(petition_on="2026-11-30", bar_date=""), "K706", "own-books", "own-books",
                     "the petition is dated 2026-11-30, which is later", id="petition-to-come"),
        pytest.param(KNOWN + filed(dismissed_on="2026-10-15"), "K703", "own-books", "own-books", "K776",
                     id="dismissed"),
        pytest.param(KNOWN + filed(closed_on="2026-10-15"), "K712", "own-books", "own-books", "K776", id="closed"),
        pytest.param(KNOWN.replace("4800.00", "0.00") + PETITION, "K116", "stop-list", "stop-list", "K730",
                     id="nothing-charged"),
        pytest.param("currency: EUR\n" + KNOWN + PETITION, "K700", "stop-list", "stop-list", "K731", id="euro"),
        pytest.param(KNOWN.replace("2026-06-02,", "2026-10-14, delivered_on: 2026-10-14,") + PETITION, "K707",
                     "stop-list", "stop-list", "K730", id="invoices-of-after-alone"),
        pytest.param(KNOWN + ELEVEN, "K721", "stop-list", "stop-list", None, id="chapter-11-without-a-day"),
        pytest.param(KNOWN + filed(bar_date="2026-10-19"), "K727", "stop-list", "stop-list", None, id="late"),
    ],
)  # fmt: skip
def test_each_is_answered_by_every_command(kit, text, check, then, paper, claim):
    """`kit check`, `next`, `letter` and `claim` each say what it means; a claim that cannot be is not made."""
    assert check in kit(text, "check")[1]
    assert then in kit("", "next")[1]
    kit("", "letter")
    assert made() == [paper]
    code, said = kit("", "claim")

    assert code == (1 if claim else 0), said
    assert (claim or check) in said
    assert ("proof-of-claim" in made()) is not bool(claim)


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ({"bar_date": "2026-10-11"}, "the bar date of 2026-10-11 is before the petition of 2026-10-12"),
        ({"government_bar_date": "2026-10-11"}, "the bar date of public bodies of 2026-10-11 is before the petition"),
        ({"converted": "[{on: 2026-10-11, to: 11}]"}, "the conversion of 2026-10-11 is before the petition"),
        ({"converted": "[{on: 2026-10-14, to: 11}, {on: 2026-10-13, to: 7}]"}, "not in the order of their days"),
        ({"discharged_on": "2026-10-11"}, "`discharged_on` 2026-10-11 is before the petition"),
        ({"dismissed_on": "2026-10-11"}, "`dismissed_on` 2026-10-11 is before the petition"),
        ({"no_asset_notice_on": "2026-10-11"}, "the notice of no assets of 2026-10-11 is before the petition"),
        ({"rejected_contract_on": "2026-10-11"}, "the rejection of the contract of 2026-10-11 is before the petition"),
        ({"earlier": "[{petition_on: 2026-09-01}]"}, "there would be two at once"),
        ({"earlier": "[{petition_on: 2026-10-12, dismissed_on: 2026-10-13}]"}, "is not before that of 2026-10-12"),
        ({"petition_on": "2026-02-29"}, "2026-02-29"),
        ({"chapter": "8"}, "chapter"),
        ({"goods_on_form": "perhaps"}, "goods_on_form"),
    ],
)
@pytest.mark.parametrize("command", ["check", "next", "letter", "claim"])
def test_days_that_cannot_be_are_named(kit, command, days, why):
    """A slip in the case is named with its line by every command, and nothing is made."""
    code, said = kit(KNOWN + filed(**days), command)

    assert code == 1
    assert why in said
    assert "case.yaml:" in said
    assert made() == []


@pytest.mark.parametrize("over", ["dismissed_on", "closed_on"])
@pytest.mark.parametrize(
    ("paper", "said", "law"),
    [
        ("notices", "no notices to creditors", "§ 3"),
        ("lost", "no claim is filed that this statement could go with", "§ 3"),
        ("withdrawal", "no claim is dealt with in it any more", "§ 3"),
        ("preference", "no suit to have payments back can begin any more", "§ 546(a)(2)"),
        ("goods", "File no claim", "§ 3"),
        ("worth", "File no claim", "§ 3"),
    ],
)
def test_papers_of_a_case_that_is_over(kit, over, paper, said, law):
    """A paper that a dismissed or closed case leaves without use is not made, and each says why; the day before it is.

    With goods there is no paper the day before either: this case has none of those days.
    """
    text = KNOWN + filed(**{over: "2026-10-16", "claims": "[{on: 2026-10-14, number: 14}]"})
    code, told = kit(text, f"claim --paper {paper}")

    assert code == 1
    assert "K776" in told
    assert said in told
    assert law in told
    assert made() == []
    assert kit("", f"claim --paper {paper} --as-of 2026-10-15")[0] == (paper == "goods")


def test_a_second_petition_while_the_first_stands(kit):
    """Two petitions at once are refused with the way out; after a dismissal the second one counts for the claim."""
    code, said = kit(KNOWN + PETITION, "log bankruptcy --petition-on 2026-10-15")
    assert (code, "two petitions at once cannot be" in said) == (1, True)

    assert kit("", "log bankruptcy --dismissed-on 2026-10-14")[0] == 0
    assert "K776" in kit("", "claim")[1]
    assert kit("", "log bankruptcy --petition-on 2026-10-16 --chapter 7 --number 26-2")[0] == 0
    code, said = kit("", "claim")

    assert code == 0, said
    assert "proof-of-claim" in made()
    record = next(Path("acme").glob("out/*proof-of-claim.record.yaml")).read_text("utf-8")
    assert "K776" not in record


@pytest.mark.parametrize(
    ("news", "command", "code"),
    [("--discharged-on", "check", "K702"), ("--dismissed-on", "claim", "K776"), ("--closed-on", "claim", "K776")],
)
def test_a_slip_is_taken_back_where_it_stands(kit, news, command, code):
    """What an entry says is undone by its number; what the case says is corrected in the case."""
    key = news[2:].replace("-", "_")
    kit(KNOWN + filed(), f"log bankruptcy {news} 2026-10-15")

    assert f"{code}" in (told := kit("", command)[1])
    assert "`kit log CASE undo 1`" in told
    told = kit(KNOWN + filed(**{key: "2026-10-15"}), "log undo 1") and kit("", command)[1]
    assert code in told
    assert f"correct `{key}` in `case.yaml`" in told


def test_a_petition_of_a_leap_day(kit):
    """The twenty-ninth of February is a day like any other: 70 days later is the ninth of May."""
    old = KNOWN.replace("2026-05-01", "2023-11-01").replace("2026-06-02", "2023-12-02")
    code, said = kit(old + filed(petition_on="2024-02-29", bar_date="2024-05-10"), "check --as-of 2024-03-05")

    assert code == 1
    assert "70 days after the petition is 2024-05-09" in said


def test_debts_of_the_gap_after_the_order_are_frozen(kit):
    """What creditors' petition and the order enclose is claimed, and after the order no letter asks for it."""
    order = filed(involuntary="yes", order_for_relief_on="2026-10-18", bar_date="")
    before = kit(GAP.replace("2026-05-01", "2026-10-13") + filed(involuntary="yes", bar_date=""), "check")[1]
    after = kit(GAP.replace("2026-05-01", "2026-10-13") + order, "check")

    assert "K704" in before
    assert after[0] == 1
    assert "stop[K700]" in after[1]
