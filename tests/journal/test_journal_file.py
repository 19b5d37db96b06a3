"""The journal reads back what was written, and says what is wrong with it by place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_samples import event, every_kind
from pydantic import ValidationError

from kit.findings import Severity
from kit.journal import append, file, read
from kit.journal.written import as_entry

HOSTILE = st.one_of(
    st.sampled_from("--- / --- # kit / ... / : / - x / # n / ' / \" / null / ~ / yes / 0123 / 1.10".split(" / ")),
    st.sampled_from("{a / [b / &c / *d / !e / %f / @g / `h / | i / > j / a: b / x # y / \\n / << / =".split(" / ")),
    st.sampled_from(["a\n---\nb", "a\n...\n--- # kit\nn: 9", "\ttab", "é—€", "\U0001f600", "a\r\nb"]),
    st.sampled_from(["\u2028", "\x85", "\ufeff", "\x00", "\x7f", "a\u2028b", "a\x85b", "a\xa0b"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
)  # fmt: skip


def accepted(text):
    """Say whether the fields take this text; what they refuse never reaches the journal."""
    try:
        event("note", 1, text=text)
    except ValidationError:
        return False
    return True


def text_of(*events):
    """Return a journal as the kit writes it."""
    return "".join(as_entry(one) for one in events)


def test_every_kind_reads_back():
    """What was recorded is what is read, for every kind of event."""
    events = every_kind()

    journal = file.parse(text_of(*events))

    assert journal.events == tuple(events)
    assert journal.findings == ()


@given(HOSTILE.filter(accepted), HOSTILE.filter(accepted))
def test_no_text_breaks_the_journal(text, name):
    """Whatever a note or a name holds, it comes back as it was and ends no entry."""
    events = (event("note", 1, text=text), event("called", 2, to=name, text=text), event("note", 3, text="after"))

    journal = file.parse(text_of(*events))

    assert journal.events == events
    assert journal.findings == ()


def test_entries_are_plain_to_read():
    """A person reads days, amounts and words without quotes or signs of the program."""
    written = as_entry(
        event("paid", 3, "2024-05-02", id="P-3", amount="1,500.00", method="check", text="at the counter")
    )

    assert written == (
        "--- # kit\nn: 3\nevent: paid\non: 2024-05-02\n"
        "id: P-3\namount: 1500.00\nmethod: check\ntext: at the counter\n...\n"
    )


def test_a_tear_at_any_byte_costs_only_the_torn_entry(folder):
    """Wherever the file is cut, the whole entries before the cut are read and the torn one is a note."""
    events = [
        event("paid", 1, id="P-2", amount="500.00"),
        event("note", 2, text="é—€ \U0001f600"),
        event("paid", 3, id="P-3", amount="12345.67"),
    ]
    raw = text_of(*events).encode()
    ends = [len(text_of(*events[:count]).encode()) - 1 for count in range(1, 4)]  # the last line break may be missing
    starts = [0, *(end + 1 for end in ends)]
    for cut in range(len(raw) + 1):
        (folder / "journal.yaml").write_bytes(raw[:cut])

        journal = read(folder)

        whole = sum(end <= cut or end - len("...") == cut for end in ends)  # only the closing line is gone
        assert journal.events == tuple(events[:whole]), cut
        torn = cut > starts[whole]
        assert [(found.code, found.severity) for found in journal.findings] == [("K040", Severity.NOTE)] * torn, cut


@pytest.mark.parametrize("word", ["paid", "note", "held"])
def test_an_entry_that_only_lost_its_closing_line_counts(folder, word):
    """Somebody tidied the last line away: the entry is whole, keeps its number, and the next one gets another."""
    said = {"paid": {"id": "P-2", "amount": "500.00"}, "note": {"text": "a note"}, "held": {"reason": "by_hand"}}
    text = text_of(event(word, 1, **said[word])).removesuffix("...\n")
    (folder / "journal.yaml").write_text(text, encoding="utf-8")

    append(folder, lambda journal: event("note", journal.next_number, text="next"))

    journal = read(folder)
    assert [(one.n, one.event) for one in journal.events] == [(1, word), (2, "note")]
    assert journal.findings == ()


def test_the_next_entry_after_a_tear_keeps_the_torn_lines_as_comments(folder):
    """A torn entry stays to be read, and the journal goes on behind it without fault."""
    raw = text_of(event("note", 1, text="first"), event("paid", 2, id="P-2", amount="500.00")).encode()
    first = len(text_of(event("note", 1, text="first")))
    for cut in range(first + 1, len(raw) - 1, 7):
        (folder / "journal.yaml").write_bytes(raw[:cut])

        append(folder, lambda journal: event("note", journal.next_number, text="next"))

        journal = read(folder)
        assert [one.text for one in journal.events] == ["first", "next"]
        assert journal.findings == ()
        kept = (folder / "journal.yaml").read_text(encoding="utf-8")
        assert all(f"# {line}" in kept for line in raw[first:cut].decode().splitlines())


def test_entries_typed_by_hand_need_no_end_line():
    """A person may write an entry without the program's own lines, the last one too."""
    journal = file.parse(
        "n: 1\nevent: note\non: 2024-03-01\ntext: by hand\n---\nn: 2\nevent: note\non: 2024-03-02\ntext: also"
    )

    assert [one.text for one in journal.events] == ["by hand", "also"]
    assert journal.findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n: 1\nevent: piad\non: 2024-03-01\n", [("K042", 2, 8)]),
        ("n: 1\non: 2024-03-01\n", [("K020", 1, 1)]),
        ("n: 1\nevent: note\non: 2024-03-01\ntxt: hello\n", [("K020", 1, 1), ("K031", 4, 1)]),
        ("n: 1\nevent: paid\non: 2024-02-30\nid: P-2\namount: 1.234,50\n", [("K023", 3, 5), ("K024", 5, 9)]),
        (
            "n: 2\nevent: note\non: 2024-03-01\ntext: a\n---\nn: 2\nevent: note\non: 2024-03-01\ntext: b\n",
            [("K043", 6, 4)],
        ),
        (
            "n: 2\nevent: note\non: 2024-03-01\ntext: a\n---\nn: 1\nevent: note\non: 2024-03-01\ntext: b\n",
            [("K043", 6, 4)],
        ),
        ("just words\n", [("K041", 1, 1)]),
        ("--- # kit\nn: 1\nevent: note\non: 2024-03-01\ntext: [a\n...\n", [("K004", 5, 7)]),
    ],
    ids=[
        "misspelt-event",
        "no-event",
        "misspelt-key",
        "two-faults-at-once",
        "number-twice",
        "number-going-down",
        "no-keys",
        "syntax",
    ],
)
def test_faults_have_places(text, expected):
    """Every fault of the journal is an error with its line and column; nothing typed is skipped silently."""
    journal = file.parse(text)

    assert [(found.code, found.place.line, found.place.column) for found in journal.errors] == expected


def test_a_journal_that_is_not_there_is_empty(folder):
    """A new case has no journal, and that is no fault."""
    assert read(folder) == file.Journal()


def test_windows_lines_and_byte_order_mark(folder):
    """A journal saved by a Windows editor reads the same, and is added to without harm."""
    raw = b"\xef\xbb\xbf" + text_of(event("note", 1, text="first")).replace("\n", "\r\n").encode()
    (folder / "journal.yaml").write_bytes(raw)

    append(folder, lambda journal: event("note", journal.next_number, text="second"))

    assert [one.text for one in read(folder).events] == ["first", "second"]
    assert (folder / "journal.yaml").read_bytes().startswith(raw)
