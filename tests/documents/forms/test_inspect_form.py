"""The sample case with which a map is tried."""

from __future__ import annotations

import pytest
from known_form_cases import blank_of

from kit.documents.forms.answer_paths import answer_at, paths
from kit.documents.forms.inspect_form import inspect_form, of_another_state
from kit.documents.forms.sample import sample_answers
from kit.load.form_files import all_forms, find_form

FORMS = [form.id for form in all_forms()]


@pytest.mark.parametrize("yes", [True, False])
def test_the_sample_answers_everything(yes):
    """Every blank has an answer of the kind it takes, and a yes-or-no is what was asked for."""
    sample = sample_answers(yes=yes)
    for path, known in paths().items():
        answer = answer_at(sample, path)

        assert answer not in (None, ""), path
        if known.kinds == {"yes_no"}:
            assert answer is yes
        if known.words:
            assert answer in known.words


@pytest.mark.parametrize("form_id", FORMS)
def test_the_known_forms(form_id):
    """Every form the kit fills passes its own check on the court's blank."""
    inspected = inspect_form(find_form(form_id), blank_of(form_id))

    assert not inspected.stopped, inspected.findings
    assert inspected.open == 0
    assert inspected.filled


def test_of_another_state():
    """A form of another state is noted; a federal one is everybody's."""
    form = find_form("us-ca/sc-100")

    assert [one.code for one in of_another_state(form, "us-tx")] == ["K577"]
    assert not list(of_another_state(form, "us-ca"))
    assert not list(of_another_state(form, None))
    assert not list(of_another_state(form.model_copy(update={"forum": "us"}), "us-tx"))
