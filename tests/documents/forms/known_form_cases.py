"""Cases whose claim goes on a court's own form: one of California with everything in it, and what varies from it.

The courts' blanks are not part of the project. Where somebody keeps them beside it, in `../shared/forms/blanks`, the
tests on them run; everywhere else each says which blank it would need.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from paper_cases import Variant, facts_of, merged

from kit.documents.forms import needed
from kit.documents.forms.bind import Completed, complete
from kit.documents.forms.blank import Blank, prepare
from kit.documents.forms.court_answers import answers
from kit.documents.forms.needed import NeededSheet, needed_sheets
from kit.facts import Facts
from kit.load.form_files import all_forms, find_form, forms_of
from kit.model.form import CourtForm

BLANKS = Path(__file__).parents[4] / "shared" / "forms" / "blanks"
DAY = date(2026, 11, 23)
FORMS = tuple(form.id for form in all_forms() if not form.by_label)
OAKLAND = {"city": "Oakland", "county": "Alameda", "state": "CA"}
GUARANTORS = [
    {
        "name": "Robin Vale",
        "kind": "individual",
        "sue": "yes",
        "phone": "510-555-0111",
        "address": {"street": "7 Elm Court", "zip": "94607", **OAKLAND},
    },
    {"name": "Sam Moss", "kind": "individual", "address": {"street": "8 Elm Court", "zip": "94607", **OAKLAND}},
]
CALIFORNIA = {
    "creditor": {
        "dba": "Finch Label Works",
        "address": {"street": "12 Mill Lane", "street2": "P.O. Box 771", "zip": "94612", **OAKLAND},
        "phone": "510-555-0100",
    },
    "debtor": {
        "address": {"street": "90 Quay Street", "zip": "94607", **OAKLAND},
        "contacts": [{"name": "Pat Moss", "phone": "510-555-0199"}],
        "registered_agent": {
            "name": "Cornerstone Filings Inc.",
            "address": {"street": "500 Capitol Mall", "city": "Sacramento", "state": "CA", "zip": "95814"},
        },
    },
    "forum": "us-ca",
    "agreement": {
        "governing_law": "us-ca",
        "interest": {"percent_a_year": "10", "from": "due_date", "source": "section 6"},
    },
    "small_claims": {
        "filed": [{"on": "2026-02-01", "amount": "900.00"}],
        "court": {
            "name": "Superior Court of California, County of Alameda, Hayward Hall of Justice",
            "street": "24405 Amador Street",
            "city": "Hayward",
            "state": "CA",
            "zip": "94544",
        },
    },
}
ASKED = (
    {
        "on": "2026-09-01",
        "event": "sent",
        "step": "friendly-reminder",
        "document": "letters/friendly-reminder",
        "channel": "mail",
    },
    {"on": "2026-09-15", "event": "called", "spoke": "yes", "to": "Pat Moss"},
)
TWO_BILLS = [
    {
        "id": "INV-104",
        "issued_on": "2026-07-01",
        "delivered_on": "2026-06-29",
        "lines": [{"text": "A", "unit_price": "1800.00"}],
    },
    {"id": "INV-105", "issued_on": "2026-08-01", "lines": [{"text": "B", "unit_price": "2400.50"}]},
]
LONG_WORK = (
    "twelve paper labels for the autumn range with a round of changes for each of them, print files for two printers, "
    "a display box in three sizes with its cutting pattern, photographs of every label on bottle and box, the text of "
    "the catalogue in two languages, its index, and a second run of everything after the vintage was renamed"
)
PERSON = {
    "creditor": {"name": "Mara Lind", "kind": "sole-proprietor", "signer": {"name": "Mara Lind", "title": "Owner"}}
}


def case(change: dict | None = None, journal: tuple[dict, ...] = ASKED, as_of: date = DAY) -> Facts:
    """Return the facts of the Californian case with a change laid over it."""
    return facts_of(Variant(merged(CALIFORNIA, change or {}), journal=journal, as_of=as_of))


@cache
def full() -> Facts:
    """Return the case with a guarantor who is sued and one who is not, and two bills."""
    return case({"guarantors": GUARANTORS, "invoices": TWO_BILLS})


def blank_file(form_id: str) -> Path:
    """Return where the real blank of a form would lie."""
    forum, _, number = form_id.partition("/")
    name = number.replace("-", "") if forum == "us-ca" else number
    return BLANKS / f"{forum.removeprefix('us-')}-{name}.pdf"


def blank_bytes(form: CourtForm) -> bytes | None:
    """Return the real blank of ``form``, or None."""
    file = blank_file(form.id)
    return file.read_bytes() if file.is_file() else None


def blank_of(form_id: str) -> Blank:
    """Return the real blank of a form; skips the test where it is not at hand."""
    if not blank_file(form_id).is_file():
        pytest.skip(f"the court's blank {blank_file(form_id).name} is not at hand")
    return prepare(blank_file(form_id).read_bytes())


def filled(facts: Facts, form_id: str, about: int = 0, *, continued: bool = True) -> Completed:
    """Return one form filled from ``facts``; without ``continued`` no other form's blank is at hand."""
    blank, said = blank_of(form_id), answers(facts)
    sheets = needed.sheets(said, find_form(form_id).each)
    find = blank_bytes if continued else lambda _: None
    return complete(find_form(form_id), blank, sheets[about], day=DAY, find=find)


def sheets_of(facts: Facts, forum: str = "us-ca") -> tuple[NeededSheet, ...]:
    """Return every sheet that a claim needs there."""
    return needed_sheets(facts, forms_of(forum))
