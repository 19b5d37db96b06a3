"""The figures reckoned with: the kit's own, each with its source, and the user's, which come first."""

from __future__ import annotations

import shutil

import pytest

from kit.findings import InvalidFile
from kit.load.options_file import load_defaults, read_defaults, read_words
from kit.model.options import filled
from kit.model.ranges import Given
from kit.paths import data_folder

SHIPPED = data_folder("templates") / "options.yaml"


def given_in(group, name=""):
    """Yield every figure of a group of figures with its key."""
    for key in type(group).model_fields:
        value, here = getattr(group, key), f"{name}.{key}".strip(".")
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Given):
                yield here, one
            elif hasattr(type(one), "model_fields"):
                yield from given_in(one, here)


def test_every_figure_of_the_kit_has_its_source():
    """Source, day read and confidence; what is not the kit's assumption has an address or a law."""
    found = dict(given_in(load_defaults()))

    assert len(found) > 40
    for key, one in found.items():
        assert one.source, key
        assert one.read_on, key
        assert one.confidence, key
        assert one.url or "assumption" in one.source or "as for" in one.source or "the same" in one.source or (
            "most people" in one.source
        ), key  # fmt: skip


def test_figures_of_surveys_say_how_old_they_are():
    """Whoever reads a chance of collecting sees of which years it is, and that nobody is sure of it."""
    for row in load_defaults().by_age:
        assert row.figures_of, row.days
        assert row.confidence.value == "low"


@pytest.mark.parametrize("key", ["source", "read_on", "confidence"])
def test_a_figure_without_its_source_is_refused(tmp_path, key):
    """A file of defaults with a hole in its sources is a fault with a place."""
    text = SHIPPED.read_text("utf-8").replace(f"  {key}:", "  note:", 1)
    path = tmp_path / "options.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidFile) as caught:
        read_defaults(path)
    (found,) = caught.value.findings
    assert (found.code, found.message) == ("K870", f"`hour` has no `{key}`")
    assert found.place.line > 1


def test_a_missing_figure_is_refused(tmp_path):
    """Nothing is reckoned with silently."""
    path = tmp_path / "options.yaml"
    shutil.copy(SHIPPED, path)
    path.write_text(path.read_text("utf-8").replace("  basis: unknown\n", ""), encoding="utf-8")

    with pytest.raises(InvalidFile, match=r"`write_off\.basis` has no figure"):
        read_defaults(path)


@pytest.mark.parametrize(
    ("word", "code", "said"),
    [
        ("plan.recovers=120", "K870", "plan.recovers: 120 per cent is more than all of it"),
        ("plan.recovers=0.3", "K870", "plan.recovers: `0.3` would be less than one per cent"),
        ("agency.percent=0.3", "K870", "`0.3` would be less than one per cent"),
        ("plan.recovers=80-20", "K870", "plan.recovers: the range begins at 80 and ends at 20"),
        ("plan.recovers=-5", "K024", "plan.recovers: -5 per cent is out of range"),
        ("hour=-5", "K024", "hour: -5 is less than nothing"),
        ("court.hours=-2", "K870", "court.hours: -2 is less than nothing"),
        ("hour=a lot", "K024", "hour: `a lot` is not a number"),
        ("plan.recover=5", "K031", "`plan.recover` is not a key that is read here"),
        ("plans=5", "K031", "`plans` is not a key that is read here"),
        ("plan=5", "K033", "plan: `5` stands where a group of keys was expected"),
        ("hour.low.high=5", "K0", ""),
        ("agency.percent=50,25", "K870", "the agency's fees do not ascend"),
        ("agency.percent=1,2,3,4,5,6", "K0", ""),
        ("write_off.basis=accrul", "K032", "write_off.basis: `accrul` is not one of the words read here"),
        ("factoring.recourse=maybe", "K025", "factoring.recourse: `maybe` is neither yes nor no"),
        ("hour", "K870", "`hour` names no figure"),
        ("hour=", "K870", "`hour=` names no figure"),
        ("=5", "K870", "`=5` names no figure"),
        ("plan..recovers=5", "K870", "`plan..recovers=5` names no figure"),
    ],
)
def test_a_bad_word_is_answered(word, code, said):
    """One sentence that says what is wrong, at the word as it was typed, with what to type."""
    with pytest.raises(InvalidFile) as caught:
        read_words([word])
    found = caught.value.findings[0]
    assert found.code.startswith(code)
    assert said in found.message
    assert str(found.place).startswith(f"--set {word}")
    assert found.fix


def test_every_bad_word_is_answered_at_once():
    """Two slips are two answers."""
    with pytest.raises(InvalidFile) as caught:
        read_words(["plan.recovers=120", "hour=50", "court.hour=3"])
    assert len(caught.value.findings) == 2


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [("30", "30", "30"), ("25-50", "25", "50"), ("25 to 50", "25", "50"), ("25%-50%", "25", "50"),
     ("0.5%", "0.5", "0.5"), ("2.5..7.5", "2.5", "7.5")],
)  # fmt: skip
def test_ranges_as_people_type_them(word, low, high):
    """One figure, or two with a dash between."""
    found = read_words([f"plan.recovers={word}"]).plan.recovers

    assert (str(found.low), str(found.high)) == (low, high)


def test_the_nearest_figure_wins():
    """A flag before the case, the case before kit.yaml, and the kit's own last; each key by itself."""
    flag, case, above = (read_words(words) for words in (["hour=80"], ["hour=60", "plan.recovers=10-20"],
                                                         ["plan.recovers=5", "plan.days=7"]))  # fmt: skip
    known = filled(flag, filled(case, filled(above, load_defaults())))

    assert (known.hour.low, known.hour.source) == (80, None)
    assert (known.plan.recovers.high, known.plan.days.low) == (20, 7)
    assert known.plan.hours == load_defaults().plan.hours
