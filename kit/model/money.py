"""Money: exact decimals in one currency, rounded half up once per posting.

Minor units follow ISO 4217: two decimals except where the standard says otherwise.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from kit.model.fields import parse_line, refuse

ZERO = Decimal(0)
CENT = Decimal("0.01")
DOLLARS = "USD"  # the currency of the law's own amounts

_NO_DECIMALS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split())
_THREE_DECIMALS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
_TWO_DECIMALS = frozenset(
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP "
    "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES "
    "KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK "
    "NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB "
    "TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG".split()
)


@cache
def minor_unit(currency: str) -> Decimal:
    """Return the smallest amount of ``currency``: 0.01 for USD, 1 for JPY."""
    if currency in _NO_DECIMALS:
        return Decimal(1)
    return Decimal("0.001") if currency in _THREE_DECIMALS else CENT


def to_minor(amount: Decimal, currency: str = "USD") -> Decimal:
    """Round ``amount`` half up to the smallest unit of ``currency``."""
    return amount.quantize(minor_unit(currency), ROUND_HALF_UP)


def spoken(amount: Decimal, currency: str) -> str:
    """Return ``amount`` as a sentence on the screen says it: $1,234.50, -$5.00, JPY 1,001.

    An amount finer than the currency keeps all its decimals, since the sentence may be about them.
    """
    rounded = to_minor(amount, currency)
    figure = abs(rounded if rounded == amount else amount.normalize())
    sign = "-" if amount < 0 else ""
    return f"{sign}${figure:,f}" if currency == DOLLARS else f"{sign}{currency} {figure:,f}"


def parse_currency(value: Any) -> str:
    """Return the ISO 4217 code in ``value``."""
    code = parse_line(value)
    if code not in _NO_DECIMALS | _THREE_DECIMALS | _TWO_DECIMALS:
        raise refuse(f"`{code}` is not a currency code", "Write the three letters of ISO 4217, such as USD.", "K026")
    return code


Currency = Annotated[str, BeforeValidator(parse_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
