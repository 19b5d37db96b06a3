"""Every figure on paper can be added up by whoever holds it, with a pencil."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from paper_cases import DEMAND, INVOICE, PAPERS, STATEMENT, paper
from paper_text import tables


def number(cell):
    """Return the amount printed in a cell; an empty cell is nothing."""
    figures = re.sub(r"[^\d.−-]", "", cell).replace("−", "-")
    return Decimal(figures) if figures.strip("-") else Decimal(0)


def under(document, name, head):
    """Return the rows of the table whose first cell is ``head``, without the heading row."""
    found = [table.rows for table in tables(paper(name, document).docx) if table.rows[0][0] == head]
    return [row for table in found for row in table[1:]]


def steps(document, name, last):
    """Return the lines of the totals and the amount of the last one."""
    rows = [t.rows for t in tables(paper(name, document).docx) if t.rows[-1][0].startswith(last)][-1]
    return [number(row[1]) for row in rows[:-1]], number(rows[-1][1])


def of(document):
    """Return the names of the cases in which ``document`` is read."""
    return [name for name, made in PAPERS if made == document]


@pytest.mark.parametrize(("name", "document"), [pair for pair in PAPERS if pair[1] in (DEMAND, STATEMENT)])
def test_the_account_adds_up(name, document):
    """Each balance is the one before, plus what was charged, less what came in."""
    balance = Decimal(0)
    for _, _, charged, settled, left in under(document, name, "Date"):
        balance += number(charged) - number(settled)
        assert balance == number(left)


@pytest.mark.parametrize("name", of(STATEMENT))
def test_the_statement_adds_up(name):
    """Principal, charges and money held come to the balance; the table by age to the sum before money held."""
    lines, balance = steps(STATEMENT, name, "Balance")
    assert abs(sum(lines)) == balance
    assert (sum(lines) < 0) == ("favor" in paper(name, STATEMENT).blanks.balance_label)

    for ages in under(STATEMENT, name, "Not yet due"):
        assert sum(map(number, ages)) == sum(line for line in lines if line > 0)


@pytest.mark.parametrize("name", of(DEMAND))
def test_the_letter_adds_up(name):
    """The lines of the letter come to the sum asked for, in the box, in the subject and in the request."""
    lines, total = steps(DEMAND, name, "Due on")
    blanks = paper(name, DEMAND).blanks

    assert sum(lines) == total
    assert {blanks.total_due} == set(re.findall(r"pay (\S+) (?:by|so)", f"{blanks.subject} {blanks.request}"))


@pytest.mark.parametrize("name", of(DEMAND))
def test_the_schedule_adds_up(name):
    """Across and down; its last figure is what the letter starts from."""
    *rows, total = under(DEMAND, name, "Invoice")[: len(paper(name, DEMAND).blanks.items) + 1]

    for row in rows:
        if row[2]:
            assert number(row[2]) - number(row[3]) == number(row[4])
        assert number(row[4]) + number(row[5]) == number(row[6])
    for column in range(2, 7):
        assert sum(number(row[column]) for row in rows) == number(total[column])
    lines, _ = steps(DEMAND, name, "Due on")
    assert number(total[6]) == sum(line for line in lines if line > 0)


@pytest.mark.parametrize("name", of(DEMAND))
def test_only_what_is_due_and_undisputed_is_asked_for(name):
    """What is asked for is what the schedule shows as owed, without the rows not yet due and the parts in dispute."""
    *rows, _ = under(DEMAND, name, "Invoice")[: len(paper(name, DEMAND).blanks.items) + 1]
    asked = Decimal(0)
    for row in rows:
        if "not yet due" in row[0]:
            continue
        part = re.search(r", ([\d,.]+) of it disputed", row[0])
        asked += number(row[6]) - (number(part[1]) if part else number(row[6]) if row[0].endswith("disputed") else 0)

    assert asked == steps(DEMAND, name, "Due on")[1]


@pytest.mark.parametrize(("name", "document"), [pair for pair in PAPERS if pair[1] in (DEMAND, STATEMENT)])
def test_the_interest_adds_up(name, document):
    """The lines of the computation come to its total, and the total to the interest charged in the account."""
    rows = [row for row in under(document, name, "Invoice") if len(row) == 7 and (row[5] == "" or "%" in row[4])]
    if not paper(name, document).blanks.spans:
        return
    *lines, total = [row for row in rows if row[0] == "Total" or "%" in row[4]]
    lines = [row for row in lines if "%" in row[4]]
    charged = sum(number(row[2]) for row in under(document, name, "Date") if row[1].startswith("Interest on"))

    assert sum(number(row[6]) for row in lines) == number(total[6]) == charged


@pytest.mark.parametrize("name", of(INVOICE))
def test_the_invoice_adds_up(name):
    """Quantity times price is the amount, the amounts come to the subtotal, tax and payments lead to what is to pay."""
    rows = under(INVOICE, name, "Description")
    for _, quantity, price, amount in rows:
        if price:
            exact = number(quantity.split()[0]) * number(price)
            assert abs(exact - number(amount)) <= Decimal("0.005")
    last = paper(name, INVOICE).blanks.balance_label
    lines, balance = steps(INVOICE, name, last)
    net = sum(number(row[3]) for row in rows)

    assert not lines or lines[0] == net
    assert sum(lines) == balance if lines else net == balance
