"""What the reader does with any text, and with every file that is no text."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kit.findings import InvalidFile
from kit.load import yaml_build, yaml_text
from kit.load.tree import BREAK

PARSERS = [pytest.param(yaml.SafeLoader, id="python-parser")]
if yaml.__with_libyaml__:
    PARSERS.append(pytest.param(yaml.CSafeLoader, id="c-parser"))

# Text that is nearly YAML finds more than text at random.
PIECES = [
    "a",
    "b:",
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "'",
    '"',
    "|",
    ">",
]
PIECES += [
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "%YAML 1.1\n",
    "\\",
    "é",
    "日本",
    "\u2028",
    "\x85",
    "\ufeff",
    "\x00",
    "\r",
    "\r\n",
    "~",
]
nearly_yaml = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.fixture(params=PARSERS)
def parser(request, monkeypatch):
    """Read with either parser: the C one where PyYAML has it, the Python one everywhere."""
    monkeypatch.setattr(yaml_text, "PARSER", request.param)


def read(text):
    """Return the data in ``text``."""
    return yaml_text.parse(text, "case.yaml").data


def refusal(text):
    """Return the findings of a text that is refused."""
    with pytest.raises(InvalidFile) as caught:
        yaml_text.parse(text, "case.yaml")
    return caught.value.findings


@pytest.mark.parametrize("text", [st.text(), nearly_yaml], ids=["any-text", "nearly-yaml"])
@pytest.mark.parametrize("loader", [param.values[0] for param in PARSERS], ids=[param.id for param in PARSERS])
def test_any_text_is_read_or_refused(text, loader):
    """No text whatever brings the reader down, and every place it names lies in the text."""

    @given(text)
    def check(text):
        before, yaml_text.PARSER = yaml_text.PARSER, loader
        try:
            assert isinstance(yaml_text.parse(text, "case.yaml").data, dict)
        except InvalidFile as err:
            assert err.findings
            for finding in err.findings:
                _assert_within(finding.place, text)
        finally:
            yaml_text.PARSER = before

    check()


leaves = st.one_of(st.none(), st.text("ab: #-'\"{}[]", max_size=6))
nested = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=2), inner, max_size=3)
)


@pytest.mark.parametrize(
    "text",
    [nearly_yaml, nested.map(lambda data: yaml.safe_dump({"top": data}, default_flow_style=None))],
    ids=["nearly-yaml", "data"],
)
def test_the_quick_way_reads_the_same(text):
    """Whether a text goes the quick way or the careful one, its data is the same and so is every place."""

    @given(text)
    def check(text):
        try:
            careful = list(yaml_text._with_places(text, "x"))  # noqa: SLF001 - the two ways are compared
        except InvalidFile:
            with pytest.raises(InvalidFile):
                list(yaml_text.documents(text, "x"))
            return
        if any(mark in text for mark in "\u2028\x85\ufeff"):
            return  # refused before either way
        quick = list(yaml_text.documents(text, "x"))
        assert [tree.data for tree in quick] == [tree.data for tree in careful]
        for one, other in zip(quick, careful, strict=True):
            assert one.mark == other.mark
            for loc in _paths(other.data):
                assert one.place(*loc) == other.place(*loc)
                assert one.key_place(*loc) == other.key_place(*loc)

    check()


def _paths(data, at=()):
    yield at
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from _paths(value, (*at, key))


def _assert_within(place, text):
    if place.line == 0:
        return
    lines = BREAK.split(text)
    assert 1 <= place.line <= len(lines)
    assert place.text == lines[place.line - 1]
    assert 1 <= place.column <= len(place.text) + 1


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("zip: 02134", {"zip": "02134"}, id="leading-zero"),
        pytest.param("a: no\nb: yes\nc: on", {"a": "no", "b": "yes", "c": "on"}, id="words-stay-words"),
        pytest.param(
            "a: 10000.10\nb: 1e3\nc: 0x1F\nd: 1_000",
            {"a": "10000.10", "b": "1e3", "c": "0x1F", "d": "1_000"},
            id="numbers",
        ),
        pytest.param("a: 2025-02-30\nb: 12:30:45", {"a": "2025-02-30", "b": "12:30:45"}, id="days-and-times"),
        pytest.param("a:\nb: ~\nc: null\nd: ''\ne: Null", {"d": "", "e": "Null"}, id="nothing-after-a-key"),
        pytest.param("a: '~'\nb: \"null\"", {"a": "~", "b": "null"}, id="quoted-nothing-is-text"),
        pytest.param("a: {b: [1, {c: d}], e: }", {"a": {"b": ["1", {"c": "d"}]}}, id="flow"),
        pytest.param("a:\n- b\n- - c\n  - d\n", {"a": ["b", ["c", "d"]]}, id="lists-in-lists"),
        pytest.param("a: |\n  one\n  two\nb: >-\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two"}, id="block-text"),
        pytest.param("a: b # c\n# d\ne: f#g", {"a": "b", "e": "f#g"}, id="comments"),
        pytest.param("a: b\r\nc:\r\n  d: e\r\n", {"a": "b", "c": {"d": "e"}}, id="crlf"),
        pytest.param("a: b\rc: d", {"a": "b", "c": "d"}, id="old-mac-line-ends"),
        pytest.param(
            "a: &x {k: v}\nb: *x\nc: &x w\nd: *x",
            {"a": {"k": "v"}, "b": {"k": "v"}, "c": "w", "d": "w"},
            id="anchors-reused",
        ),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="marked-document"),
        pytest.param("a: ! b", {"a": "b"}, id="the-tag-that-says-text"),
        pytest.param("{a: b}", {"a": "b"}, id="one-flow-mapping"),
        pytest.param('"a b": c\n? d\n: e', {"a b": "c", "d": "e"}, id="quoted-and-explicit-keys"),
        pytest.param("a: " + "x" * 1_000_000, {"a": "x" * 1_000_000}, id="a-line-of-a-million"),
    ],
)
def test_scalars_stay_text(text, expected):
    """Nothing is guessed: what is typed is what is read."""
    assert read(text) == expected


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "code", "line", "column", "length"),
    [
        pytest.param("a: 1\nb: 2\na: 3", "K005", 3, 1, 1, id="key-twice"),
        pytest.param("a: {b: 1, b: 2}", "K005", 1, 11, 1, id="key-twice-in-flow"),
        pytest.param("[" * 100_000, "K006", 1, 51, 1, id="bomb-of-brackets"),
        pytest.param("{a: " * 100_000, "K006", 1, 201, 1, id="bomb-of-braces"),
        pytest.param("- " * 50_000, "K006", 1, 101, 1, id="bomb-of-dashes"),
        pytest.param("a: &a [*a]", "K007", 1, 8, 2, id="alias-to-itself"),
        pytest.param("a: *b", "K007", 1, 4, 2, id="alias-to-nothing"),
        pytest.param("a: !!str 5", "K008", 1, 4, 7, id="tag-and-its-value"),
        pytest.param("a: !env HOME", "K008", 1, 4, 9, id="tag-of-ones-own"),
        pytest.param("<<: {a: b}", "K008", 1, 1, 2, id="merge-key"),
        pytest.param("[a, b]: c", "K008", 1, 1, 1, id="list-as-key"),
        pytest.param("? {a: b}\n: c", "K008", 1, 3, 1, id="group-as-key"),
        pytest.param("a: b\n---\nc: d", "K009", 3, 1, 1, id="second-document"),
        pytest.param("a: [b, ~]", "K010", 1, 8, 1, id="empty-item"),
        pytest.param("a: b\n\tc: d", "K004", 2, 1, 1, id="tab"),
        pytest.param("é: \x07", "K004", 1, 4, 1, id="control-character-after-accents"),
        pytest.param("a: \x00", "K004", 1, 4, 1, id="nul"),
        pytest.param("a: b\nc: \ufeffd", "K004", 2, 4, 1, id="byte-order-mark-inside"),
        pytest.param("a: b\ud800", "K004", 1, 5, 1, id="half-a-surrogate-pair"),
    ],
)
def test_refusals_have_a_place(text, code, line, column, length):
    """What is not read is refused with the line, the column and the length of the fault."""
    place = refusal(text)[0].place

    assert refusal(text)[0].code == code
    assert (place.line, place.column, place.length) == (line, column, length)


def test_all_repeated_keys_are_named_at_once():
    """Every fault of the text is reported in one run, in file order."""
    lines = [finding.place.line for finding in refusal("a: 1\na: 2\nb: !!int 3\nb: 4\n")]

    assert lines == [2, 3, 4]


def test_faults_have_an_end():
    """A file with thousands of faults is answered with the first of them."""
    assert len(refusal("a: 1\n" * 10_000)) == yaml_build.MAX_FAULTS


def test_values_have_an_end():
    """A file of more values than any case has is refused, not held in memory."""
    assert [finding.code for finding in refusal("a: [" + "x," * 300_000 + "]")] == ["K007"]


@pytest.mark.parametrize(
    ("loc", "expected"),
    [
        pytest.param(("a", "b"), (2, 6, 3), id="scalar"),
        pytest.param(("a", "list", 1), (3, 13, 3), id="item"),
        pytest.param(("a", "text"), (4, 9, 1), id="block-text-starts-at-its-sign"),
        pytest.param(("a", "empty"), (7, 9, 1), id="nothing-after-a-key"),
        pytest.param(("a", "list", 7), (3, 3, 4), id="past-the-end-falls-back-to-the-key-of-the-list"),
        pytest.param(("a", "b", "c"), (2, 6, 3), id="below-a-scalar-falls-back-to-it"),
        pytest.param(("nowhere",), (1, 1, 1), id="nowhere-falls-back-to-the-top"),
    ],
)
def test_places(loc, expected):
    """A value's place is where it was typed; a value that is not there has the place of what should hold it."""
    text = "a:\n  b: one\n  list: [1, two]\n  text: |\n    x\n    y\n  empty:\n"
    place = yaml_text.parse(text, "case.yaml").place(*loc)

    assert (place.line, place.column, place.length) == expected


def test_key_place():
    """A key's place is the key itself, with its own length, even where nothing stands after it."""
    tree = yaml_text.parse("a:\n  bcd: 1\n  empty:\n", "case.yaml")

    assert (tree.key_place("a", "bcd").line, tree.key_place("a", "bcd").length) == (2, 3)
    assert (tree.key_place("a", "empty").line, tree.key_place("a", "empty").length) == (3, 5)


def test_a_stream_yields_until_the_first_bad_document():
    """Documents before a bad one are still read; the journal depends on it."""
    stream = yaml_text.documents("a: 1\n---\nb: 2\n---\nb: [\n", "journal.yaml")

    assert [next(stream).data, next(stream).data] == [{"a": "1"}, {"b": "2"}]
    with pytest.raises(InvalidFile):
        next(stream)


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        pytest.param(b"a: \xff", "K003", "0xFF", id="no-utf-8"),
        pytest.param("a: b".encode("utf-16"), "K003", "UTF-16", id="utf-16-with-a-mark"),
        pytest.param("a: b".encode("utf-16-le"), "K003", "UTF-16", id="utf-16-without-one"),
        pytest.param("a: b".encode("utf-32-be"), "K003", "UTF-16", id="utf-32"),
        pytest.param(b"a: " + b"x" * 2_000_000, "K002", "2 MB", id="over-2-mb"),
        pytest.param("a: b\ud800".encode("utf-8", "surrogatepass"), "K003", "0xED", id="surrogates-in-the-bytes"),
        pytest.param(b"", "K010", "empty", id="nothing"),
    ],
)
def test_bytes_that_are_no_text(tmp_path, raw, code, words):
    """Bytes that are no UTF-8, or too many, are refused by name."""
    path = tmp_path / "case.yaml"
    path.write_bytes(raw)

    with pytest.raises(InvalidFile) as caught:
        yaml_text.read(path, "case.yaml")

    assert [finding.code for finding in caught.value.findings] == [code]
    assert words in caught.value.findings[0].message


def test_a_mark_at_the_start_is_no_fault(tmp_path):
    """A file that Notepad saved reads like any other, and its first column is still 1."""
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")

    tree = yaml_text.read(path, "case.yaml")

    assert tree.data == {"a": "b"}
    assert tree.key_place("a").column == 1


def no_file(tmp_path):
    """Name a file that is not there."""
    return tmp_path / "nothing.yaml"


def folder(tmp_path):
    """Name a folder."""
    return tmp_path


def pipe(tmp_path):
    """Name a pipe that nobody writes into."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path / "pipe"


def endless(_tmp_path):
    """Name a device that never ends."""
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    return "/dev/zero"


def forbidden(tmp_path):
    """Name a file that may not be read."""
    path = tmp_path / "locked.yaml"
    path.write_text("a: b")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    return path


def odd_name(tmp_path):
    """Name a file with a NUL in its name."""
    return tmp_path / "a\0b"


def long_name(tmp_path):
    """Name a file with a name no disk takes."""
    return tmp_path / ("x" * 5000)


def loop(tmp_path):
    """Name a link that leads to itself."""
    if sys.platform == "win32":
        pytest.skip("links need a right there")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    return tmp_path / "loop"


@pytest.mark.parametrize("make", [no_file, folder, pipe, endless, forbidden, odd_name, long_name, loop])
def test_what_is_no_file_is_said_at_once(tmp_path, make):
    """A file that is absent, no file at all, or not ours is one sentence, without waiting."""
    with pytest.raises(InvalidFile) as caught:
        yaml_text.read(Path(make(tmp_path)), "case.yaml")

    assert [finding.code for finding in caught.value.findings] == ["K001"]
