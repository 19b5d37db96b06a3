"""The whole packet: three sets of one case, all of it or nothing, and every reason why not."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner
from packet_suit import FILED, pdf_of
from PIL import Image

from kit.cli import main
from kit.filing.make import make_packet
from kit.filing.options import Options
from kit.findings import Stopped
from kit.journal import append, read
from kit.model.event import EVENT

PETITION = {"event": "bankruptcy", "on": "2026-06-10", "petition_on": "2026-06-08", "chapter": "7"}
STEM = "2026-05-04-small-claims-packet"


def run(case: Path, *words: str):
    """Run `kit packet` as a user does."""
    return CliRunner().invoke(main, ["packet", str(case), "--as-of", "2026-05-04", *words])


def words_of(file: Path) -> str:
    """Return the words of a PDF, in one line."""
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(file).pages).split())


def out(case: Path) -> list[str]:
    """Return what lies in `out/` that is of the packet."""
    folder = case / "out"
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if STEM in str(path) and path.is_file()
    )


def edit(case: Path, old: str, new: str) -> None:
    """Change the case as its owner does in an editor."""
    file = case / "case.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_three_sets(suit):
    """One PDF holds everything; what is filed and what is served each have their own, without the user's notes."""
    result = run(suit)

    assert result.exit_code == 0, result.output
    own, filed, served = (
        words_of(suit / "out" / name)
        for name in (f"{STEM}.pdf", f"{STEM}/to-file/packet.pdf", f"{STEM}/to-serve/packet.pdf")
    )
    assert "Hearing outline" in own
    for text in (filed, served):
        assert "Hearing outline" not in text
        assert "Filing check list" not in text
        assert "Exhibit A" in text
        assert "Photograph of the catalogues <&> #read" in text
    assert "Proposed judgment amount" in filed
    assert "Proposed judgment amount" not in served


def test_one_entry(suit):
    """The packet is one entry of the journal, with its record, its manifest and each part by itself."""
    run(suit)

    made = read(suit).events[-1]
    assert made.document == "court/small-claims-packet"
    names = [file.path.rpartition("/")[2] for file in made.files]
    assert names[0] == f"{STEM}.pdf"
    assert "manifest.yaml" in names
    assert "01-filing-checklist.pdf" in names
    assert any(name.startswith("06-exhibit-a-agreement") for name in names)
    assert (suit / made.record).is_file()


def test_the_same_facts_make_nothing_new(suit):
    """Asked again, the packet of the same facts is named and not made twice; equal cases give equal bytes."""
    first = make_packet(suit, Options(), as_of=FILED)
    before = {file: file.read_bytes() for file in first.files}
    again = make_packet(suit, Options(), as_of=FILED)

    assert not again.outcome.new
    assert {file: file.read_bytes() for file in again.files} == before
    for file in first.files:
        file.unlink()
    assert make_packet(suit, Options(), as_of=FILED).outcome.put_back
    assert {file: file.read_bytes() for file in first.files} == before


def test_every_reason_at_once(suit):
    """What stands in the way is named together, legal and technical alike, and nothing is made."""
    (suit / "exhibits" / "agreement.pdf").write_bytes(b"%PDF-1.7 broken")
    (suit / "exhibits" / "delivery.txt").write_text("Pat Moss, SSN 512-34-6789\n", "utf-8")
    edit(suit, "small_claims: {filed: []}", "insolvency: {kind: receivership, on: 2026-04-20}")
    result = run(suit)

    assert result.exit_code == 1
    for said in ("receiver", "agreement.pdf", "social security number", "how many you"):
        assert said in result.output, said
    assert "512-34-6789" not in result.output
    assert out(suit) == []


def test_never_in_bankruptcy(suit):
    """Once the debtor has filed a petition no packet is made, whatever is overridden."""
    edit(suit, "small_claims:", "bankruptcy: {petition_on: 2026-04-25, chapter: 7}\nsmall_claims:")
    with pytest.raises(Stopped) as stopped:
        make_packet(suit, Options(), as_of=FILED)

    (stay,) = [one for one in stopped.value.findings if one.stops and one.code.startswith("K7")]
    assert "362" in stay.law
    assert run(suit, "--override", stay.code, "--because", "we must").exit_code == 1
    assert out(suit) == []


def test_never_dated_back_before_a_petition(suit):
    """A packet that bears an earlier day goes to the court after the petition all the same."""
    append(suit, lambda journal: EVENT.validate_python({"n": journal.next_number, **PETITION}))
    with pytest.raises(Stopped) as stopped:
        make_packet(suit, Options(), as_of=FILED)

    (stay,) = [one for one in stopped.value.findings if one.stops]
    assert (stay.code, "362" in stay.law) == ("K700", True)
    assert out(suit) == []


def test_an_exhibit_left_out(suit):
    """A file that cannot be read is left out only where its owner says so, and the packet tells it."""
    (suit / "exhibits" / "proof.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    stopped = run(suit)
    assert stopped.exit_code == 1
    assert "use: no" in stopped.output

    edit(suit, "id: proof,", "id: proof, use: no,")
    made = run(suit)
    assert made.exit_code == 0, made.output
    assert "exhibit proof stays out of the packet" in made.output


def test_private_data(suit):
    """A social security number stops the packet; blacked out, no trace of it is left, and the original stays."""
    note = suit / "exhibits" / "delivery.txt"
    note.write_text("Pat Moss, SSN 512-34-6789, took 40 catalogues.\n", "utf-8")
    assert run(suit).exit_code == 1

    result = run(suit, "--redact")
    assert result.exit_code == 0, result.output
    assert note.read_text("utf-8").count("512-34-6789") == 1
    for file in (suit / "out").rglob("*.pdf"):
        if STEM in str(file):
            assert "6789" not in words_of(file), file


def test_volumes(suit):
    """For an upload limit the sets to file and to serve come in volumes no larger than it."""
    for name in ("delivery.txt", "proof.png"):
        photograph = io.BytesIO()
        Image.effect_noise((900, 900), 90).save(photograph, "JPEG", quality=70)
        (suit / "exhibits" / name).write_bytes(photograph.getvalue())
    result = run(suit, "--max-size", "0.7")

    assert result.exit_code == 0, result.output
    volumes = sorted((suit / "out" / STEM / "to-file").iterdir())
    assert [file.name for file in volumes] == [f"packet-volume-{n}.pdf" for n in range(1, len(volumes) + 1)]
    assert len(volumes) > 1
    assert max(file.stat().st_size for file in volumes) <= 700_000


def test_changed_facts(suit):
    """With changed facts a new packet takes the place of the old one, and the command says which not to file."""
    run(suit)
    (suit / "exhibits" / "agreement.pdf").write_bytes(pdf_of(3))
    result = run(suit)

    assert result.exit_code == 0
    assert "do not file that one" in result.output
    assert f"{STEM}-2.pdf" in out(suit)


def test_titles_of_any_kind(suit):
    """A title that looks like a blank, or says None, is the user's own and is printed as it stands."""
    edit(suit, '"Photograph of the catalogues <&> #read"', '"None of {{ y }} <&> {% if %} #read(1)"')
    result = run(suit)

    assert result.exit_code == 0, result.output
    assert "None of {{ y }} <&> {% if %} #read(1)" in words_of(suit / "out" / f"{STEM}.pdf")


def test_check_looks_at_the_exhibits(suit):
    """`--check` names a file that cannot be opened and private data, as making the packet would."""
    (suit / "exhibits" / "agreement.pdf").write_bytes(b"%PDF-1.7 broken")
    (suit / "exhibits" / "delivery.txt").write_text("Pat Moss, SSN 512-34-6789\n", "utf-8")
    result = run(suit, "--check")

    assert result.exit_code == 1
    said = " ".join(result.output.split())
    assert "agreement.pdf" in said
    assert "social security number" in said


def test_odd_pages(suit):
    """With --pad-odd each part begins on an odd page, and a page left blank says so."""
    result = run(suit, "--pad-odd")

    assert result.exit_code == 0, result.output
    reader = pypdf.PdfReader(suit / "out" / f"{STEM}.pdf")
    starts = [reader.get_destination_page_number(one) + 1 for one in reader.outline if not isinstance(one, list)]
    assert all(start % 2 for start in starts)
    assert "left blank on purpose" in words_of(suit / "out" / f"{STEM}.pdf")


def test_check_makes_nothing(suit):
    """`--check` prints every question and leaves the folder as it was."""
    before = sorted(suit.rglob("*"))
    result = run(suit, "--check")

    assert result.exit_code == 0, result.output
    assert "limit" in result.output
    assert sorted(suit.rglob("*")) == before


@pytest.mark.parametrize("name", ["PO 12/7", "../../../../../../escaped", "a:b?*", "..", "x" * 300])
def test_an_exhibit_of_any_name(suit, name):
    """Whatever an exhibit is called, its file lies with the other parts, under a name that any system can hold."""
    edit(suit, "id: delivery,", f'id: "{name}",')

    result = run(suit)

    assert result.exit_code == 0, result.output
    (part,) = (path for path in out(suit) if "exhibit-b-" in path)
    assert part.rpartition("/")[0] == f"{STEM}/parts"
    assert not set(part) & set(':*?"<>|\\')
    assert len(part.rpartition("/")[2]) < 80


@pytest.mark.parametrize("size", ["inf", "nan", "0", "-3"])
def test_a_size_that_is_none(suit, size):
    """A size nothing can have is a wrong command line, said in one sentence."""
    result = run(suit, "--max-size", size)

    assert result.exit_code == 2
    assert "--max-size" in result.output
    assert not out(suit)
