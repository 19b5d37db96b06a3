"""A case folder and a small case to log against."""

import pytest
from journal_samples import CASE

from kit.load.validation import validate
from kit.load.yaml_text import parse
from kit.model.case import CaseFile


@pytest.fixture
def folder(tmp_path):
    """Return an empty case folder."""
    made = tmp_path / "acme-inv-104"
    made.mkdir()
    return made


@pytest.fixture(scope="session")
def case_file():
    """Return a case with two invoices and one payment."""
    return validate(CaseFile, parse(CASE, "case.yaml"))


@pytest.fixture(scope="session")
def find():
    """Return where the case's file holds a value."""
    return parse(CASE, "case.yaml").place
