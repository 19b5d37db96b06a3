"""The court papers under the law of every state: whatever its file says or leaves open, the words hold together."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from paper_cases import PERSON, Variant, facts_of
from test_every_paper import HOLES, SHORT

from kit.documents.contexts.court_law import cited
from kit.documents.contexts.request import Request
from kit.documents.draft import context_of
from kit.load.document_files import find_template
from kit.load.jurisdiction_file import load_jurisdiction
from kit.paths import data_folder

STATES = sorted(path.stem for path in data_folder("jurisdictions").glob("us-??.yaml"))
PAPERS = (
    "court/statement-of-claim",
    "court/proof-of-service",
    "court/judgment-amount",
    "internal/filing-checklist",
    "internal/hearing-outline",
)
RAW = re.compile(r"not_researched|[a-z]_[a-z]|\b\d{4}-\d\d-\d\d\b|[A-Za-z]'[a-z]|`")


@cache
def base(person):
    """Return a case with a hearing to reckon with."""
    return facts_of(Variant({"small_claims": {"hearing_on": "2027-02-01"}, **(PERSON if person else {})}))


def facts_in(code, person):
    """Return that case as if it were brought in another state."""
    known, law = base(person), load_jurisdiction(code)
    letters = code.removeprefix("us-").upper()
    address = known.case.debtor.address.model_copy(update={"state": letters, "city": "Overton"})
    debtor = known.case.debtor.model_copy(update={"address": address})
    return replace(known, case=known.case.model_copy(update={"debtor": debtor, "forum": code}), forum=law)


def texts(value):
    """Return every text within a value."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for held in value:
            yield from texts(held)
    else:
        pytest.fail(f"{value!r} is no text")


@pytest.mark.parametrize("person", [False, True], ids=["company", "person"])
@pytest.mark.parametrize("code", STATES)
def test_every_state_is_worded(code, person):
    """No hole, no word of the program, no raw day in what a state's law makes the papers say."""
    known = facts_in(code, person)
    found = []
    for document in PAPERS:
        filled = context_of(find_template(document)).build(known, Request(document))
        for said in texts(filled):
            plain = uncited(known.forum, re.sub(r"https?://[^\s]+?(?=[.,]?(?:\s|$))", "there", said))
            found += [f"{document}: {what} in “{said}”" for what, bad in HOLES.items() if bad_in(bad, plain)]
            found += [f"{document}: {bad[0]} in “{said}”" for bad in RAW.finditer(plain)]

    assert list(dict.fromkeys(found)) == []


def uncited(law, text):
    """Return a text without its citations, whose points are those of their states."""
    titles = sorted((cited(source.title) for source in law.file.sources.values()), key=len, reverse=True)
    for title in titles:
        text = text.replace(title, "Law")
    return text


def bad_in(pattern, text):
    """Return whether a text has a hole of this sort."""
    return re.search(pattern, SHORT.sub(r"\1", text))
