"""How days, amounts, counts and texts are understood, and what is said where they are not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from kit.model.fields import (
    parse_amount,
    parse_count,
    parse_day,
    parse_file,
    parse_flag,
    parse_line,
    parse_number,
    parse_percent,
)

PARSERS = (parse_amount, parse_count, parse_day, parse_file, parse_flag, parse_line, parse_number, parse_percent)


def refusal(parse, text):
    """Return what is said about a text that is refused."""
    with pytest.raises(PydanticCustomError) as caught:
        parse(text)
    return caught.value.context


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
def test_any_text_is_understood_or_refused(parse):
    """No text brings a field down, and every refusal is a short sentence."""

    @given(st.one_of(st.text(), st.from_regex(r"[-$]?[\d.,]{0,20}[%eE]?\d*"), st.dates().map(str)))
    def check(text):
        try:
            parse(text)
        except PydanticCustomError as err:
            assert err.context["sentence"]
            assert len(err.context["sentence"]) < 200

    check()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234.50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("$1,234.50", "1234.50"),
        ("$ 5", "5"),
        (" 0.00 ", "0.00"),
        ("999,999,999,999.99", "999999999999.99"),
        ("10000.10", "10000.10"),
        ("12345678901.123456789", "12345678901.123456789"),
    ],
)
def test_amounts_keep_every_digit(text, expected):
    """An amount is the decimal that was typed, to the last digit."""
    assert str(parse_amount(text)) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.234,50", "two ways"),
        ("1234,5", "two ways"),
        ("1.234.567", "two ways"),
        ("12,34.5", "commas"),
        ("1,2345", "commas"),
        ("1e5", "exponent"),
        ("１２", "other digits"),
        ("٣", "other digits"),
        ("-5", "less than nothing"),
        ("$-5", "less than nothing"),
        ("NaN", "not a number"),
        ("Infinity", "not a number"),
        ("1 234.50", "not one number"),
        ("1000000000000", "larger"),
        ("9" * 5_001, "larger"),
        ("5 USD", "currency"),
        ("€5", "currency"),
        (".50", "not one number"),
        ("5.", "not one number"),
        ("+5", "not a number"),
        ("1_000", "not a number"),
        ("", "empty"),
    ],
)
def test_amounts_are_never_guessed(text, words):
    """A figure that could be another one is refused, with the reason."""
    assert words in refusal(parse_amount, text)["sentence"]


@given(st.decimals(min_value=0, max_value=999_999_999_999, places=2, allow_nan=False))
def test_an_amount_reads_back_with_and_without_commas(amount):
    """Grouping and the dollar sign change nothing."""
    assert parse_amount(f"{amount:f}") == parse_amount(f"${amount:,f}") == amount
    assert isinstance(parse_amount(f"{amount:f}"), Decimal)


@pytest.mark.parametrize(
    ("text", "words", "fix"),
    [
        ("2024-02-30", "not a day of the calendar", "29 days"),
        ("2023-02-29", "not a day of the calendar", "28 days"),
        ("2024-13-01", "no such month", "01 to 12"),
        ("02/01/2024", "2024-02-01 or as 2024-01-02", "year first"),
        ("02.01.2024", "2024-02-01 or as 2024-01-02", "year first"),
        ("13/01/2024", "year-month-day", "2024-01-13"),
        ("01/01/2024", "year-month-day", "2024-01-01"),
        ("2024-2-1", "year-month-day", "2024-02-01"),
        ("2024/02/01", "year-month-day", "2024-02-01"),
        ("20240201", "year-month-day", "2024-02-01"),
        ("99/99/2024", "not a day", "2026-03-01"),
        ("2024-02-01T00:00:00Z", "time of day", "2024-02-01"),
        ("Feb 1, 2024", "year-month-day", "2026-03-01"),
        ("1899-12-31", "out of range", "1900 to 2200"),
        ("2201-01-01", "out of range", "1900 to 2200"),
        ("٢٠٢٤-٠٢-٠١", "year-month-day", "2026-03-01"),
    ],
)
def test_days_are_never_guessed(text, words, fix):
    """A day written another way is answered with how it reads, both ways where there are two."""
    said = refusal(parse_day, text)

    assert words in said["sentence"]
    assert fix in said["fix"]


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_of_three_centuries_reads_back(day):
    """A day written as it should be is that day."""
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Late Paper  ", "Late Paper"),
        ("one\n  two\n\nthree", "one two three"),
        ("Late\u00a0Paper", "Late Paper"),
        ("نامه\u200cها", "نامه\u200cها"),
        ("Zoë & Söhne <GmbH>", "Zoë & Söhne <GmbH>"),
    ],
)
def test_texts_stand_on_one_line(text, expected):
    """Line ends and odd spaces become plain spaces; letters of every script stay."""
    assert parse_line(text) == expected


@pytest.mark.parametrize(
    "sign", ["\u202e", "\u2066", "\u200b", "\u2060", "\ufeff", "\u00ad", "\x00", "\x1b", "\x7f", "\u200f", "\ue000"]
)
def test_invisible_signs_are_refused(sign):
    """A name that prints otherwise than it is stored never gets onto paper."""
    assert f"U+{ord(sign):04X}" in refusal(parse_line, f"Late{sign}Paper")["sentence"]


@pytest.mark.parametrize(
    "path",
    ["../x.pdf", "a/../../x", "/etc/passwd", "C:\\x.pdf", "C:x", "\\\\server\\x", "~/x", "a//b", "a/./b", ".", "..\\x"],
)
def test_files_stay_in_the_folder(path):
    """No exhibit is read from anywhere but the case folder."""
    assert refusal(parse_file, path)["code"] == "K036"


def test_windows_separators_are_understood():
    """A path typed on Windows names the same file everywhere."""
    assert parse_file("exhibits\\contract.pdf") == "exhibits/contract.pdf"


@pytest.mark.parametrize(("text", "expected"), [("yes", True), ("No", False), ("TRUE", True), ("off", False)])
def test_yes_and_no(text, expected):
    """Yes and no are read in any case."""
    assert parse_flag(text) is expected


@pytest.mark.parametrize("text", ["y", "1", "maybe", "", "ja"])
def test_neither_yes_nor_no(text):
    """Nothing else is taken for yes or no."""
    assert refusal(parse_flag, text)


@pytest.mark.parametrize("text", ["1.5", "-1", "100001", "x"])
def test_counts_are_whole(text):
    """A count is a whole number that a calendar can hold."""
    assert refusal(parse_count, text)["code"] == "K024"
