"""A form is filled: every answer as given, in the field's own font, and nothing that does not fit is lost."""

from __future__ import annotations

import io
import shutil
import subprocess
from contextlib import closing
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Name
from pypdf import PdfReader
from sample_forms import LONG, MULTILINE, RADIO, VALUES, Sample, everything_bytes

from kit.documents.forms.blank import prepare
from kit.documents.forms.fill import fill
from kit.documents.forms.read_back import prove
from kit.findings import InvalidFile


@pytest.fixture(scope="module")
def blank():
    """Return the form with every kind of field."""
    return prepare(everything_bytes())


def stored(pdf: bytes, name: str):
    """Return what another program reads in a field."""
    return PdfReader(io.BytesIO(pdf)).get_fields()[name].get("/V")


def faults(blank, values, **more):
    """Return the findings of a refusal."""
    with pytest.raises(InvalidFile) as caught:
        fill(blank, values, **more)
    return caught.value.findings


def test_every_kind_of_field(blank):
    """Text, boxes, radios, choices, combs and fields in two places hold what was given, and the proof finds it so."""
    filled = fill(blank, VALUES)

    for name, value in VALUES.items():
        assert stored(filled.pdf, name) == value
    assert not filled.overflow
    assert prove(blank, filled, VALUES) == ()


def test_only_one_section_is_added(blank):
    """The blank's own bytes stay as they are; the same answers in any order give the same bytes."""
    filled = fill(blank, VALUES).pdf

    assert filled.startswith(blank.pdf)
    assert filled[len(blank.pdf) :].count(b"%%EOF") == 1
    assert fill(blank, dict(reversed(VALUES.items()))).pdf == filled
    assert fill(blank, {"Right": "x"}).pdf != fill(blank, {"Right": "y"}).pdf


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(blank, tmp_path):
    """The file is sound for a program that checks every byte of its structure."""
    path = tmp_path / "filled.pdf"
    path.write_bytes(fill(blank, {**VALUES, "Right": "Łódź Ελλάδα"}).pdf)

    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False)


def test_radio_and_boxes_show_the_state(blank):
    """Of several states just the one given is shown, and a box can be emptied again."""
    pdf = fill(blank, {"Ground": "/2", "Pay": "/Off", "Asked": "/Yes"}).pdf

    with pikepdf.open(io.BytesIO(pdf)) as read:
        ground = next(one for one in read.Root.AcroForm.Fields if one.T == "Ground")
        assert [str(kid.AS) for kid in ground.Kids] == ["/Off", "/2", "/Off"]
        assert ground.V == "/2"


@pytest.mark.parametrize(
    ("values", "code", "said"),
    [
        ({"Form[0].Name": "x"}, "K520", "the form has no field `Form[0].Name`"),
        ({"Asked": "yes"}, "K521", "`Asked` has no state `yes`"),
        ({"Asked": "/On"}, "K521", "`Asked` has no state `/On`"),
        ({"Ground": "2"}, "K521", "`Ground` has no state `2`"),
        ({"Signed": "Robin Alder"}, "K522", "`Signed` is a signature, which is never filled in"),
        ({"Print": "x"}, "K522", "`Print` is a button, which is never filled in"),
        ({"Copy": "x"}, "K522", "`Copy` is read-only"),
        ({"County": "Nowhere"}, "K523", "`County` does not offer `Nowhere`"),
        ({"State": "California"}, "K525", "`State` takes 2 characters, and “California” has 10"),
        ({"Zip": "0213456789"}, "K525", "`Zip` takes 9 characters, and “0213456789” has 10"),
        ({"Right": "a\0b"}, "K524", "U+0000"),
        ({"Right": "世界"}, "K524", "“世” (U+4E16"),
        ({"Right": "שלום"}, "K524", "U+05E9"),
    ],
)
def test_answers_that_cannot_stand(blank, values, code, said):
    """A field, a state, an option or a character that the form does not have is named."""
    (fault,) = faults(blank, values)

    assert fault.code == code
    assert said in fault.message


def test_all_faults_at_once(blank):
    """Everything wrong is said in one run, and the nearest name is offered."""
    found = faults(blank, {"Form[0].Nam[0]": "x", "Asked": "on", "County": "Nowhere"})

    assert [one.code for one in found] == ["K520", "K521", "K523"]
    assert "Form[0].Name[0]" in found[0].fix
    assert "/Yes" in found[1].fix
    assert "Overton" in found[2].fix


def test_read_only_copies(blank):
    """A field that the form would copy by its own program is filled when it is named."""
    filled = fill(blank, {"Copy": "Alder"}, copies=["Copy"])

    assert stored(filled.pdf, "Copy") == "Alder"
    assert prove(blank, filled, {"Copy": "Alder"}) == ()


def test_a_choice_by_what_it_shows(blank):
    """An option may be given by what is stored or by what is shown; what is shown stands on paper."""
    filled = fill(blank, {"County": "Overton"})

    assert stored(filled.pdf, "County") == "OV"
    assert prove(blank, filled, {"County": "Overton"}) == ()


@pytest.mark.parametrize(
    "value",
    [
        "a ) b ( c \\ d \\) \\050 %",
        "<<>> /Name [1 2] endobj stream",
        "BT (x) Tj ET",
        "line\nline\r\nline\rline",
        "tab\tand\xa0hard space",
        "W" * 400,
        "word " * 300,
        "",
        " ",
        "\n\n\n",
        "${7*7} {{x}} %s",
        "e\u0301 composed, soft\u00adhyphen",
        "Łódź, Ελλάδα, Москва, “quotes” – dash — €",
    ],
)
@pytest.mark.parametrize("name", ["Right", "Why"])
def test_hostile_values(blank, name, value):
    """Whatever is typed stands there, or is left over; it never breaks the file."""
    filled = fill(blank, {name: value})

    assert prove(blank, filled, {name: value}) == ()


words = st.text(st.sampled_from("abc WM i.,\n()\\é€ŁΩж"), max_size=400)


@settings(max_examples=60, deadline=None)
@given(why=words, right=words)
def test_nothing_is_lost(why, right):
    """What is shown and what is left over are the whole text, word by word."""
    form = prepare(everything_bytes())
    values = {"Why": why, "Right": right}
    filled = fill(form, values)

    for name, value in values.items():
        said = filled.kept.get(name, filled.shown[name])
        assert f"{said} {filled.overflow.get(name, '')}".split() == value.split()
        assert filled.sizes[name] >= 8


def test_text_is_set_smaller_before_it_is_cut(blank):
    """A long line shrinks to the floor of 8 points; past that it is cut at a word."""
    short, long, longer = "word " * 8, "word " * 14, "word " * 40
    sizes = [fill(blank, {"Form[0].Name[0]": text.strip()}) for text in (short, long, longer)]

    assert sizes[0].sizes["Form[0].Name[0]"] == 11
    assert 8 < sizes[1].sizes["Form[0].Name[0]"] < 11
    assert not sizes[1].overflow
    assert sizes[2].sizes["Form[0].Name[0]"] == 8
    assert sizes[2].shown["Form[0].Name[0]"].endswith("word")
    assert set(sizes[2].overflow["Form[0].Name[0]"].split()) == {"word"}


def test_the_floor_can_be_raised(blank):
    """Nothing is set smaller than the floor that was asked for."""
    filled = fill(blank, {"Form[0].Name[0]": "word " * 14}, floor=10)

    assert filled.sizes["Form[0].Name[0]"] == 10
    assert filled.overflow


def test_a_hint_ends_what_is_cut(blank):
    """A field that overflows says where the rest is; one that does not, says nothing of it."""
    see = {"Why": "(see attachment, item 3a)", "Right": "(see attachment)"}
    values = {"Why": "The defendant ordered a catalogue. " * 60, "Right": "$1.00"}
    filled = fill(blank, values, see=see)

    assert filled.shown["Why"].endswith(" (see attachment, item 3a)")
    assert filled.shown["Right"] == "$1.00"
    assert set(filled.overflow) == {"Why"}
    assert f"{filled.kept['Why']} {filled.overflow['Why']}".split() == values["Why"].split()
    assert prove(blank, filled, values) == ()


def test_a_small_field_takes_what_its_height_allows():
    """Text in a field of less than eight points is smaller than the floor, and still whole."""
    sample = Sample()
    sample.text("Low", rect=(72, 700, 300, 707))
    low = prepare(sample.bytes())
    filled = fill(low, {"Low": "Overton"})

    assert filled.sizes["Low"] < 8
    assert prove(low, filled, {"Low": "Overton"}) == ()


def test_text_stands_on_the_printed_lines():
    """Lines of text stand on the rules of the form, one on each, however small the text is."""
    sample = Sample()
    sample.text("Why", flags=MULTILINE, rect=LONG)
    sample.rules(LONG, 14)
    ruled = prepare(sample.bytes())
    text = "The defendant ordered a catalogue of 48 pages and did not pay for it. " * 5
    filled = fill(ruled, {"Why": text})

    drawn = [line.split() for line in filled.pdf[len(ruled.pdf) :].split(b"\n") if line.endswith(b" Tm")]
    steps = {round(float(above[5]) - float(below[5])) for above, below in pairwise(drawn)}
    assert len(drawn) > 3
    assert steps == {14}
    assert prove(ruled, filled, {"Why": text}) == ()


def test_a_house_font_is_embedded_only_where_it_is_needed(blank):
    """A name with letters that the form's font lacks is printed in ours, cut down to those letters."""
    plain, foreign = fill(blank, {"Right": "Lodz"}), fill(blank, {"Right": "Łódź"})

    assert b"FontFile2" not in plain.pdf[len(blank.pdf) :]
    assert b"+Carlito-Regular" in foreign.pdf
    assert len(foreign.pdf) - len(blank.pdf) < 20_000
    assert fill(blank, {"Right": "Łódź"}).pdf == foreign.pdf


def test_fonts_that_cannot_be_measured():
    """A field in a font of symbols, in none, or in one that is not there is set in Helvetica."""
    sample = Sample()
    sample.form.DR.Font.ZaDb = sample.pdf.make_indirect(
        pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    )
    for name, da in {"Signs": "/ZaDb 11 Tf 0 g", "Gone": "/Nope 11 Tf 0 g", "None": "", "Odd": "Tf (/x) 1 rg"}.items():
        sample.text(name, da=da)
    form = prepare(sample.bytes())
    values = dict.fromkeys(form.fields, "Überfällig")

    assert prove(form, fill(form, values), values) == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_fields(turn):
    """Text in a field that is turned on the page runs along it and stays inside."""
    sample = Sample()
    rect = (100, 300, 120, 500) if turn != 180 else (100, 300, 300, 320)
    sample.text("Turned", rect=rect, MK=pikepdf.Dictionary(R=turn))
    form = prepare(sample.bytes())
    filled = fill(form, {"Turned": "along the edge"})

    assert filled.sizes["Turned"] == 11
    assert prove(form, filled, {"Turned": "along the edge"}) == ()


def test_a_turned_page_with_a_cut_edge():
    """A page that is shown turned, or whose corner is not at nought, is filled and proved like any other."""
    sample = Sample()
    sample.text("A", rect=(150, 300, 350, 320))
    sample.box("B", ("/1", "/2"), flags=RADIO, rects=[(150, 350, 160, 360), (170, 350, 180, 360)])
    page = sample.pdf.pages[0].obj
    page.Rotate, page.CropBox, page.MediaBox = 90, [100, 100, 600, 700], [50, 50, 620, 800]
    form = prepare(sample.bytes())
    values = {"A": "Overton", "B": "/2"}

    assert prove(form, fill(form, values), values) == ()


def test_backgrounds_and_borders_are_drawn():
    """A field with a colour and a frame of its own keeps both around the answer."""
    sample = Sample()
    looks = pikepdf.Dictionary(BG=[1, 1, 0], BC=[1, 0, 0])
    sample.text("A", rect=(100, 300, 300, 320), MK=looks, BS=pikepdf.Dictionary(W=2))
    form = prepare(sample.bytes())
    with closing(pypdfium2.PdfDocument(fill(form, {"A": "x"}).pdf)) as document:
        document.init_forms()
        picture = document[0].render(scale=1).to_pil().convert("RGB")

    assert picture.getpixel((250, 792 - 310)) == (255, 255, 0)
    assert picture.getpixel((200, 792 - 301)) == (255, 0, 0)


def test_a_hidden_field_that_is_filled_is_printed():
    """An answer in a field that is hidden or not printed would be lost on paper; it is shown."""
    sample = Sample()
    sample.text("A").F = 2
    sample.text("B").F = 0
    form = prepare(sample.bytes())
    values = {"A": "seen", "B": "seen, too"}

    assert prove(form, fill(form, values), values) == ()


def test_a_long_limit_overflows_at_a_word():
    """A field that takes so many characters and no more is cut at a word, with the rest left over."""
    sample = Sample()
    sample.text("A", MaxLen=30)
    form = prepare(sample.bytes())
    filled = fill(form, {"A": "a catalogue of forty-eight pages in two colours"})

    assert filled.shown["A"] == "a catalogue of forty-eight"
    assert filled.overflow["A"] == "pages in two colours"


def test_a_page_of_many_yards():
    """A page far larger than paper takes no more memory to look at than any other."""
    sample = Sample(size=(14_400, 14_400))
    sample.text("A", rect=(1000, 13_000, 9000, 13_400), da="/Helv 200 Tf 0 g")
    sample.text("B", flags=MULTILINE, rect=(1000, 2000, 9000, 6000), da="/Helv 200 Tf 0 g")
    form = prepare(sample.bytes())
    values = {"A": "Overton", "B": "Alder & Finch LLC"}

    assert prove(form, fill(form, values), values) == ()


def test_a_hint_in_other_letters(blank):
    """A hint that the form's font cannot show is printed in ours, as a value is."""
    values = {"Why": "The defendant ordered a catalogue. " * 60}
    filled = fill(blank, values, see={"Why": "→ Anlage\u00a0“Łódź”\n"})

    assert filled.shown["Why"].endswith(" → Anlage “Łódź”")
    assert prove(blank, filled, values) == ()


@pytest.mark.parametrize("state", [b"/Yes#20please#20#28x#29", b"/S#C3#AD", b"/S#ED", b"/A#23B"])
def test_states_of_any_name(state):
    """A state may have spaces, brackets or accents in its name, in either encoding."""
    sample = Sample()
    sample.box("A", ("/Sxxxx",))
    data = sample.bytes(object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(b"/Sxxxx", state)
    form = prepare(data)
    values = {"A": form.fields["A"].states[0]}

    assert prove(form, fill(form, values), values) == ()
