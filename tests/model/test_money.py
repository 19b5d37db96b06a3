"""Money as sentences say it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kit.model.money import spoken


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        ("1234.5", "USD", "$1,234.50"),
        ("1E+3", "USD", "$1,000.00"),
        ("-5", "USD", "-$5.00"),
        ("0", "USD", "$0.00"),
        ("1.005", "USD", "$1.005"),
        ("1001", "JPY", "JPY 1,001"),
        ("1000.50", "JPY", "JPY 1,000.5"),
        ("-2", "KWD", "-KWD 2.000"),
    ],
)
def test_an_amount_names_its_currency(amount, currency, expected):
    """An amount has the decimals of its currency, and more only where it really has more."""
    assert spoken(Decimal(amount), currency) == expected
