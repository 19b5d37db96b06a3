"""Money, days, rates and names in words; the only caller of Babel.

Amounts arrive rounded: a third decimal here would be a fault of the ledger, and
Babel would round it half to even, so it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from kit.model.money import minor_unit

LOCALE = Locale("en", "US")


@lru_cache(maxsize=4096)
def money(amount: Decimal, currency: str = "USD") -> str:
    """Return ``amount`` as printed: $1,234.50. A debt below zero prints as -$5.00."""
    if amount != amount.quantize(minor_unit(currency)):
        raise ValueError(f"{amount} {currency} has not been rounded")
    return str(format_currency(amount, currency, locale=LOCALE))


def curly(text: str) -> str:
    """Return ``text`` with its apostrophes as they are printed."""
    return text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")


def bare_money(amount: Decimal, currency: str = "USD") -> str:
    """Return ``amount`` without the currency's sign, for columns that name it once."""
    places = -int(minor_unit(currency).as_tuple().exponent)
    pattern = "#,##0." + "0" * places if places else "#,##0"
    return str(format_decimal(amount, pattern, locale=LOCALE))


def price(amount: Decimal, currency: str = "USD") -> str:
    """Return a price for one unit, which may have more decimals than money: 68.00, 0.0425."""
    if amount == amount.quantize(minor_unit(currency)):
        return bare_money(amount, currency)
    return str(format_decimal(amount, "#,##0.00####", locale=LOCALE))


def unit_price(amount: Decimal, currency: str = "USD") -> str:
    """Return such a price in a sentence, with the currency's sign: $68.00, $0.0425."""
    if amount == amount.quantize(minor_unit(currency)):
        return money(amount, currency)
    return str(format_currency(amount, currency, "¤#,##0.00####", locale=LOCALE, currency_digits=False))


@lru_cache(maxsize=4096)
def day(when: date) -> str:
    """Return the day in words: February 1, 2024."""
    return str(format_date(when, "MMMM d, y", locale=LOCALE))


@lru_cache(maxsize=4096)
def short_day(when: date) -> str:
    """Return the day for a column: Feb 1, 2024."""
    return str(format_date(when, "MMM d, y", locale=LOCALE))


def number(value: Decimal) -> str:
    """Return a quantity without idle zeros: 40, 7.5, 1,200."""
    return str(format_decimal(value.normalize(), "#,##0.######", locale=LOCALE))


def percent(value: Decimal) -> str:
    """Return a rate: 12%, 1.5%."""
    return f"{number(value)}%"


def count(amount: int, one: str, many: str | None = None) -> str:
    """Return ``amount`` with its noun: 1 day, 3 days."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def listing(items: Iterable[str], last: str = "and") -> str:
    """Return ``items`` as a sentence lists them: a, b, and c."""
    return str(format_list(list(items), style="standard" if last == "and" else "or", locale=LOCALE))


def sentences(parts: Sequence[str]) -> str:
    """Join sentences with one space."""
    return " ".join(part.strip() for part in parts if part.strip())
