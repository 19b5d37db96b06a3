"""What is blacked out is gone: from the page, from the file, from every program; and nothing else is."""

from __future__ import annotations

import io
import random

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf
from PIL import ImageChops, ImageDraw, ImageFilter
from private_pages import add_page, drawn, made, picture, shown, stored, text_of

from kit.documents.private import PrivateData, PrivateKind, redact, scan
from kit.documents.private.cards import is_card
from kit.documents.private.page_picture import DOTS
from kit.documents.rectangle import Rect
from kit.findings import KitError

NUMBER = "123-45-6789"


def blackened(data: bytes, **how: tuple[str, ...]) -> bytes:
    """Return ``data`` with everything blacked out that is found."""
    return redact(data, scan(data, **how).found, **how)


def raw_streams(data: bytes) -> bytes:
    """Return every object of a file, unpacked, as it would be written."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
        return out.getvalue()


@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_anywhere_on_any_page(data):
    """A number of any kind anywhere on a turned, cropped page is found, and afterwards nobody can extract it."""
    seed, rotate = data.draw(st.integers(0, 10**6)), data.draw(st.sampled_from([0, 90, 180, 270]))
    chance = random.Random(seed)  # noqa: S311 - an example, not a secret
    area, group, serial = chance.randint(1, 665), chance.randint(1, 99), chance.randint(1, 9999)
    body = "4" + "".join(chance.choice("0123456789") for _ in range(14))
    card = next(body + last for last in "0123456789" if is_card(body + last))
    number = chance.choice([f"{area:03}-{group:02}-{serial:04}", " ".join(card[at : at + 4] for at in range(0, 16, 4))])
    media = (-30, 40, 582, 832)
    left, low = chance.uniform(30, 380), chance.uniform(110, 760)
    pdf = made([("before", 30, 800), (number, left, low)], media=media, crop=(0, 100, 560, 820), rotate=rotate)
    (found,) = scan(pdf).found
    after = redact(pdf, [found])

    assert found.says.endswith(number[-4:])
    assert text_of(after).strip() == ""
    assert number.encode() not in raw_streams(after)
    before, now = shown(pdf, scale=DOTS), shown(after, scale=DOTS)
    assert before.size == now.size
    assert _palest(now, found.boxes[0], (0, 100, 560, 820), rotate) < 40
    assert _changed_outside(before, now, found.boxes, (0, 100, 560, 820), rotate) == 0


def _palest(now, box, crop, rotate) -> int:
    """Return the palest dot inside of a black box."""
    places = (box.left - crop[0], crop[3] - box.top, box.right - crop[0], crop[3] - box.bottom)
    return now.rotate(rotate, expand=True).crop([int(place * DOTS) for place in places]).getextrema()[1]


def _changed_outside(before, now, boxes, crop, rotate) -> int:
    """Count the dots that differ plainly outside of the black boxes; the rims of turned letters may, by a hair."""
    soft = [image.filter(ImageFilter.BoxBlur(2)) for image in (before, now)]
    turned = ImageChops.difference(*soft).rotate(rotate, expand=True)  # counter-clockwise, back to the page
    draw = ImageDraw.Draw(turned)
    for box in boxes:
        places = (box.left - crop[0] - 4, crop[3] - box.top - 4, box.right - crop[0] + 4, crop[3] - box.bottom + 4)
        draw.rectangle([place * DOTS for place in places], fill=0)
    return sum(turned.histogram()[80:])


def test_the_box_is_black_and_covers_the_number():
    """Where the number was, all is black."""
    pdf = made(f"Driver {NUMBER}, hired")
    (found,) = scan(pdf).found
    box = found.boxes[0]
    now = shown(redact(pdf, [found]), scale=2)
    area = now.crop((int(box.left * 2), int((792 - box.top) * 2), int(box.right * 2), int((792 - box.bottom) * 2)))

    assert area.getextrema()[1] < 40


def test_other_pages_stay_as_they_are():
    """Only the pages concerned become pictures; the others keep their words and their content to the byte."""
    pdf = made("page one", f"two {NUMBER}", "page three", rotate=90)
    after = blackened(pdf)

    assert text_of(after).split("\n") == ["page one", "", "page three"]
    with pikepdf.open(io.BytesIO(pdf)) as old, pikepdf.open(io.BytesIO(after)) as new:
        for at in (0, 2):
            assert new.pages[at].Contents.read_bytes() == old.pages[at].Contents.read_bytes()
        assert [page.obj.Rotate for page in new.pages] == [90, 90, 90]


def test_same_bytes_and_nothing_touched(tmp_path):
    """The same file gives the same copy; the file itself is not written to; nothing found, nothing changed."""
    file = tmp_path / "bank.pdf"
    file.write_bytes(made(f"{NUMBER} and 4111 1111 1111 1111"))
    before = file.read_bytes()

    assert redact(file, scan(file).found) == redact(file, scan(file).found)
    assert file.read_bytes() == before
    assert redact(file, []) == before


def test_whatever_repeats_it_goes_too():
    """Descriptions, attachments, bookmarks, tags, notes, field values and links that carry the number go with it."""
    pdf = Pdf.new()
    first, second = add_page(pdf, [(f"Driver {NUMBER}", 72, 700)]), add_page(pdf, [("clean", 72, 700)])
    pdf.docinfo[Name.Subject] = f"about {NUMBER}"
    pdf.Root.Metadata = pdf.make_stream(f"<x>{NUMBER}</x>".encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.attachments["list.txt"] = NUMBER.encode()
    with pdf.open_outline() as outline:
        outline.root += [OutlineItem(f"Driver {NUMBER}", 0), OutlineItem("Clean page", 1)]
    tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, ActualText=NUMBER))
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=tag))
    second.Annots = Array(
        [
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], Dest=[first, Name.Fit])
            ),
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents="123 45 6789")
            ),
        ]
    )
    field = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="ssn", V=NUMBER, Rect=[0, 0, 9, 9], P=first)
    )
    first.Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
    first.Thumb = pdf.make_stream(NUMBER.encode())
    after = blackened(stored(pdf))

    written = raw_streams(after)
    assert b"123-45-6789" not in written
    assert b"123 45 6789" not in written
    with pikepdf.open(io.BytesIO(after)) as copy, copy.open_outline() as outline:
        assert [item.title for item in outline.root] == ["", "Clean page"]
        assert copy.pages[1].obj.Annots[0].Dest[0].objgen == copy.pages[0].obj.objgen


def test_words_in_form_objects_and_hidden_words_go():
    """What stood in a form, unseen under a scan, or beyond the crop box is gone from the file."""
    pdf = Pdf.new()
    page = add_page(pdf, [(NUMBER + " seen by nobody " * 30, 72, 700)], mode=3, crop=(0, 0, 600, 600))
    picture(pdf, page)
    inner = pdf.make_stream(drawn([(NUMBER, 72, 300)]), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 612, 792])
    inner.Resources = Dictionary(Font=page.Resources.Font)
    page.Resources.XObject.In = inner
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /In Do")
    data = stored(pdf)

    assert len(scan(data).found) == 2
    assert NUMBER.encode() not in raw_streams(blackened(data))


def test_minors_and_own_words():
    """Names and words of the case are looked for again in the copy, capitals or not."""
    pdf = made("EMMA LINDQVIST plays the flute\nBluebird")
    how = {"minors": ("Emma Lindqvist",), "words": ("bluebird",)}
    after = blackened(pdf, **how)

    assert text_of(after).strip() == ""
    assert scan(after, **how).unread == (1,)


def test_what_was_not_asked_for_on_a_page_goes_with_it():
    """A page blacked out in part becomes a picture whole, so no words of it can be searched any more."""
    pdf = made(f"{NUMBER}\n4111 1111 1111 1111")
    first = scan(pdf).found[0]

    assert text_of(redact(pdf, [first])).strip() == ""


def test_a_page_that_is_not_there():
    """A find on a page that the file does not have is a fault of the caller, told in a sentence."""
    with pytest.raises(KitError, match="has 1 pages"):
        redact(made(NUMBER), [PrivateData(4, PrivateKind.WORD, "a word", (Rect(0, 0, 1, 1),))])


def test_a_copy_that_still_tells_is_refused(monkeypatch):
    """Where the words were only covered, and not taken out, no copy is given."""
    monkeypatch.setattr("kit.documents.private.black_out.put_picture", lambda *_: None)
    pdf = made(NUMBER)
    with pytest.raises(KitError, match="still holds words"):
        redact(pdf, scan(pdf).found)


def test_a_string_that_still_tells_is_refused(monkeypatch):
    """Where a bookmark still tells the number, no copy is given."""
    monkeypatch.setattr("kit.documents.private.black_out.scrub", lambda *_: None)
    pdf = Pdf.new()
    add_page(pdf, [(NUMBER, 72, 700)])
    pdf.docinfo[Name.Title] = NUMBER
    data = stored(pdf)
    with pytest.raises(KitError, match="still in the file"):
        redact(data, scan(data).found)


def test_a_huge_page_stays_within_memory():
    """A page of five metres is drawn smaller, not larger than memory."""
    pdf = made([(NUMBER, 72, 700)], media=(0, 0, 14400, 14400), size=200)
    after = blackened(pdf)

    with pikepdf.open(io.BytesIO(after)) as copy:
        image = copy.pages[0].obj.Resources.XObject["/Page"]
        assert int(image.Width) * int(image.Height) <= 41_000_000
        assert [float(side) for side in copy.pages[0].obj.MediaBox] == [0, 0, 14400, 14400]
