"""A small case to log against, and a journal of every kind of event."""

from datetime import date, time
from decimal import Decimal

from kit.model.event import MODELS
from kit.model.paper_event import OutputFile

CASE = """\
format: 1
debtor:
  name: Late Paper Supply Inc.
  kind: corporation
  address: {street: 90 Quay St, city: Overton, county: Lee, state: XF, zip: 02135}
agreement: {kind: written, signed_on: 2023-05-01, net_days: 30}
invoices:
  - id: INV-1
    issued_on: 2024-01-02
    lines: [{text: laid paper, quantity: 10, unit_price: 30.00}, {text: ink, unit_price: 20.00}]
  - {id: INV-2, issued_on: 2024-02-02, lines: [{text: laid paper, unit_price: 100.00}]}
payments:
  - {id: P-1, on: 2024-03-10, amount: 200.00, method: check}
"""


def event(word, n, on="2024-03-01", **more):
    """Return one event as the command line would make it."""
    return MODELS[word].model_validate({"n": n, "event": word, "on": on, **more})


def every_kind():
    """Return one event of each kind, numbered from 1."""
    day = date(2024, 4, 1)
    files = (OutputFile(path="out/2024-04-01-final-demand.pdf", sha256="ab" * 32),)
    record = "out/2024-04-01-final-demand.record.yaml"
    return [
        event(
            "made",
            1,
            document="letters/final-demand",
            step="final-demand",
            files=files,
            inputs="cd" * 32,
            record=record,
            pay_by=day,
            total=Decimal("320.00"),
        ),
        event("sent", 2, made=1, channel="mail", certified="9407 1000 0000 0000 0000 00"),
        event("called", 3, at=time(14, 30), to="Pat Moss", spoke=True, result="will look into it"),
        event("answered", 4, reason="forgot", channel="email", by="Pat Moss"),
        event("promised", 5, by=day, amount=Decimal(100)),
        event("paid", 6, id="P-2", amount=Decimal("50.10"), method="check", reference="no. 0123"),
        event("bounced", 7, payment="P-2"),
        event("disputed", 8, invoice="INV-1", lines=(2,), text="ink: never came"),
        event("held", 9, review_on=day),
        event("released", 10, entry=9),
        event("waived", 11, bucket="fees", amount=Decimal(5)),
        event("note", 12, text="nobody at the desk"),
        event("undone", 13, entry=12),
    ]
