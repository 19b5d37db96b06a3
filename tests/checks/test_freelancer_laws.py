"""Freelancer laws of a city and its state protect one contract together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kit.load.jurisdiction_file import load_jurisdiction
from kit.model.inquiry import Inquiry
from kit.model.law_contracts import FreelancerLaw
from kit.model.law_names import RuleName

FRANKLIN = load_jurisdiction("us-xf", [Path(__file__).parents[1] / "fixtures" / "jurisdictions"])


@pytest.mark.parametrize(
    ("city", "on", "names"),
    [
        pytest.param(
            "Overton", date(2026, 5, 1), ["Overton Freelancer Ordinance", "Franklin Freelance Pay Act"], id="both"
        ),
        pytest.param("Overton", date(2024, 8, 1), ["Franklin Freelance Pay Act"], id="before-the-citys"),
        pytest.param("Lee", date(2026, 5, 1), ["Franklin Freelance Pay Act"], id="another-city"),
        pytest.param("Overton", date(2024, 6, 30), [], id="before-both"),
    ],
)
def test_laws_hold_side_by_side(city, on, names):
    """A city's law does not hide its state's; each comes with its own citation and doubt."""
    inquiry = Inquiry(FRANKLIN, {"city": city, "debtor": "llc"})

    laws = inquiry.every(RuleName.FREELANCER_LAW, on, FreelancerLaw, amount=Decimal(1000))

    assert [law.name for law, _ in laws] == names
    assert all(cite for _, cite in laws)
    assert [f.code for f in inquiry.findings] == (["K221"] if "Overton Freelancer Ordinance" in names else [])


def test_an_open_city_does_not_hide_its_state(tmp_path):
    """Where a city's ordinance was not researched, the state's law still protects, and the gap is told."""
    text = (Path(FRANKLIN.origin)).read_text(encoding="utf-8")
    row = "      - {city: Lee, from: 2020-01-01, value: not_researched}\n"
    (tmp_path / "us-xf.yaml").write_text(
        text.replace("      - city: Overton\n", row + "      - city: Overton\n"), "utf-8"
    )
    inquiry = Inquiry(load_jurisdiction("us-xf", [tmp_path]), {"city": "Lee", "debtor": "llc"})

    laws = inquiry.every(RuleName.FREELANCER_LAW, date(2026, 5, 1), FreelancerLaw, amount=Decimal(1000))

    assert [law.name for law, _ in laws] == ["Franklin Freelance Pay Act"]
    assert [f.code for f in inquiry.findings] == ["K220"]
