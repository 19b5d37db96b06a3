"""What a packet says of private data: where, by which rule, and what could not be read."""

from __future__ import annotations

import pytest
from packet_suit import FILED

from kit.documents.packet.part import Part
from kit.filing import private_data
from kit.filing.evidence import evidence
from kit.filing.look import look_ahead

NOTICE = "Account No. 000482917736\nPat Moss and her son Jonah Moss, 9407 1118 9956, 555-0102.\n"


@pytest.fixture
def told(suit, tmp_path):
    """Return a function that gives the exhibits and what was found on them."""
    (suit / "exhibits" / "delivery.txt").write_text(NOTICE, "utf-8")
    case = suit / "case.yaml"
    case.write_text(case.read_text("utf-8") + "private: {minors: [Jonah Moss]}\n", "utf-8")

    def look(*, redact=False):
        return evidence(look_ahead(suit, as_of=FILED), tmp_path, redact=redact)

    return look


def coded(shown, code):
    """Return the findings with that code."""
    return [one for one in shown.findings if one.code == code]


def test_each_find_names_its_exhibit_and_rule(told):
    """A find stops the packet, at the line of the exhibit, with the page and the rule; its number is not repeated."""
    found = coded(told(), "K640")

    assert ["account number, ending 7736" in one.message or "minor" in one.message for one in found] == [True, True]
    assert all(one.stops and one.overridable and "Fed. R. Civ. P. 5.2(a)" in one.law for one in found)
    assert all("exhibits/delivery.txt" in one.place.text for one in found)
    assert not any("000482917736" in one.message or "Jonah" in one.message for one in found)


def test_blacked_out_nothing_stops(told):
    """With --redact the finds are notes, and nothing of them is in the copy; the tracking number was never private."""
    shown = told(redact=True)

    assert not any(one.stops for one in coded(shown, "K640"))
    (copy,) = [one for one in shown.parts if one.id == "delivery"]
    assert isinstance(copy.pdf, bytes)


def test_pictures_are_named_and_the_extra_once(told, monkeypatch):
    """Pages without words are named one by one; what would read them is said once, and not where it is installed."""
    monkeypatch.setattr(private_data, "find_engine", lambda: None)
    monkeypatch.setattr("kit.documents.private.search.find_engine", lambda: None)
    unread = coded(told(), "K641")

    assert any("Photograph of the catalogues" in one.message for one in unread)
    assert sum("escalation-kit[ocr]" in one.fix for one in unread) == 1


def test_an_engine_reads_pictures(told, monkeypatch):
    """Where the extra is installed, pictures are read, and none is named as unread."""

    class Nothing:
        def read(self, _picture):
            return []

    monkeypatch.setattr(private_data, "find_engine", Nothing)

    assert coded(told(), "K641") == []


def test_own_pages_are_read_too(suit, told):
    """What the kit draws is looked through as well; exhibits and the user's own pages are left aside."""
    shown = told()
    (delivery,) = [one for one in shown.parts if one.id == "delivery"]
    prospect = look_ahead(suit, as_of=FILED)
    drawn, own = Part("claim", "Claim", delivery.pdf), Part("notes", "Notes", delivery.pdf, private=True)
    found = private_data.in_own_words(prospect, [drawn, own, delivery])

    assert [(one.code, one.stops) for one in found] == [("K643", False)] * 2
    assert found[0].message.startswith("Claim, page 1: ")
