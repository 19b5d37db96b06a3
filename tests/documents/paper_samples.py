"""True-to-life values for the sample templates, with as many lines as asked."""

from __future__ import annotations

from typing import Any


def letter(count: int) -> dict[str, Any]:
    """Return a letter's blanks with ``count`` invoices."""
    return {
        "creditor_name": "Alder & Finch <Design> LLC",
        "creditor_address": "12 Mill Lane, Suite 4\nOverton, XF 02135",
        "creditor_contact": "+1 555 0100\naccounts@alderfinch.example",
        "reference": "AF-2026-0117",
        "debtor_name": "Late Paper Supply Inc.",
        "debtor_address": "Attn: Zoë Łukasiewicz\n90 Quay Street, 3rd Floor\nOverton, XF 02135",
        "date": "November 21, 2026",
        "total": "$48,213.07",
        "pay_by": "December 7, 2026",
        "greeting": "Ms. Łukasiewicz",
        "interest": "$1,204.55" if count else "",
        "per_diem": "$4.11" if count else "",
        "lines": [
            {
                "number": f"INV-{1000 + n}",
                "issued": f"March {n % 28 + 1}, 2026",
                "due": f"April {n % 28 + 1}, 2026",
                "amount": f"${(n + 1) * 911.37:,.2f}",
            }
            for n in range(count)
        ],
        "ways": [
            {"text": "by check to the address above,"},
            {"text": "by transfer to account 000123456, routing 021000021, with the reference AF-2026-0117, or"},
            {"text": "by card at pay.alderfinch.example."},
        ],
        "signer_name": "Jordan Finch",
        "signer_title": "Managing member" if count else "",
    }


def contract(count: int) -> dict[str, Any]:
    """Return a contract's blanks with ``count`` stages, and with every option where there is one."""
    return {
        "title": "Services agreement",
        "reference": "AF-2026-0117",
        "creditor_name": "Alder & Finch <Design> LLC",
        "debtor_name": "Late Paper Supply Inc.",
        "signed_on": "November 21, 2026" if count else "",
        "scope": "a new label range for twelve papers, print-ready,\nwith one round of changes for each label.",
        "deliverables": [
            {"text": f"label sheet {n + 1} of {count}, as PDF and as editable file"} for n in range(min(count, 26))
        ],
        "price": "$18,600.00",
        "net_days": "30",
        "stages": [
            {"name": f"Stage {n + 1}", "due_on": f"January {n % 28 + 1}, 2027", "amount": f"${18600 / count:,.2f}"}
            for n in range(count)
        ],
        "late_charge": "A sum not paid when due bears simple interest of 8% a year from the day after."
        if count
        else "",
        "law": "the State of Franklin",
        "signer_name": "Jordan Finch",
        "signer_title": "Managing member",
        "guarantor": "Pat Moss" if count else "",
    }


def invoice(count: int) -> dict[str, Any]:
    """Return an invoice's blanks with ``count`` lines."""
    return {
        **{key: letter(count)[key] for key in ("creditor_name", "creditor_address", "creditor_contact")},
        "number": "INV-1042",
        "debtor_name": "Late Paper Supply Inc.",
        "debtor_address": "90 Quay Street\nOverton, XF 02135",
        "issued_on": "November 21, 2026",
        "due_on": "December 21, 2026",
        "order": "PO 7731" if count else "",
        "lines": [
            {
                "text": f"Label design, sheet {n + 1}, with a short description that may need two lines",
                "quantity": str(n + 1),
                "price": "$120.00",
                "amount": f"${(n + 1) * 120:,.2f}",
            }
            for n in range(count)
        ],
        "subtotal": f"${count * (count + 1) * 60:,.2f}",
        "tax": "$86.40" if count else "",
        "total": f"${count * (count + 1) * 60 + (86.4 if count else 0):,.2f}",
        "pay_how": "By transfer to account 000123456, routing 021000021, or by check to the address above.",
        "terms": "Late payment bears interest as agreed in the contract of May 1, 2026.",
    }


SAMPLES = {"letter": letter, "contract": contract, "invoice": invoice}
