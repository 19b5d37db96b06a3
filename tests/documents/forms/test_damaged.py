"""Files that are damaged in every way: an answer in a sentence, never a fault of the program."""

from __future__ import annotations

import random

import pytest
from sample_forms import VALUES, everything, everything_bytes

from kit.documents.forms.blank import prepare
from kit.documents.forms.field import FieldKind
from kit.documents.forms.fill import fill
from kit.findings import KitError

ROUNDS = 60


@pytest.mark.parametrize("seed", range(4))
def test_bytes_that_changed(seed):
    """A form with a few bytes changed is either filled or refused in one sentence."""
    source = random.Random(seed)  # noqa: S311 - the same damage in each run
    data = everything_bytes()
    for _ in range(ROUNDS):
        damaged = bytearray(data)
        for _ in range(source.choice([1, 4, 40])):
            damaged[source.randrange(len(damaged))] = source.randrange(256)
        try:
            blank = prepare(bytes(damaged))
        except KitError as err:
            assert "\n" not in str(err)
            continue
        values = {
            name: VALUES[name] if field.kind is not FieldKind.TEXT else "Overton"
            for name, field in blank.fields.items()
            if name in VALUES
        }
        try:
            assert fill(blank, values).pdf.startswith(blank.pdf)
        except KitError as err:
            assert str(err)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_download_that_was_cut_off(share):
    """A form of which the end is missing is refused, or what is left of it is used."""
    data = everything_bytes()
    try:
        fields = prepare(data[: int(len(data) * share)]).fields
    except KitError as err:
        assert str(err).startswith("this file is damaged") or "no fields" in str(err)
    else:
        assert fields.keys() <= prepare(data).fields.keys()


@pytest.mark.parametrize(
    "wrong",
    [
        b"42",
        b"(text)",
        b"/Name",
        b"[]",
        b"<<>>",
        b"[null null null null]",
        b"<</A <</B /C>>>>",
        b"99999999999",
        b"true",
    ],
)
@pytest.mark.parametrize(
    "key", ["Rect", "DA", "Ff", "MaxLen", "Q", "MK", "AP", "Opt", "FT", "T", "F", "BS", "Parent", "V"]
)
def test_a_key_of_the_wrong_kind(key, wrong):
    """A field whose dictionary says nonsense does not stop the others."""
    import pikepdf  # noqa: PLC0415 - beside its use

    sample = everything()
    for annotation in sample.pdf.pages[0].obj.Annots:
        if annotation.get("/T") in ("State", "County", "Asked"):
            annotation[f"/{key}"] = pikepdf.Object.parse(wrong)
    blank = prepare(sample.bytes())

    assert "Right" in blank.fields
    given = {"Right": "x"} | {name: VALUES[name] for name in ("State", "Asked") if name in blank.fields}
    try:
        assert fill(blank, given).pdf
    except KitError as err:
        assert str(err)


@pytest.mark.parametrize("wrong", [b"42", b"[]", b"(x)", b"<</Font 3>>", b"<</Font <</Helv 3>>>>"])
@pytest.mark.parametrize("key", ["DR", "DA", "Fields", "XFA"])
def test_a_form_of_the_wrong_kind(key, wrong):
    """A form whose own dictionary says nonsense is read as far as it goes."""
    import pikepdf  # noqa: PLC0415 - beside its use

    sample = everything()
    sample.form[f"/{key}"] = pikepdf.Object.parse(wrong)
    try:
        blank = prepare(sample.bytes())
    except KitError as err:
        assert str(err)
    else:
        assert fill(blank, {"Right": "x"}).pdf
