"""A workspace in the fictional State of Franklin, for tests that walk the whole path."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

os.environ["KIT_FORMS"] = str(Path(tempfile.gettempdir()) / "kit-tests-without-blanks")  # never the tester's own blanks

LAW = Path(__file__).parent / "fixtures" / "jurisdictions"

KIT = """\
format: 1
jurisdictions: law
creditor:
  name: Alder & Finch LLC
  kind: llc
  organized_in: XF
  address: {street: 12 Mill Lane, city: Overton, county: Lee, state: XF, zip: 02134}
  email: accounts@alderfinch.example
  phone: 555-0100
  signer: {name: Robin Alder, title: Member}
  pay_to: [{method: Check, details: "payable to Alder & Finch LLC, 12 Mill Lane, Overton, XF 02134"}]
"""

CASE = """\
format: 1
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
  contacts: [{name: Pat Moss, role: accounts payable, email: pat@latepaper.example, phone: 555-0102}]
purpose: business
work: {kind: services, text: a catalogue}
agreement:
  kind: written
  title: Catalogue agreement
  signed_on: 2025-05-01
  governing_law: us-xf
  scope: [A printed catalogue of 48 pages]
  price: {kind: fixed, amount: 1234.40}
  net_days: 30
  interest: {percent_a_year: 12, from: due_date, source: section 7}
  delay_cost_estimate: A late payment is carried on a credit line at 12% a year.
  attorney_fees: true
forum: us-xf
invoices:
  - id: INV-104
    issued_on: 2026-01-02
    due_on: 2026-02-01
    lines: [{text: Catalogue, quantity: 40, unit_price: 30.86}]
payments:
  - {id: P-1, on: 2026-03-10, amount: 200.00, method: check}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a folder with kit.yaml, Franklin's law, and one case, `acme`."""
    root = tmp_path / "work"
    shutil.copytree(LAW, root / "law")
    (root / "kit.yaml").write_text(KIT, encoding="utf-8")
    (root / "acme").mkdir()
    (root / "acme" / "case.yaml").write_text(CASE, encoding="utf-8")
    return root


@pytest.fixture
def case(workspace: Path) -> Path:
    """Return the folder of the one case."""
    return workspace / "acme"
