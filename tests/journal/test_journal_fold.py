"""The case with its journal folded in: one fact once, mistakes out, later days not yet known."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import event

from kit.findings import InvalidFile
from kit.journal import file, fold
from kit.journal.file import Journal
from kit.journal.fold import stand, superseded
from kit.journal.written import as_entry

LATE = date(2025, 1, 1)


def journal(*events):
    """Return a journal that holds ``events``, read from text so that places are known."""
    return file.parse("".join(as_entry(one) for one in events))


def made(n, on="2024-03-01", **more):
    """Return the entry of a paper."""
    files = [{"path": f"out/{n}.pdf", "sha256": "a"}]
    return event("made", n, on, document="letters/final-demand", files=files, inputs="x", record="r", **more)


def test_a_payment_logged_joins_those_of_the_file(case_file, find):
    """Payments of both files are one list, and each knows where it is written."""
    case = fold(case_file, journal(event("paid", 1, id="P-2", amount="50.00")), LATE, find=find, id="acme")

    assert [(one.id, one.amount) for one in case.payments] == [("P-1", Decimal("200.00")), ("P-2", Decimal("50.00"))]
    assert str(case.origin("payment:P-1")).startswith("case.yaml:13:")
    assert (
        str(case.origin("payment:P-2")) == "journal.yaml:1:1" or str(case.origin("payment:P-2")) == "journal.yaml:2:1"
    )
    assert case.origin("entry:1") == case.origin("payment:P-2")
    assert case.id == "acme"


@pytest.mark.parametrize(
    ("news", "line", "why"),
    [
        (
            [{"petition_on": "2025-03-01"}, {"bar_date": "2024-05-10"}, {"number": "24-7"}],
            "9:", "the bar date of 2024-05-10 is before the petition of 2025-03-01",
        ),
        ([{"petition_on": "2024-03-01"}, {"bar_date": "2024-02-01"}, {"bar_date": "2024-05-10"}], "", ""),
        (
            [{"petition_on": "2024-03-01"}, {"bar_date": "2024-02-01"}, {"bar_date": "2024-05-10"},
             {"discharged_on": "2024-01-05"}],
            "21:", "`discharged_on` 2024-01-05 is before the petition",
        ),
        ([{"petition_on": "2024-03-01", "bar_date": "2024-02-01"}], "3:", "the bar date of 2024-02-01"),
    ],
    ids=["another-year", "corrected", "corrected-and-wrong", "within-one-entry"],
)  # fmt: skip
def test_days_that_cannot_be_are_found_in_the_journal(case_file, news, line, why):
    """News that contradicts what stood before is named with file and line; what later news corrected is no fault."""
    entries = journal(*(event("bankruptcy", n, "2024-04-01", **one) for n, one in enumerate(news, 1)))
    if not why:
        assert str(fold(case_file, entries, LATE).bankruptcy.bar_date) == "2024-05-10"
        return
    with pytest.raises(InvalidFile) as caught:
        fold(case_file, entries, LATE)
    (fault,) = caught.value.findings

    assert fault.code == "K029"
    assert why in fault.message
    assert str(fault.place).startswith(f"journal.yaml:{line}")


def test_the_same_payment_in_both_files_is_one(case_file):
    """The same id with equal values is one fact; what only one place says is kept."""
    case = fold(case_file, journal(event("paid", 1, "2024-03-10", id="P-1", amount="200", reference="no. 7")), LATE)

    assert [(one.id, one.amount, one.method.value, one.reference) for one in case.payments] == [
        ("P-1", 200, "check", "no. 7")
    ]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"on": "2024-03-11", "amount": "200"}, 4),
        ({"on": "2024-03-10", "amount": "200.01"}, 6),
        ({"on": "2024-03-10", "amount": "200", "method": "cash"}, 7),
    ],
    ids=["day", "amount", "method"],
)
def test_the_same_payment_with_other_values_is_an_error_naming_both_places(case_file, find, values, line):
    """Two homes that contradict each other stop everything until the user corrects one."""
    with pytest.raises(InvalidFile) as caught:
        fold(case_file, journal(event("paid", 1, id="P-1", **values)), LATE, find=find)

    (found,) = caught.value.findings
    assert (found.code, found.place.path, found.place.line) == ("K190", "journal.yaml", line)
    assert "case.yaml:13:" in found.message


def test_a_bounced_payment_is_marked(case_file):
    """A payment of either file that came back has the day it did."""
    case = fold(case_file, journal(event("bounced", 1, "2024-03-15", payment="P-1")), LATE)

    assert case.payments[0].bounced_on == date(2024, 3, 15)


SHOW = "`kit log CASE show` lists the entries."
SENT_FIRST = "If it did not go out after all, undo entry 2 first."


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([event("bounced", 1, "2024-03-15", payment="P-11")], ("K191", "Did you mean P-1?")),
        ([event("bounced", 1, "2024-03-09", payment="P-1")], ("K194", "Correct one of the dates.")),
        ([event("disputed", 1, invoice="INV-11")], ("K195", "Did you mean INV-1?")),
        ([event("held", 1, invoice="zebra")], ("K195", "There are INV-1, INV-2.")),
        ([event("waived", 1, bucket="fees", invoice="INV-11")], ("K195", "Did you mean INV-1?")),
        ([event("disputed", 1, invoice="INV-1", lines=(3,))], ("K196", "Lines are counted from 1.")),
        ([event("disputed", 1, invoice="INV-2", amount="100.01")], ("K196", "")),
        ([event("released", 1, entry=4)], ("K193", SHOW)),
        ([event("note", 1, text="x"), event("released", 2, entry=1)], ("K193", SHOW)),
        ([event("sent", 1, made=3)], ("K193", SHOW)),
        ([event("undone", 1, entry=7)], ("K192", "`kit log CASE show` lists them.")),
        ([event("undone", 1, entry=1)], ("K192", "`kit log CASE show` lists them.")),
        ([made(1), event("sent", 2, made=1), event("undone", 3, entry=1)], ("K192", SENT_FIRST)),
    ],
    ids=(
        "bounced-unknown bounced-before-received disputed-unknown held-unknown waived-unknown no-such-line "
        "more-than-the-invoice released-nothing released-a-note sent-nothing undo-nothing undo-itself "
        "undo-what-went-out"
    ).split(),
)
def test_an_entry_about_what_is_not_there_is_an_error(case_file, events, expected):
    """A slip in an entry is named with its place and the nearest right word, never folded in."""
    with pytest.raises(InvalidFile) as caught:
        fold(case_file, journal(*events), LATE)

    assert [(found.code, found.fix) for found in caught.value.findings] == [expected]
    assert all(found.place.path == "journal.yaml" and found.place.line for found in caught.value.findings)


def test_a_paper_that_went_out_can_be_undone_after_its_sending_is(case_file):
    """What was recorded as sent by mistake can be put right in two steps."""
    case = fold(
        case_file,
        journal(made(1), event("sent", 2, made=1), event("undone", 3, entry=2), event("undone", 4, entry=1)),
        LATE,
    )

    assert case.made == case.sent == ()


def test_an_undone_payment_is_out_on_every_day(case_file):
    """A mistake was never true, so an account of an earlier day leaves it out too."""
    events = journal(event("paid", 1, "2024-03-20", id="P-2", amount="50"), event("undone", 2, "2024-05-01", entry=1))

    assert [one.id for one in fold(case_file, events, date(2024, 4, 1)).payments] == ["P-1"]


def test_an_undo_can_be_undone(case_file):
    """Taking back a correction brings the entry back."""
    events = journal(event("note", 1, text="true after all"), event("undone", 2, entry=1), event("undone", 3, entry=2))

    assert [one.n for one in fold(case_file, events, LATE).events] == [1]


@given(st.lists(st.integers(0, 30), max_size=30))
def test_any_sequence_of_undos_leaves_what_a_person_would_cross_out(targets):
    """Reading from the end: an entry stands unless a standing undo names it."""
    events = [event("note", 1, text="a")]
    for target in targets:
        n = len(events) + 1
        events.append(event("undone", n, entry=target) if target and target < n else event("note", n, text="b"))

    left = {entry.event.n for entry in stand(journal(*events))}

    crossed = {one.n: False for one in events}
    for one in reversed(events):
        if one.event == "undone" and not crossed[one.n]:
            crossed[one.entry] = True
    assert left == {one.n for one in events if one.event == "note" and not crossed[one.n]}


def test_later_days_are_not_known_yet(case_file):
    """A case as of an earlier day shows what was known then."""
    events = journal(
        event("promised", 1, "2024-03-01", by="2024-03-20"),
        event("disputed", 2, "2024-03-05", invoice="INV-1"),
        event("paid", 3, "2024-03-20", id="P-2", amount="10"),
        event("released", 4, "2024-03-21", entry=2),
    )

    early = fold(case_file, events, date(2024, 3, 5))
    late = fold(case_file, events, date(2024, 3, 21))

    assert (len(early.promises), len(early.disputes), [one.id for one in early.payments]) == (1, 1, ["P-1"])
    assert (len(late.promises), len(late.disputes), [one.id for one in late.payments]) == (1, 0, ["P-1", "P-2"])


@pytest.mark.parametrize(
    ("release", "left"),
    [({"entry": 1}, [2, 3]), ({"invoice": "INV-1"}, [3]), ({}, [])],
    ids=["one-entry", "one-invoice", "everything"],
)
def test_a_release_ends_what_it_names(case_file, release, left):
    """A release ends the entry it names, or all about its invoice, or everything."""
    events = [event("disputed", 1, invoice="INV-1"), event("held", 2, invoice="INV-1"), event("held", 3)]

    case = fold(case_file, journal(*events, event("released", 4, **release)), LATE)

    assert [one.n for one in (*case.disputes, *case.holds)] == left


def test_every_fault_is_reported_at_once(case_file):
    """Faults of reading and of meaning come together, in file order."""
    text = "n: 1\nevent: piad\non: 2024-03-01\n---\nn: 2\nevent: bounced\non: 2024-03-15\npayment: P-7\n"
    with pytest.raises(InvalidFile) as caught:
        fold(case_file, file.parse(text), LATE)

    assert [found.code for found in caught.value.findings] == ["K042", "K191"]


def test_superseded_papers_are_known():
    """A paper that a later one replaced is marked."""
    assert superseded((made(1), made(2, supersedes=1))) == {1}


def test_folding_nothing_changes_nothing(case_file, find):
    """Without a journal the case is what its file says."""
    case = fold(case_file, Journal(), LATE, find=find)

    assert {name: getattr(case, name) for name in type(case_file).model_fields} == {
        name: getattr(case_file, name) for name in type(case_file).model_fields
    }
    assert case.events == ()
    assert case.place("payments", 0, "amount").line == 13
