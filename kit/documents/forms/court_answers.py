"""What the forms of a small claim ask, answered from the facts of one case: the one vocabulary of all of them.

An answer is text, a day, an amount, or yes and no. Empty text is an answer:
there is nothing to say. None is none: nobody has said it yet, so the form
leaves the place to the person who signs. Nothing here answers for somebody who
swears to it: no signature, no day of signing, no military status, no word of
the person who serves papers.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kit.documents.forms.claim_answers import ClaimAnswers, claim_answers
from kit.documents.forms.demand_answers import DemandAnswers, demand_answers
from kit.documents.forms.filing_answers import filed_often
from kit.documents.forms.party_answers import PartyAnswers, party_answers
from kit.documents.forms.plaintiff_answers import (
    Appearance,
    FictitiousName,
    Signer,
    appearance_of,
    fictitious_name,
    signer_of,
)
from kit.documents.forms.proceeding_answers import (
    CaseAnswers,
    CourtAddress,
    HearingAnswers,
    ServiceAnswers,
    case_answers,
    court_address,
    hearing_answers,
    service_answers,
)
from kit.documents.forms.venue_answers import VenueAnswers, venue_answers
from kit.facts import Facts
from kit.model.form import Each

SELF = "Self-represented"


@dataclass(frozen=True, slots=True)
class Filings:
    """How often this plaintiff has filed; None where nobody said."""

    often: bool | None = None  # so often that this claim costs a higher fee


@dataclass(frozen=True, slots=True)
class PublicEntity:
    """A government as defendant."""

    sued: bool = False
    claim_filed: bool | None = False
    claim_filed_on: date | str | None = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many parties there are, as forms ask."""

    plaintiffs_over_one: bool = False
    plaintiffs_over_two: bool = False
    plaintiffs_over_four: bool = False
    defendants_over_one: bool = False
    defendants_over_two: bool = False
    defendants_over_five: bool = False
    more_than_form: bool = False  # more than two plaintiffs or one defendant


@dataclass(frozen=True, slots=True)
class Attachment:
    """What goes on behind a form: set while a form is filled."""

    needed: bool = False
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which of several sheets of one form this is, in figures; empty where there is one alone."""

    number: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class CourtAnswers:
    """Every answer, by the path in which its names stand: `plaintiffs[0].name`."""

    plaintiffs: tuple[PartyAnswers, ...] = ()
    defendants: tuple[PartyAnswers, ...] = ()
    defendant: PartyAnswers = field(default_factory=PartyAnswers)  # the one that this sheet is about
    plaintiff_names: str = ""
    defendant_names: str = ""
    further_defendants: str = ""  # name and address of each but the first, where a form has no place for them
    claim: ClaimAnswers = field(default_factory=ClaimAnswers)
    demand: DemandAnswers = field(default_factory=DemandAnswers)
    venue: VenueAnswers = field(default_factory=VenueAnswers)
    filings: Filings = field(default_factory=Filings)
    public_entity: PublicEntity = field(default_factory=PublicEntity)
    attorney_client_dispute: bool = False
    fictitious: FictitiousName = field(default_factory=FictitiousName)
    counts: Counts = field(default_factory=Counts)
    court: CourtAddress = field(default_factory=CourtAddress)
    case: CaseAnswers = field(default_factory=CaseAnswers)
    hearing: HearingAnswers = field(default_factory=HearingAnswers)
    service: ServiceAnswers = field(default_factory=ServiceAnswers)
    signer: Signer = field(default_factory=Signer)
    appearance: Appearance = field(default_factory=Appearance)
    represented_by: str = SELF  # where a form asks for whom a lawyer appears
    attachment: Attachment = field(default_factory=Attachment)
    sheet: Sheet = field(default_factory=Sheet)
    always: bool = True


def answers(facts: Facts) -> CourtAnswers:
    """Return what the forms ask about the case as of the day of ``facts``."""
    case = facts.case
    plaintiffs = (party_answers(case.creditor),) if case.creditor else ()
    sued = [one for one in case.guarantors if one.sue]
    defendants = tuple(party_answers(one) for one in (case.debtor, *sued))
    venue = venue_answers(facts)
    return CourtAnswers(
        plaintiffs=plaintiffs,
        defendants=defendants,
        defendant=defendants[0],
        plaintiff_names="; ".join(one.name for one in plaintiffs),
        defendant_names="; ".join(one.name for one in defendants),
        further_defendants="\n\n".join(one.block for one in defendants[1:]),
        claim=claim_answers(facts),
        demand=demand_answers(facts.case),
        venue=venue,
        filings=Filings(filed_often(facts)),
        public_entity=_public_entity(defendants),
        fictitious=fictitious_name(case.creditor),
        counts=_counts(len(plaintiffs), len(defendants)),
        court=court_address(facts, venue.county),
        case=case_answers(case, plaintiffs, defendants),
        hearing=hearing_answers(case),
        service=service_answers(case),
        signer=signer_of(case.creditor),
        appearance=appearance_of(case.creditor),
    )


def _public_entity(defendants: tuple[PartyAnswers, ...]) -> PublicEntity:
    """Say whether a government is sued; whether a claim was filed with it first, the case does not say."""
    if any(one.public_entity for one in defendants):
        return PublicEntity(sued=True, claim_filed=None, claim_filed_on=None)
    return PublicEntity()


def _counts(plaintiffs: int, defendants: int) -> Counts:
    return Counts(
        plaintiffs_over_one=plaintiffs > 1,
        plaintiffs_over_two=plaintiffs > 2,  # noqa: PLR2004 - as the name says
        plaintiffs_over_four=plaintiffs > 4,  # noqa: PLR2004
        defendants_over_one=defendants > 1,
        defendants_over_two=defendants > 2,  # noqa: PLR2004
        defendants_over_five=defendants > 5,  # noqa: PLR2004
        more_than_form=plaintiffs > 2 or defendants > 1,  # noqa: PLR2004
    )


def sheets(whole: CourtAnswers, each: Each | None) -> tuple[CourtAnswers, ...]:
    """Return the answers of every sheet of a form: one, or one for each defendant or each but the first.

    A form for further parties has one sheet at least, since it may be about a plaintiff.
    """
    if each is None:
        return (whole,)
    about = whole.defendants[1:] or (PartyAnswers(),) if each is Each.OTHER_DEFENDANTS else whole.defendants
    of = str(len(about))
    return tuple(replace(whole, defendant=one, sheet=Sheet(str(n), of)) for n, one in enumerate(about, 1))
