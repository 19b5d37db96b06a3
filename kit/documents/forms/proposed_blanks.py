"""From what a field asks for, and of whom, to the blank that answers it: the names of `court_answers`."""

from __future__ import annotations

from kit.documents.forms.form_things import Role, Thing
from kit.model.form import Leave

_T = Thing
PARTY = {
    _T.NAME: "name",
    _T.STREET: "street",
    _T.ADDRESS: "address",
    _T.CITY: "city",
    _T.STATE: "state",
    _T.ZIP: "zip",
    _T.CITY_STATE_ZIP: "city_state_zip",
    _T.PHONE: "phone",
    _T.FAX: "fax",
    _T.EMAIL: "email",
    _T.COUNTY: "county",
    _T.JOB: "contact_title",
}
MAILING = {
    _T.STREET: "mailing_street",
    _T.ADDRESS: "mailing_address",
    _T.CITY: "mailing_city",
    _T.STATE: "mailing_state",
    _T.ZIP: "mailing_zip",
    _T.CITY_STATE_ZIP: "mailing_city_state_zip",
}
AGENT = {
    _T.NAME: "name",
    _T.JOB: "title",
    _T.STREET: "street",
    _T.ADDRESS: "address",
    _T.CITY: "city",
    _T.STATE: "state",
    _T.ZIP: "zip",
    _T.CITY_STATE_ZIP: "city_state_zip",
}
COURT = {
    _T.NAME: "court.name",
    _T.COURT: "court.county_block",
    _T.COUNTY: "court.county",
    _T.STREET: "court.street",
    _T.ADDRESS: "court.address",
    _T.CITY: "court.city",
    _T.STATE: "court.state",
    _T.ZIP: "court.zip",
    _T.CITY_STATE_ZIP: "court.city_state_zip",
    _T.CITY_ZIP: "court.city_zip",
    _T.PHONE: "court.phone",
}
BUSINESS = {
    _T.NAME: "fictitious.name",
    _T.COUNTY: "fictitious.county",
    _T.REGISTRATION: "fictitious.number",
    _T.EXPIRES: "fictitious.expires_on",
    _T.STREET: "plaintiffs[0].street",
    _T.ADDRESS: "plaintiffs[0].address",
}
APPEARANCE = {
    _T.NAME: "appearance.name",
    _T.ADDRESS: "appearance.address",
    _T.PHONE: "appearance.phone",
    _T.JOB: "appearance.title",
}
ALONE = {  # whoever it is about
    _T.CASE_NUMBER: "case.number",
    _T.CASE_NAME: "case.name",
    _T.AMOUNT: "claim.amount",
    _T.PRINCIPAL: "claim.without_interest",
    _T.INTEREST: "claim.interest",
    _T.COSTS: "claim.filing_fee",
    _T.TOTAL: "claim.total_with_fee",
    _T.WHEN: "claim.happened_on",
    _T.FROM: "claim.started_on",
    _T.THROUGH: "claim.through",
    _T.WHY: "claim.why",
    _T.HOW: "claim.how_calculated",
    _T.WHY_NOT: "demand.why_not",
    _T.BRANCH: "court.branch",
    _T.REPRESENTS: "represented_by",
    _T.HEARING: "hearing.on",
    _T.TIME: "hearing.time",
    _T.DEPARTMENT: "hearing.department",
    _T.FILED_ON: "public_entity.claim_filed_on",
    _T.VENUE_ZIP: "venue.zip",
    _T.EXPIRES: "fictitious.expires_on",
}
LEFT_EMPTY = {
    _T.SIGNATURE: Leave.SIGNATURE,
    _T.SIGN_DATE: Leave.SIGNING_DATE,
    _T.CLERK: Leave.COURT_USE,
}
SWORN_TO = "the person who serves the papers fills it in"
NO_MAILING = "the court's mailing address is not on record"
ONE_SIGNS = "only where a second plaintiff signs"
NO_LAWYER = "nobody is represented by a lawyer"
NOT_KEPT = {
    _T.BIRTH: "the kit keeps no birth dates",
    _T.BAR: NO_LAWYER,
    _T.FIRM: NO_LAWYER,
    _T.FEE: SWORN_TO,
    _T.SERVED_ON: SWORN_TO,
    _T.MAILED_ON: SWORN_TO,
    _T.MAILED_FROM: SWORN_TO,
    _T.REGISTRATION: SWORN_TO,
}
FILER = (_T.NAME, _T.STREET, _T.CITY_STATE_ZIP)  # the lines of a block without labels, in their usual order
LISTS = {Role.PLAINTIFF: "plaintiffs", Role.DEFENDANT: "defendants"}
