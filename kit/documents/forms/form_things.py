"""The things that forms ask for, whose they are, and the words by which courts call them.

A pattern stands for the words of one thing, in small letters without
punctuation, with how telling they are, from 0 to 1.
"""

from __future__ import annotations

from enum import StrEnum


class Thing(StrEnum):
    """What a field asks for."""

    NAME = "name"
    STREET = "street"
    ADDRESS = "address"  # the whole of it, or its first line
    CITY = "city"
    STATE = "state"
    ZIP = "zip"
    CITY_STATE = "city_state"
    CITY_ZIP = "city_zip"
    CITY_STATE_ZIP = "city_state_zip"
    VENUE_ZIP = "venue_zip"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    BIRTH = "birth"
    JOB = "job"
    FIRM = "firm"
    BAR = "bar_number"
    REGISTRATION = "registration"
    COUNTY = "county"
    CASE_NUMBER = "case_number"
    CASE_NAME = "case_name"
    COURT = "court"
    BRANCH = "branch"
    AMOUNT = "amount"
    PRINCIPAL = "principal"
    INTEREST = "interest"
    COSTS = "costs"
    FEE = "service_fee"
    TOTAL = "total"
    DATE = "date"
    WHEN = "when"
    FROM = "from"
    THROUGH = "through"
    HEARING = "hearing"
    TIME = "time"
    DEPARTMENT = "department"
    EXPIRES = "expires"
    SERVED_ON = "served_on"
    MAILED_ON = "mailed_on"
    MAILED_FROM = "mailed_from"
    FILED_ON = "filed_on"
    SIGN_DATE = "signing_date"
    SIGNATURE = "signature"
    SIGNER = "signer"
    CLERK = "clerk"
    WHY = "why"
    HOW = "how"
    WHY_NOT = "why_not"
    REPRESENTS = "represents"  # for whom a lawyer appears
    SPECIFY = "specify"


class Role(StrEnum):
    """Whose name, address or number it is."""

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    AGENT = "agent"
    LAWYER = "lawyer"
    SERVER = "server"
    SERVED = "served"
    COURT = "court"
    BUSINESS = "business"  # a trade name
    APPEARANCE = "appearance"  # who appears for a party
    FILER = "filer"  # attorney or party without attorney


_T = Thing
THINGS: tuple[tuple[Thing, float, str], ...] = (
    (_T.CASE_NUMBER, 1.0, r"\bcase ?(?:no|nbr|num|number)\b|\b(?:docket|index|cause|action|file) (?:no|number)\b"),
    (_T.CASE_NAME, 1.0, r"\bcase ?(?:name|title|caption)\b|\bshort title\b|\bin re\b"),
    (_T.REPRESENTS, 1.0, r"^attorneys? for\b|\bwhom .* represents?\b"),
    (_T.COURT, 1.0, r"\b(?:superior|justice|district|county|circuit|municipal|magistrate) court of\b|\bcourt ?info\b"),
    (_T.COURT, 0.95, r"\bname (?:and (?:street )?address )?of (?:the )?court\b|\bcourt name\b|^court$"),
    (_T.BRANCH, 1.0, r"\bbranch name\b|\b(?:court )?(?:division|branch|precinct)\b"),
    (_T.COUNTY, 0.97, r"\bcounty of$|^(?:in )?(?:the )?county(?: of)?$|^unit$|\bname of county\b|\bcounty where\b"),
    (_T.COUNTY, 0.9, r"\bcounty of (?:registration|residence)\b|\bcourt (?:county|unit)\b|\bcounty\b(?!.*\bcourt\b)"),
    (_T.CITY_STATE_ZIP, 1.0, r"\bcity\b.*\bstate\b.*\bzip\b|\baddress (?:\w+ )?line (?:two|2)\b"),
    (_T.CITY_ZIP, 1.0, r"\bcity (?:and )?zip\b"),
    (_T.CITY_STATE, 1.0, r"\bcity (?:and )?state\b(?!.*\bzip\b)|\bplace of mailing\b"),
    (_T.ADDRESS, 0.99, r"\bnames?\b.*\baddress(?:es)?\b"),
    (_T.STREET, 0.98, r"\bstreet\b(?: (?:or mailing|and mailing|and number|number))?|\bnumber and street\b"),
    (_T.STREET, 0.93, r"\bmailing address\b|\baddress (?:\w+ )?line (?:one|1)\b|\bat this address\b"),
    (_T.ADDRESS, 0.92, r"\b(?:business|home|residence|full|complete|current|physical|mailing)? ?address(?:es)?\b"),
    (_T.CITY, 0.95, r"\bcity\b|\btown\b|\bmunicipality\b"),
    (_T.STATE, 0.94, r"^(?:plaintiff|defendant|attorney|mailing|business|home|agent|server|restrained)? ?state\b"),
    (_T.STATE, 0.7, r"\bstate$"),
    (_T.VENUE_ZIP, 1.0, r"\bzip code of the place\b|\bzip code (?:of|for|in) (?:the )?(?:place|where)\b"),
    (_T.ZIP, 0.96, r"\bzip(?: ?codes?)?\b|\bpostal code\b"),
    (_T.FAX, 1.0, r"\bfax\b|\bfacsimile\b"),
    (_T.EMAIL, 1.0, r"\be ?mails?\b"),
    (_T.PHONE, 0.98, r"\b(?:tele)?phones?\b|\btel(?: no)?\b|\bdaytime (?:number|tel)\b|\bcell\b|\bmobile\b"),
    (_T.BIRTH, 1.0, r"\bbirth ?dates?\b|\bdates? of birth\b|\bdob\b"),
    (_T.BAR, 1.0, r"^(?:state )?bar (?:no|number|#|id)|\bsbn\b|\bbar no\b|\bbbo\b"),
    (_T.JOB, 0.99, r"\bjob title\b|\btitle if known\b|^title$|\brelationship to\b|\brelation\b|\bjob\b"),
    (_T.REGISTRATION, 0.99, r"\bregistration (?:no|number)\b|\bstatement number\b|\blicen[sc]e (?:no|number)\b"),
    (_T.SIGNATURE, 1.0, r"\bsignatures?\b(?! date)|\bsign (?:your|here|name)\b|\bsigned by\b|\bsign$"),
    (_T.CLERK, 1.0, r"\bclerk\b|\bdeputy\b|\bcourt use\b|\bjudge\b|\badvisor\b"),
    (_T.SIGNER, 1.0, r"\b(?:types?|print(?:s|ed)?)\b.*\bname\b|\bname typed or printed\b|\btyped name\b|^i$"),
    (
        _T.SIGN_DATE,
        0.99,
        r"\b(?:date signed|signed on|signing date|signature date|sign date|date of sign\w*|sig date)\b",
    ),
    (_T.SIGN_DATE, 0.99, r"^dated(?: this)$"),
    (_T.MAILED_ON, 0.99, r"\bdate (?:of mailing|mailed)\b|\bmailed (?:the envelope )?on\b|\bon date of mailing\b"),
    (_T.MAILED_FROM, 1.0, r"\bcity and state of mailing\b|\bmailed from\b|^from city state\b"),
    (_T.SERVED_ON, 0.98, r"\bdate (?:of service|served)\b|\bserved on\b|\bi did this on\b"),
    (_T.HEARING, 0.99, r"\b(?:hearing|trial|court) date\b|\bdate of (?:hearing|trial)\b|\bhearin ?date\b"),
    (_T.TIME, 0.97, r"\b(?:hearing|trial) time\b|^time\b|\bat time\b"),
    (_T.DEPARTMENT, 0.97, r"\bdept\b|\bdepartment\b|\b(?:court)?room\b"),
    (_T.EXPIRES, 0.99, r"\bexpir\w+"),
    (_T.FILED_ON, 0.97, r"\b(?:claim )?(?:was )?filed on\b|\bdate filed\b|\bclaim date\b"),
    (_T.FROM, 0.97, r"\bdate started\b|\bstart(?:ing)? date\b|\bbeginning\b|\bfrom date\b|\bdate from\b"),
    (_T.THROUGH, 0.97, r"^through\b|\bend(?:ing)? date\b|\bdate through\b|\bto date\b"),
    (
        _T.WHEN,
        0.98,
        r"\bwhen did\b|\bdate of (?:the )?(?:transaction|event|loss|debt|incident|breach|default|occurrence)\b",
    ),
    (_T.WHEN, 0.96, r"\bdate (?:the )?(?:debt|claim|money|it) (?:arose|became due|was due|happened)\b|\bdate due\b"),
    (_T.DATE, 0.95, r"^(?:on )?dated?$"),
    (_T.DATE, 0.8, r"\bdate\b|\bon date\b|\bmm dd yyyy\b"),
    (_T.PRINCIPAL, 0.98, r"\bprincipal\b"),
    (_T.FEE, 1.0, r"\bfee for service\b|\bservice fee\b"),
    (_T.INTEREST, 0.97, r"\binterest\b"),
    (_T.COSTS, 0.96, r"\b(?:court )?costs?\b|\bfiling fees?\b|\bcourt fees?\b"),
    (_T.TOTAL, 0.97, r"\btotal\b|\bsum of\b|\bgrand total\b"),
    (
        _T.AMOUNT,
        0.97,
        r"\bamounts?\b|\bdefendants? owes\b|\bowes?\b.*\$|\bclaims? .*\bsum\b|\bdemands? .*\$|\bdamages\b",
    ),
    (_T.AMOUNT, 0.6, r"\bdollars?\b|\bmoney owed\b"),
    (_T.WHY_NOT, 1.0, r"\bwhy not\b|\bif no why\b"),
    (_T.HOW, 1.0, r"\bhow (?:did|do) you (?:calculate|compute|figure|arrive)\b|\bcalculation\b"),
    (
        _T.WHY,
        1.0,
        r"\bwhy (?:does|do|did|is|are)\b|\bexplain your\b|\breasons? (?:for|why)\b|\bbasis (?:of|for)\b",
    ),
    (
        _T.WHY,
        1.0,
        r"\bfollowing reasons\b",
    ),
    (
        _T.WHY,
        0.95,
        r"\bnature of (?:the |your )?(?:claim|debt|action)\b|\bstate (?:the )?facts\b|\b(?:complaint|claim) descr",
    ),
    (_T.WHY, 0.9, r"\bbrief(?:ly)? (?:statement|explain|describe)\b|\bstatement of (?:the )?claim\b"),
    (_T.SPECIFY, 0.95, r"^(?:other )?specify\b|^other(?: specify| describe)?$|\bif other\b|^describe$|\bother descr"),
    (_T.FIRM, 1.0, r"^(?:law )?firm name\b|\bname of firm\b"),
    (_T.NAME, 0.9, r"\b(?:full |legal |business |first and last )?names?\b"),
    (_T.NAME, 0.97, r"\b(?:person|agent) authorized\b|\bagent for service\b"),
    (_T.NAME, 0.85, r"^(?:plaintiff|defendant|petitioner|respondent|claimant|creditor|debtor)s?(?: list names)?$"),
    (_T.NAME, 0.8, r"^(?:plaintiffs?|petitioners?)(?: (?:plaintiffs?|petitioners?))?(?: s| \d+| names?)?$"),
    (_T.NAME, 0.8, r"^(?:defendants?|respondents?)(?: (?:defendants?|respondents?))?(?: s| \d+| names?)?$"),
)
ROLES: tuple[tuple[Role, str], ...] = (
    (Role.FILER, r"\bparty without (?:an )?attorney\b|\bself represented\b|\bfiled by\b|\bname of filer\b"),
    (Role.AGENT, r"\bagent\b.*\bservice\b|\bauthorized (?:for|to accept) service\b|\bregistered agent\b|\bagent\b"),
    (Role.APPEARANCE, r"\bappear for\b|\bauthorization to appear\b|\bappearing for\b|\bwant to appear\b"),
    (Role.LAWYER, r"\bassistants?\b|\battorneys?\b|\blawyers?\b|\bcounsel\b|\bbar (?:no|number)\b|\bsbn\b"),
    (
        Role.SERVER,
        r"\bservers?\b|\bprocess server\b|\bwho served\b|\bperson serving\b|\bgave the papers\b|\bi mailed\b",
    ),
    (Role.SERVED, r"\b(?:party|person|parties|business) served\b|\bserv(?:ed|ing) a (?:person|business|public)\b"),
    (Role.BUSINESS, r"\bfictitious\b|\btrade name\b|\bdoing business as\b|\bdba\b|\bbusiness name\b"),
    (Role.DEFENDANT, r"\bdefendants?\b|\brespondents?\b|\bdebtors?\b|\bbeing sued\b|\bother part(?:y|ies)\b|\bdeft?\b"),
    (
        Role.PLAINTIFF,
        r"\bplaintiffs?\b|\bpetitioners?\b|\bclaimants?\b|\bcreditors?\b|\bis suing\b|\busers?\b|\bplt?f\b",
    ),
    (Role.COURT, r"\bcourt(?:house)?\b|\bclerk\b"),
)
