"""A plan that was signed for the one unpaid bill, and what came of it."""

from __future__ import annotations

from unpaid import made, sent

DEAL = {
    "kind": "plan",
    "counted_on": "2026-05-04",
    "debt": "1000",
    "grace_days": "4",
    "instalments": [
        {"due_on": "2026-06-01", "amount": "400"},
        {"due_on": "2026-07-01", "amount": "400"},
        {"due_on": "2026-08-03", "amount": "200"},
    ],
}
MORE_TIME = {
    "kind": "extension",
    "counted_on": "2026-05-04",
    "debt": "1000",
    "instalments": [{"due_on": "2026-06-15", "amount": "1000"}],
    "accelerates": "no",
}


def signed(on: str = "2026-05-04", **terms: object) -> dict[str, object]:
    """Return the entry for a plan that both sides signed."""
    return {"event": "signed", "on": on, "deal": {**DEAL, **terms}}


def paid(on: str, amount: str, **more: object) -> dict[str, object]:
    """Return the entry for money that came; its number is the day's."""
    return {"event": "paid", "on": on, "id": f"P-{on}", "amount": amount, **more}


def bounced(on: str, payment: str) -> dict[str, object]:
    """Return the entry for a payment that came back."""
    return {"event": "bounced", "on": on, "payment": payment}


def ended(on: str, how: str, entry: int = 1) -> dict[str, object]:
    """Return the entry for the end of the plan, or for its going on."""
    return {"event": "ended", "on": on, "how": how, "entry": entry}


def letter(on: str, name: str) -> dict[str, object]:
    """Return the entry for a letter of the plan that went out."""
    return sent(on, name)


def extension(on: str = "2026-05-04") -> tuple[dict[str, object], dict[str, object]]:
    """Return the entries of a letter that gives more time: made, and sent."""
    return made(on, "extension", deal=MORE_TIME), sent(on, "extension", made=1)
