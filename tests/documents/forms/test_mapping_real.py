"""The proposals held against the maps that were made by hand, on the courts' real blanks where they are at hand."""

from __future__ import annotations

import re

import pytest
from known_form_cases import blank_of

from kit.documents.forms import mapping, reading
from kit.load.form_files import all_forms

WANTED = 0.85
# The last word of a blank that is a name, a part of an address, an amount, a date, a case number or a court.
ORDINARY = re.compile(
    r"(?:name|names|line|plaintiff|phone|email|street|city|state|zip|county|address|city_state_zip|city_zip|block|"
    r"county_block|reached_at|title|number|amount|without_interest|interest|filing_fee|total_with_fee|happened_on|"
    r"started_on|through|on|claim_filed_on|expires_on)\Z"
)
FORMS = all_forms()


@pytest.mark.parametrize("form", FORMS, ids=[form.id for form in FORMS])
def test_the_right_blank(form):
    """On each court's form at least 85 of 100 ordinary fields are bound to the blank a person chose."""
    blank = blank_of(form.id)
    found = {one.spot.field.name: one.blank for one in mapping.propose(reading.read(blank, blank.pdf))}
    ordinary = [row for row in form.fields if row.blank and not row.state and ORDINARY.search(row.blank)]
    wrong = {row.label: (row.blank, found.get(row.field)) for row in ordinary if found.get(row.field) != row.blank}

    assert ordinary
    assert len(wrong) <= (1 - WANTED) * len(ordinary), wrong
