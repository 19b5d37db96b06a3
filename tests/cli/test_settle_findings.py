"""What `kit settle` says before it offers anything: every finding, by the case that calls for it."""

import pytest
from settle_cases import PERSON, USUAL, run, written

DISPUTED = "--pay 3,500 --by 2026-07-15 --stance disputed"
SAID = "log acme disputed --invoice INV-1 --on 2026-05-01"
FILED = "log acme filed --court OC --number SC-7 --amount 4,800 --on 2026-05-02"
GUARANTOR = (
    "guarantors:\n  - {name: Robin Vale, kind: individual, "
    "address: {street: 7 Elm Ct, city: Overton, state: XF, zip: 02138}}\n"
)
CONSUMER = (PERSON, ("format: 1\n", "format: 1\npurpose: consumer\n"))
OLD = (("2026-01-02", "2019-01-02"), ("2026-02-02", "2019-02-02"), ("2025-05-01", "2018-05-01"))
FINDINGS = [
    ("stop[K820]", (), "", [SAID], USUAL),
    ("stop[K820]", (), "", ["log acme answered --reason disputes_work --on 2026-05-01"], USUAL),
    ("note[K821]", (), "", [], DISPUTED),
    ("stop[K822]", (), "", [SAID], f"{DISPUTED} --default whole"),
    ("note[K823]", (("governing_law: us-xf", "governing_law: us-xg"),), "", [], f"{USUAL} --default whole"),
    ("stop[K824]", (), "", [], f"{USUAL} --dismiss"),
    ("stop[K825]", (), "", [FILED], USUAL),
    ("stop[K826]", (), "", [FILED, "log acme judgment --principal 4,800 --on 2026-06-01"], f"{USUAL} --dismiss"),
    (
        "stop[K827]",
        (),
        "",
        [f"settle acme {USUAL}", "log acme signed"],
        USUAL,
    ),
    ("note[K828]", (), "", [], USUAL),
    (
        "stop[K829]",
        (*[PERSON], ("format: 1\n", "format: 1\npurpose: consumer\n")),
        "",
        [],
        f"{USUAL} --no-disparagement",
    ),
    ("note[K830]", (), GUARANTOR, [], USUAL),
    ("note[K831]", (), "", [], USUAL),
    ("note[K839]", (), "", [SAID], DISPUTED),
    ("note[K839]", (("governing_law: us-xf", "governing_law: us-xg"),), "", [], USUAL),
    ("note[K880]", CONSUMER, "", [], f"{USUAL} --release mutual"),
    ("note[K803]", (), "", [], f"{USUAL} --in 60"),
    ("note[K804]", (), "", [], USUAL),
    ("note[K805]", (), "", [], USUAL),
    ("stop[K150]", (*OLD, PERSON), "", [], USUAL),
    ("note[K151]", (*OLD, PERSON), "", [], USUAL),
    ("stop[K832]", (), "", [], None),
]


@pytest.mark.parametrize(("found", "changes", "more", "before", "words"), FINDINGS, ids=lambda one: str(one)[:40])
def test_it_is_said(tmp_path, monkeypatch, found, changes, more, before, words):
    """Each finding comes in its case, and not in the plain one unless it belongs to every settlement."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, *changes, more=more)
    for one in before:
        run(one)
    typed = f"settle acme {words} --show" if words else "letter acme --step settlement-missed"
    assert found in run(typed, code=None)


@pytest.mark.parametrize("code", sorted({one[0][5:9] for one in FINDINGS} - {"K828", "K831", "K804", "K805"}))
def test_it_is_not_said_of_the_plain_case(tmp_path, monkeypatch, code):
    """A settlement of an undisputed debt with a company meets none of them."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    assert code not in run(f"settle acme {USUAL} --show")


def test_a_debt_out_of_time_is_not_settled_with_a_person(tmp_path, monkeypatch):
    """For a natural person nobody can override it: the offer would ask for part payment of a debt out of time."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, *OLD, PERSON)
    words = ["settle", "acme", *USUAL.split(), "--override", "K150", "--because", "they want it"]
    assert "K150 cannot be overridden" in run(words, code=1)
    assert not (tmp_path / "acme" / "out").exists()


def test_a_company_may_settle_what_is_out_of_time_with_a_reason(tmp_path, monkeypatch):
    """Against a company the user decides, and reads first what a signature and a payment would revive."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, *OLD)
    said = run(["settle", "acme", *USUAL.split(), "--override", "K150", "--because", "they asked"])
    assert "out of time since" in said


def test_the_safe_default_follows_the_law(tmp_path, monkeypatch):
    """Where nobody chose, the whole debt comes back only where the law is known to let it."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    assert "the whole debt is owed" in run(f"settle acme {USUAL} --show")
    assert "what is unpaid of the settlement sum is owed" in run(f"settle acme {DISPUTED} --show")
    written(tmp_path, ("governing_law: us-xf", "governing_law: us-xg"))
    assert "what is unpaid of the settlement sum is owed" in run(f"settle acme {USUAL} --show")
    written(tmp_path, ("governing_law: us-xf", "governing_law: us-zz"))
    run(f"settle acme {USUAL} --show", code=None)


def test_without_any_law_on_record_the_papers_are_made_all_the_same(tmp_path, monkeypatch):
    """A state whose law nobody wrote down gets the cautious clause and no statute, never a traceback."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, ("governing_law: us-xf", "governing_law: us-xg"), ("forum: us-xf", "forum: us-xg"))
    said = run(f"settle acme {USUAL}")
    assert "K828" not in said
    assert (tmp_path / "acme" / "out" / "2026-06-10-settlement.pdf").exists()


def test_a_settlement_of_a_case_in_court_waits_for_its_dismissal(tmp_path, monkeypatch):
    """Once the money cleared, the next thing is to ask the court, within the days that the agreement gives."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    run(FILED)
    run(f"settle acme {USUAL} --dismiss")
    run("log acme signed")
    run("log acme paid --amount 3,500 --method transfer", "2026-07-01")
    run("log acme settled", "2026-07-02")
    assert "ask the court by 2026-07-16 to dismiss the case" in run("next acme", "2026-07-03")
    run("log acme dismissed", "2026-07-06")
    assert "Word that the settlement is paid" in run("next acme", "2026-07-07")
    run("letter acme", "2026-07-07")


def test_a_consumer_releases_nothing_unless_asked(tmp_path, monkeypatch):
    """The debtor's own release is left out where nobody chose it, and the paper says nothing of it."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, *CONSUMER)
    assert "K880" not in run(f"settle acme {USUAL}", code=None)
    told = run(f"settle acme {USUAL} --show --format json", code=None)
    assert '"release": "one-way"' in told


def test_a_debt_that_falls_at_the_signing_is_told_with_its_sums(tmp_path, monkeypatch):
    """Where the law is not on record, you read what you would lose, and how to choose otherwise."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, ("governing_law: us-xf", "governing_law: us-xg"))
    said = " ".join(run(f"settle acme {USUAL} --show").split())
    assert "the debt falls from $6,000.00 to $3,500.00; $2,500.00 is gone even if nothing is paid" in said
    assert "--default whole" in said


def test_nothing_is_no_settlement(tmp_path, monkeypatch):
    """A sum of nothing is refused with the way to give the debt up."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    for pay in ("0", "0.00", "$0", "0%"):
        said = " ".join(run(f"settle acme --pay {pay} --by 2026-07-15 --stance admitted", code=2).split())
        assert "nothing is no settlement" in said, pay


def test_days_of_waiting_end_on_business_days_and_today_is_no_day_to_wait_until(tmp_path, monkeypatch):
    """July 20 and 5 days are a Saturday, so Monday is in time; on that Monday nobody is told to wait until it."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    run("settle acme --pay 3,500 --by 2026-07-20 --stance admitted")
    run("log acme signed")
    assert "wait until 2026-07-27, the last day of grace" in run("next acme", "2026-07-25")
    assert "today is the last day of grace" in run("next acme", "2026-07-27")
    assert "was missed" in run("next acme", "2026-07-28")
    run("letter acme", "2026-07-28")
    run("log acme sent --step settlement-missed", "2026-07-28")
    assert "asks for $3,500.00 by today" in run("next acme", "2026-08-04")


def test_after_a_bounce_only_the_sum_is_owed_where_the_agreement_says_so(tmp_path, monkeypatch):
    """`kit next` says what stays given up, and the account agrees."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path)
    run(f"settle acme {USUAL} --default settled-sum")
    run("log acme signed")
    run("log acme paid --amount 3,500 --method check", "2026-07-01")
    run("log acme settled", "2026-07-12")
    run("log acme bounced --payment P-1", "2026-07-14")
    said = run("next acme", "2026-07-15")
    assert "$3,500.00 of it is open again" in said
    assert "the $2,500.00 that was given up stays given up" in said
