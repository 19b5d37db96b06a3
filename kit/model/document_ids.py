"""The documents that the program itself knows by name; `document.yaml` of each says the same."""

CONTRACT = "contracts/services"
INVOICE = "statements/invoice"
STATEMENT = "statements/statement"
FINAL_DEMAND = "letters/final-demand"


def short_id(document: str) -> str:
    """Return the last part of a document's id, by which commands and the journal call it: `final-demand`."""
    return document.rsplit("/", 1)[-1]
