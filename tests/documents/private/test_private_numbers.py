"""What is private data and what only looks like it: tables of hits and near misses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from private_pages import made

from kit.documents.private import PrivateKind, scan
from kit.documents.private.accounts import is_iban, is_routing
from kit.documents.private.cards import is_card

SSN, TIN, CARD = PrivateKind.SOCIAL_SECURITY, PrivateKind.TAXPAYER, PrivateKind.CARD
ACCOUNT, ROUTING, BORN = PrivateKind.ACCOUNT, PrivateKind.ROUTING, PrivateKind.BIRTH_DATE

HITS = [
    pytest.param("Driver 123-45-6789, hired", SSN, "6789", id="ssn"),
    pytest.param("Driver 123 45 6789, hired", SSN, "6789", id="ssn-with-spaces"),
    pytest.param("Driver 123.45.6789 hired", SSN, "6789", id="ssn-with-dots"),
    pytest.param("Driver 123\u201345\u20136789", SSN, "6789", id="ssn-with-dashes"),
    pytest.param("Driver 123-45-\n6789 hired", SSN, "6789", id="ssn-over-two-lines"),
    pytest.param("SSN 123456789", SSN, "6789", id="ssn-in-one-piece-with-a-label"),
    pytest.param("Social Security Number:\n123456789", SSN, "6789", id="ssn-under-its-label"),
    pytest.param("S.S.N. 1 2 3 4 5 6 7 8 9", SSN, "6789", id="ssn-in-the-boxes-of-a-form"),
    pytest.param("Soc. Sec. No. 123 - 45 - 6789", SSN, "6789", id="ssn-with-wide-hyphens"),
    pytest.param("Invoice 1204, SSN: 123-45-6789", SSN, "6789", id="ssn-after-another-number"),
    pytest.param("900-70-1234 on his form", TIN, "1234", id="itin"),
    pytest.param("Taxpayer ID of Mr. Moss: 123456789", SSN, "6789", id="taxpayer-id-of-a-person"),
    pytest.param("Visa 4111 1111 1111 1111 exp 09/27", CARD, "1111", id="visa"),
    pytest.param("4111111111111111", CARD, "1111", id="visa-in-one-piece"),
    pytest.param("4111-1111-1111-1111", CARD, "1111", id="visa-with-hyphens"),
    pytest.param("card 4111 1111 1111 1111 12/27 per month", CARD, "1111", id="card-before-a-date"),
    pytest.param("4111 1111\n1111 1111", CARD, "1111", id="card-over-two-lines"),
    pytest.param("41111111\n11111111", CARD, "1111", id="card-broken-without-a-sign"),
    pytest.param("3782 822463 10005", CARD, "0005", id="american-express"),
    pytest.param("5555 5555 5555 4444", CARD, "4444", id="mastercard"),
    pytest.param("2223 0031 2200 3222", CARD, "3222", id="mastercard-of-the-second-range"),
    pytest.param("6011 1111 1111 1117", CARD, "1117", id="discover"),
    pytest.param("3056 930902 5904", CARD, "5904", id="diners"),
    pytest.param("3530 1113 3330 0000", CARD, "0000", id="jcb"),
    pytest.param("Account No. 000482917736", ACCOUNT, "7736", id="account"),
    pytest.param("Acct. #: 4829-1773-62", ACCOUNT, "7362", id="account-with-hyphens"),
    pytest.param("account number 4829 1773 6201", ACCOUNT, "6201", id="account-with-spaces"),
    pytest.param("Checking account 48291773", ACCOUNT, "1773", id="account-without-number-sign"),
    pytest.param("a/c 48291773", ACCOUNT, "1773", id="account-in-short"),
    pytest.param("Account number:\n000482917736", ACCOUNT, "7736", id="account-under-its-label"),
    pytest.param("IBAN: DE89 3704 0044 0532 0130 00", ACCOUNT, "3000", id="iban"),
    pytest.param("IBAN GB82WEST12345698765432", ACCOUNT, "5432", id="iban-in-one-piece"),
    pytest.param("Routing number 021000021", ROUTING, "0021", id="routing"),
    pytest.param("ABA 1110-0002-5", ROUTING, "0025", id="routing-with-hyphens"),
    pytest.param("Date of birth: 04/17/1981", BORN, "1981", id="birth-date"),
    pytest.param("DOB 1981-04-17", BORN, "1981", id="birth-date-year-first"),
    pytest.param("D.O.B. 4-17-81", BORN, "81", id="birth-date-with-two-digits"),
    pytest.param("born on April 17, 1981 in Overton", BORN, "1981", id="birth-date-in-words"),
    pytest.param("was born the 17th of April 1981", BORN, "1981", id="birth-date-day-first"),
    pytest.param("Date of birth\n17 April 1981", BORN, "1981", id="birth-date-under-its-label"),
]

MISSES = [
    pytest.param("Call 512-555-0142 or (512) 555-0142, 1-800-555-0142", id="telephone"),
    pytest.param("Houston, TX 77011-3398; 770113398", id="zip-and-four"),
    pytest.param("EIN 12-3456789; Tax ID 12-3456789; FEIN: 98-7654321", id="number-of-a-business"),
    pytest.param("000-12-3456 666-12-3456 912-12-3456 123-00-4567 123-45-0000", id="ssn-nobody-can-have"),
    pytest.param("Invoice no. 123-45-6789, order # 123-45-6789, P.O. 123-45-6789", id="numbers-of-a-business"),
    pytest.param("INV-104-22-2026 and 2026-104-22-1999-7", id="number-with-letters-before"),
    pytest.param("SSN xxx-xx-6789 or ***-**-6789, ending 6789", id="ssn-masked"),
    pytest.param("123456789 pieces; total 123456789", id="nine-digits-without-a-label"),
    pytest.param("2026-11-23 11/23/2026 11-23-2026 statement of account 2026-09-10", id="dates"),
    pytest.param("9414 8112 0620 4111 1111 11 / 9414811206204111111111", id="certified-mail"),
    pytest.param("420 77011 9400 1112 0620 4111 1111 11", id="parcel-with-zip"),
    pytest.param("9407 1118 9956 3141 5926 53", id="tracking-in-groups"),
    pytest.param("4111 1111 1111 1112 and 1234 5678 9012 3452", id="check-digit-or-first-digits-wrong"),
    pytest.param("Card ending 1111, xxxx xxxx xxxx 1111", id="card-masked"),
    pytest.param("Account ending 4471; acct. xxxx4471; account no. ****4471", id="account-masked"),
    pytest.param("Account No. 4471", id="last-four-of-an-account"),
    pytest.param("On account: $6,500.00; account of 16,916.57; account 123456.78", id="amounts"),
    pytest.param("Your account is 30 days past due as of 2026-11-23", id="account-in-a-letter"),
    pytest.param("Accounts payable, phone 713-555-0160. Account: call 713-555-0160", id="account-and-telephone"),
    pytest.param("Account statement for invoice no. 20261104", id="account-and-invoice"),
    pytest.param("Routing number 021000022; routing of delivery 48", id="routing-check-digit-wrong"),
    pytest.param("IBAN DE89 3704 0044 0532 0130 01", id="iban-check-digits-wrong"),
    pytest.param("Born 1981; year of birth 1981; born in 1981", id="year-of-birth"),
    pytest.param("Newborn care on 04/17/2026, signed 04/17/2026", id="date-without-a-label"),
    pytest.param("Case No. 26-CV-123456 and 2:26-cv-00123", id="case-numbers"),
    pytest.param("Qty 123 45 6789.00", id="row-of-figures"),
]


@pytest.mark.parametrize(("words", "kind", "ending"), HITS)
def test_private_data_is_found(words, kind, ending):
    """It is found however it is written, and named by what may stand alone."""
    (found,) = scan(made(words)).found

    assert found.kind is kind
    assert found.says.endswith(ending)
    assert found.boxes
    assert not any(len(piece) > 4 for piece in found.says.split() if piece.isdigit())


@pytest.mark.parametrize("words", MISSES)
def test_near_misses_are_left_alone(words):
    """Telephone numbers, tracking numbers, amounts, dates and what is masked already are not private data."""
    found = scan(made(words)).found

    assert [(one.kind, one.says) for one in found] == []


@pytest.mark.parametrize(
    ("minors", "words", "expected"),
    [
        pytest.param("Emma Lindqvist", "the daughter EMMA LINDQVIST lives", 1, id="capitals"),
        pytest.param("Emma Lindqvist", "Emma Lindqvist's room", 1, id="possessive"),
        pytest.param("Emma Lindqvist", "Emma K. Lindqvist and Emma Karin Lindqvist", 2, id="middle-names"),
        pytest.param("Emma Lindqvist", "Lindqvist, Emma", 1, id="last-name-first"),
        pytest.param("Emma Lindqvist", "with Emma\nLindqvist", 1, id="over-two-lines"),
        pytest.param("Emma Lindqvist", "with Emma Lind-\nqvist", 1, id="broken-word"),
        pytest.param("Zo\u00e9 Br\u00fbl\u00e9", "ZOE BRULE and Zo\u00e9 Br\u00fbl\u00e9", 2, id="accents"),
        pytest.param("Ann", "Anna, Joanna and ann\u00e9e; Annapolis", 0, id="whole-words-only"),
        pytest.param("Emma Lindqvist", "E.L. and E. L.", 0, id="initials"),
        pytest.param("O'Neil (Jr.)", "said O'Neil (Jr.) twice", 1, id="signs-of-a-pattern"),
    ],
)
def test_minors_are_found(minors, words, expected):
    """A minor's name given in the case is found as people write it, and is not repeated in the finding."""
    found = scan(made(words), minors=(minors,)).found

    assert [one.kind for one in found] == [PrivateKind.MINOR] * expected
    assert not any(part in one.says for one in found for part in minors.split())


def test_own_words_are_found():
    """The user's own words are found, whole, and the rule says whose list it was."""
    (found,) = scan(made("Project Bluebird is secret, bluebirds are not"), words=("project bluebird",)).found

    assert found.kind is PrivateKind.WORD
    assert "private" in found.rule


def test_rules_are_cited_as_a_model():
    """Each finding cites the federal rule as the model, says what may stand, and leaves the last word to the court."""
    found = scan(made("123-45-6789\nDOB 04/17/1981\nEmma"), minors=("Emma",)).found

    assert [one.rule.split(" as the model")[0] for one in found] == [
        f"Fed. R. Civ. P. 5.2(a)({number})" for number in (1, 2, 3)
    ]
    assert all("your court's own rule decides" in one.rule for one in found)


def luhn(body: str) -> str:
    """Return ``body`` with the check digit that makes it a card's, worked out another way than the kit does."""
    doubled = [sum(divmod(int(char) * 2, 10)) if at % 2 == 0 else int(char) for at, char in enumerate(reversed(body))]
    return body + str(-sum(doubled) % 10)


@given(st.from_regex(r"4\d{14}", fullmatch=True).filter(lambda body: len(set(body)) > 1))
def test_check_digit_of_a_card(body):
    """Of the ten last digits, one makes a card."""
    assert [body + str(last) for last in range(10) if is_card(body + str(last))] == [luhn(body)]


def test_numbers_of_banks():
    """Check digits of banks and IBANs, from numbers that banks publish."""
    assert all(map(is_routing, ("021000021", "111000025", "121000248", "322271627")))
    assert not any(map(is_routing, ("021000012", "501000021", "000000000")))
    assert is_iban("gb82west12345698765432")
    assert not is_iban("gb82west12345698765423")
