"""The envelope of a paper that is mailed, and the files beside a paper in the case."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from paper_cases import AS_OF, DEBTOR, DEMAND, SITE, VARIANTS, Variant, facts_of
from pypdf import PdfReader
from words import pdf_words

from kit.documents.contexts.request import Request
from kit.documents.delivery.envelope import addressee, envelope
from kit.documents.delivery.travel import EMAIL, ENVELOPE, travel_files, travel_sources
from kit.documents.draft import Paper
from kit.documents.output import commit_paper
from kit.documents.record import Record, Source
from kit.findings import InvalidFile
from kit.journal import read
from kit.journal.pending import Pending, PendingFile, begin, part_name, recover
from kit.load.document_files import find_template
from kit.model.party import Channel

LAWYER = {"name": "Kim Song", "firm": "Song & Lee", "address": SITE}
FILES = {".docx": b"words", ".pdf": b"%PDF pages", EMAIL: b"X-Unsent: 1\r\n", ENVELOPE: b"%PDF envelope"}


def paper(document=DEMAND):
    """Return a paper that is not read."""
    return Paper(find_template(document, None), Request(document), {}, b"docx", b"%PDF")


def test_an_envelope_says_who_and_where():
    """Return address, addressee, the city last; not a word more, on one page of 9.5 by 4.125 inches."""
    made, findings = envelope(facts_of(VARIANTS["plain"]))
    (page,) = PdfReader(io.BytesIO(made)).pages

    assert findings == ()
    assert " ".join(pdf_words(made)) == (
        "Alder & Finch LLC 12 Mill Lane Overton, XF 02135 "
        "Late Paper Supply Inc. Attention: Pat Moss 90 Quay Street Overton, XF 02136"
    )
    assert (float(page.mediabox.width), float(page.mediabox.height)) == (9.5 * 72, 4.125 * 72)


def test_the_same_case_gives_the_same_envelope():
    """Nothing on it turns on the clock."""
    assert envelope(facts_of(VARIANTS["plain"])) == envelope(facts_of(VARIANTS["plain"]))


def test_a_lawyer_is_the_addressee():
    """Once there is a lawyer the envelope goes there, and whom the lawyer acts for is not on it."""
    known = facts_of(Variant({"debtor": {**DEBTOR, "lawyer": LAWYER}}))

    assert addressee(known) == ("Kim Song", "Song & Lee", "4 Dam Road", "Overton, XF 02137")


@pytest.mark.parametrize("name", ["long-names", "hostile-names", "foreign-names", "abroad", "everything", "bare"])
def test_everything_fits(name):
    """Long, hostile and foreign names stay on the one page, clear of the lower edge that the mail's machines use."""
    made, _ = envelope(facts_of(VARIANTS[name]))
    (page,) = PdfReader(io.BytesIO(made)).pages
    heights = []
    page.extract_text(visitor_text=lambda text, cm, tm, *_: heights.append(cm[5] + tm[5]) if text.strip() else None)
    known = facts_of(VARIANTS[name])

    assert "".join(addressee(known)[-1].split()) in "".join("".join(pdf_words(made)).split())
    assert all(0.625 * 72 < height < 4.125 * 72 for height in heights)


@pytest.mark.parametrize(
    ("change", "fix"),
    [
        ({"address": None}, "Add `address:` to `debtor`."),
        ({"lawyer": {"name": "Kim Song", "email": "kim@x.example"}}, "Add `address:` to `debtor.lawyer`."),
    ],
)
def test_no_address_no_envelope(change, fix):
    """Where there is nowhere to mail it, no envelope is made and the finding says what to add."""
    made, findings = envelope(facts_of(Variant({"debtor": {**DEBTOR, **change}})))

    assert made is None
    assert [(found.code, found.fix) for found in findings] == [("K468", fix)]


def test_a_sign_no_font_has():
    """A name that cannot be printed is refused where it was written, and never becomes a box."""
    known = facts_of(Variant({"debtor": {**DEBTOR, "name": "紙 Inc."}}))

    with pytest.raises(InvalidFile, match="no house font can print"):
        envelope(known)


@pytest.mark.parametrize(
    ("document", "channel", "expected"),
    [
        (DEMAND, Channel.MAIL, [ENVELOPE]),
        (DEMAND, Channel.EMAIL, [EMAIL]),
        (DEMAND, Channel.HAND, []),
        (DEMAND, Channel.PORTAL, []),
        ("internal/own-books", Channel.MAIL, []),
        ("internal/own-books", Channel.EMAIL, []),
    ],
)
def test_what_goes_beside_a_paper(document, channel, expected):
    """An envelope for mail, a draft for email; what stays in the house goes nowhere."""
    known = facts_of(VARIANTS["plain"])
    one = replace(paper(document), blanks={})

    assert list(travel_files(known, one, channel)[0]) == expected
    assert bool(travel_sources(known, one, channel)) is bool(expected)
    assert all(path.is_file() for path in travel_sources(known, one, channel).values())


def record():
    """Return how a final demand came about."""
    return Record("letters/final-demand", AS_OF, "1", (Source("case.yaml", "a"),), step="final-demand")


def test_endings_with_two_dots_are_files_like_others(tmp_path):
    """All files of a paper stand side by side under one name, and are found again rather than made again."""
    (tmp_path / "case.yaml").write_text("format: 1\n", "utf-8")
    made = commit_paper(tmp_path, record(), FILES)
    stem = "2026-11-23-final-demand"
    (tmp_path / "out" / f"{stem}.envelope.pdf").unlink()
    again = commit_paper(tmp_path, record(), FILES)

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        [*(stem + suffix for suffix in FILES), f"{stem}.record.yaml"]
    )
    assert made.new
    assert not again.new
    assert again.put_back == (f"out/{stem}.envelope.pdf",)
    assert (tmp_path / "out" / f"{stem}.envelope.pdf").read_bytes() == FILES[ENVELOPE]


def test_a_second_paper_keeps_its_files_together(tmp_path):
    """With other facts all files get the same number, even where only the envelope's name was taken."""
    (tmp_path / "case.yaml").write_text("format: 1\n", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "2026-11-23-final-demand.ENVELOPE.pdf").write_bytes(b"mine")
    made = commit_paper(tmp_path, record(), FILES)

    assert {file.path.split(".")[0] for file in made.made.files} == {"out/2026-11-23-final-demand-2"}
    assert (tmp_path / "out" / "2026-11-23-final-demand.ENVELOPE.pdf").read_bytes() == b"mine"


@pytest.mark.parametrize("done", range(len(FILES) + 1))
def test_a_kill_between_the_files_leaves_none(tmp_path, done):
    """After a kill the draft and the envelope go with the paper they belong to."""
    import hashlib  # noqa: PLC0415 - this test alone

    (tmp_path / "case.yaml").write_text("format: 1\n", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / ".kit").mkdir(exist_ok=True)
    listed = tuple(
        PendingFile(name=f"paper{suffix}", sha256=hashlib.sha256(data).hexdigest(), part=part_name())
        for suffix, data in FILES.items()
    )
    begin(tmp_path, Pending(files=listed))
    for number, (one, data) in enumerate(zip(listed, FILES.values(), strict=True)):
        (tmp_path / "out" / (one.name if number < done else one.part)).write_bytes(data)
    recover(tmp_path, "journal.yaml")

    assert list((tmp_path / "out").iterdir()) == []
    assert read(tmp_path).events == ()
