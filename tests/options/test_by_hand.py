"""Every way, worked out by hand for three debts: what comes in, what is paid out, own hours, and the rest."""

from __future__ import annotations

import pytest
from franklin import creditor, invoice
from round_figures import compared, ends

AS_OF = "2026-03-03"
PERSON = creditor("sole-proprietor")
CASES = {
    # $1,000.00, 30 days overdue; a company, so the commercial part: limit 5,000, fee 30 for up to 1,500
    "small": {"invoices": [invoice(amount="1000", issued="2026-01-02", due="2026-02-01")]},
    # $9,876.54, 120 days overdue; a person, so the small-claims part: limit 8,000, the rest may be given up, fee 75
    "large": {
        "creditor": PERSON,
        "invoices": [invoice(amount="9876.54", issued="2025-10-04", due="2025-11-03")],
    },
    # $10,000.00 of 246 days and $6,666.67 of 30 days; a company, and the commercial part lets nobody give up the rest
    "two": {
        "invoices": [
            invoice("INV-1", "10000", issued="2025-05-31", due="2025-06-30"),
            invoice("INV-2", "6666.67", issued="2026-01-02", due="2026-02-01"),
        ]
    },
}

# way: comes in; paid out; own time; net. None: closed.
SMALL = {
    # 40 % (the age in 60 days) to 90 %; 1 x 40 to 2 x 60
    "remind": ("400.00 to 900.00", "0.00 to 0.00", "40.00 to 120.00", "280.00 to 860.00"),
    # 50 to 80 %; 2 x 40 to 4 x 60
    "plan": ("500.00 to 800.00", "0.00 to 0.00", "80.00 to 240.00", "260.00 to 720.00"),
    # 60 % of it, 50 % paid = 30 %; 80 % and 90 % = 72 %; 1 x 40 to 3 x 60
    "settle": ("300.00 to 720.00", "0.00 to 0.00", "40.00 to 180.00", "120.00 to 680.00"),
    # 75 % of 70 to 90 %
    "agency_25": ("525.00 to 675.00", "0.00 to 0.00", "40.00 to 120.00", "405.00 to 635.00"),
    # 70 % of 70 to 90 %
    "agency_30": ("490.00 to 630.00", "0.00 to 0.00", "40.00 to 120.00", "370.00 to 590.00"),
    # 50 % of 70 to 90 %
    "agency_50": ("350.00 to 450.00", "0.00 to 0.00", "40.00 to 120.00", "230.00 to 410.00"),
    # 50 % off and 40 % take it = 20 %; 25 % off and 80 % take it = 60 %
    "discount": ("200.00 to 600.00", "0.00 to 0.00", "40.00 to 60.00", "140.00 to 560.00"),
    # 70 to 90 % is paid; 2 % for 1 period to 4 % for 3 (61 days); 2 x 40 to 3 x 60
    "factoring": ("700.00 to 900.00", "20.00 to 120.00", "80.00 to 180.00", "400.00 to 800.00"),
    "attorney_letter": ("700.00 to 900.00", "100.00 to 250.00", "40.00 to 60.00", "390.00 to 760.00"),
    # 60 x 50 = 30 % to 90 x 80 = 72 %; 30 + 20 to 30 + 80; 4 + 4 hours x 40 to 8 + 8 hours x 60
    "small_claims": ("300.00 to 720.00", "50.00 to 110.00", "320.00 to 960.00", "-770.00 to 350.00"),
    # the fee is 1 % and at least 150; 150 + 50 + 1,000 to 150 + 100 + 2,000; 18 x 40 to 36 x 60
    "court": ("300.00 to 720.00", "1200.00 to 2250.00", "720.00 to 2160.00", "-4110.00 to -1200.00"),
    "bankruptcy": ("0.00 to 100.00", "0.00 to 0.00", "40.00 to 120.00", "-120.00 to 60.00"),
    "write_off": ("200.00 to 300.00", "0.00 to 0.00", "40.00 to 60.00", "140.00 to 260.00"),
}
LARGE = {
    # 20 % (180 days in 60 days) is 1,975.308; 60 % is 5,925.924
    "remind": ("1975.31 to 5925.92", "0.00 to 0.00", "40.00 to 120.00", "1855.31 to 5885.92"),
    # 4,938.27; 80 % is 7,901.232
    "plan": ("4938.27 to 7901.23", "0.00 to 0.00", "80.00 to 240.00", "4698.27 to 7821.23"),
    # 30 % is 2,962.962; 72 % is 7,111.1088
    "settle": ("2962.96 to 7111.11", "0.00 to 0.00", "40.00 to 180.00", "2782.96 to 7071.11"),
    # 75 % of 40 % is 30 %; of 60 % is 45 %: 4,444.443
    "agency_25": ("2962.96 to 4444.44", "0.00 to 0.00", "40.00 to 120.00", "2842.96 to 4404.44"),
    # 28 % is 2,765.4312; 42 % is 4,148.1468
    "agency_30": ("2765.43 to 4148.15", "0.00 to 0.00", "40.00 to 120.00", "2645.43 to 4108.15"),
    # 20 %; 30 %
    "agency_50": ("1975.31 to 2962.96", "0.00 to 0.00", "40.00 to 120.00", "1855.31 to 2922.96"),
    # 20 %; 60 %
    "discount": ("1975.31 to 5925.92", "0.00 to 0.00", "40.00 to 60.00", "1915.31 to 5885.92"),
    "factoring": None,  # 120 days overdue
    # 40 % is 3,950.616
    "attorney_letter": ("3950.62 to 5925.92", "100.00 to 250.00", "40.00 to 60.00", "3640.62 to 5785.92"),
    # of 8,000, for 1,876.54 is given up; 75 + 20 to 75 + 80
    "small_claims": ("2400.00 to 5760.00", "95.00 to 155.00", "320.00 to 960.00", "1285.00 to 5345.00"),
    # 1 % is 98.77, so 150
    "court": ("2962.96 to 7111.11", "1200.00 to 2250.00", "720.00 to 2160.00", "-1447.04 to 5191.11"),
    # 10 % is 987.654
    "bankruptcy": ("0.00 to 987.65", "0.00 to 0.00", "40.00 to 120.00", "-120.00 to 947.65"),
    # 20 %; 30 %
    "write_off": ("1975.31 to 2962.96", "0.00 to 0.00", "40.00 to 60.00", "1915.31 to 2922.96"),
}
TWO = {
    # 20 % of 10,000 and 40 % of 6,666.67 is 4,666.668; 50 % and 90 % is 5,000 and 6,000.003
    "remind": ("4666.67 to 11000.00", "0.00 to 0.00", "40.00 to 120.00", "4546.67 to 10960.00"),
    # 8,333.335, half a cent up; 13,333.336
    "plan": ("8333.34 to 13333.34", "0.00 to 0.00", "80.00 to 240.00", "8093.34 to 13253.34"),
    # 5,000.001; 12,000.0024
    "settle": ("5000.00 to 12000.00", "0.00 to 0.00", "40.00 to 180.00", "4820.00 to 11960.00"),
    # 75 % of 2,000 + 4,666.669, and of 5,000 + 6,000.003
    "agency_25": ("5000.00 to 8250.00", "0.00 to 0.00", "40.00 to 120.00", "4880.00 to 8210.00"),
    # 4,666.6683; 7,700.0021
    "agency_30": ("4666.67 to 7700.00", "0.00 to 0.00", "40.00 to 120.00", "4546.67 to 7660.00"),
    # 3,333.3345; 5,500.0015
    "agency_50": ("3333.33 to 5500.00", "0.00 to 0.00", "40.00 to 120.00", "3213.33 to 5460.00"),
    # 20 % is 3,333.334; 60 % is 10,000.002
    "discount": ("3333.33 to 10000.00", "0.00 to 0.00", "40.00 to 60.00", "3273.33 to 9960.00"),
    # INV-2 alone: 70 % is 4,666.669, 90 % is 6,000.003; 2 % is 133.3334, 12 % is 800.0004
    "factoring": ("4666.67 to 6000.00", "133.33 to 800.00", "80.00 to 180.00", "3686.67 to 5786.67"),
    "attorney_letter": ("6666.67 to 11000.00", "100.00 to 250.00", "40.00 to 60.00", "6356.67 to 10860.00"),
    "small_claims": None,  # over the limit of 5,000
    # 1 % is 166.6667: 166.67 + 50 + 1,000 to 166.67 + 100 + 2,000
    "court": ("5000.00 to 12000.00", "1216.67 to 2266.67", "720.00 to 2160.00", "573.33 to 10063.33"),
    "bankruptcy": ("0.00 to 1666.67", "0.00 to 0.00", "40.00 to 120.00", "-120.00 to 1626.67"),
    "write_off": ("3333.33 to 5000.00", "0.00 to 0.00", "40.00 to 60.00", "3273.33 to 4960.00"),
}
TABLE = [(case, way, by_hand) for case, rows in (("small", SMALL), ("large", LARGE), ("two", TWO))
         for way, by_hand in rows.items()]  # fmt: skip


@pytest.mark.parametrize(("case", "way", "by_hand"), TABLE, ids=[f"{case}-{way}" for case, way, _ in TABLE])
def test_every_way_by_hand(case, way, by_hand):
    """To the cent, at both ends; what is closed has no figure."""
    found = compared(AS_OF, **CASES[case]).way(way)

    if by_hand is None:
        assert not found.open
        assert found.closed
        return
    assert (ends(found.comes_in), ends(found.terms.out_of_pocket), ends(found.own_time), ends(found.net)) == by_hand


@pytest.mark.parametrize("case", CASES)
def test_the_table_knows_every_way(case):
    """A way that is added is worked out by hand, too."""
    rows = {"small": SMALL, "large": LARGE, "two": TWO}[case]

    assert [way.id for way in compared(AS_OF, **CASES[case]).ways] == list(rows)


def test_break_even_by_hand():
    """A plan brings as much as an agency at 30 % where its instalments come at a rate worked out by hand."""
    found = compared(AS_OF, **CASES["small"])
    even = {(way.id, even.other): even for way in found.ways for even in way.evens}

    # the agency nets 370 at the least and 590 at the most; the plan costs 80 to 240 of own time
    assert even["plan", "agency_30"].low == 45  # (370 + 80) / 1,000
    assert even["plan", "agency_30"].high == 83  # (590 + 240) / 1,000
    # small claims nets -770 to 350; of what an agency at 50 % brings in, half is kept, and it costs 40 to 120
    assert even["agency_50", "small_claims"].low == 0  # even nothing nets more than a loss of 770
    assert even["agency_50", "small_claims"].high == 94  # (350 + 120) / 500
    # a settlement keeps 60 to 80 % and costs 40 to 180; waiting nets 280 to 860
    assert even["settle", "remind"].low == 40  # (280 + 40) / 800
    assert int(even["settle", "remind"].high) == 173  # (860 + 180) / 600: it cannot


def test_what_would_have_to_be_true():
    """The hardest of the others sets each end, and the sentence says so."""
    found = compared(AS_OF, **CASES["small"])
    plan = found.way("plan").lead

    # at their low ends the agency at 25 % nets most, 405; at their high ends waiting, 860
    assert (plan.low, plan.low_against) == (48.5, "agency_25")  # (405 + 80) / 1,000
    assert (plan.high, plan.high_against) == (110, "remind")  # (860 + 240) / 1,000
    assert plan.said.startswith("Nets the most if at least 48.5% of the instalments come")
    assert "no rate is enough where they reach their high ends (“Wait and remind”)" in plan.said
    assert found.way("court").lead.said.startswith("Cannot net the most on these figures: even at 100%")
