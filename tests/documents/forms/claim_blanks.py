"""Blanks of a proof of claim, made here in the shape of Official Form 410 (04/25) and in words of their own.

Three printings: `columns` has the questions in a narrow column and most labels below their lines; `ruled` is the same
with printed lines to write on, fields that stand a little off them, and headings too close together; `stacked` has one
column, labels above or before, and fields of their own for the parts of a day, a number, a name. Field names are made
up by a program, are those of other fields, or are one for all boxes of a question.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from pikepdf import Name
from sample_forms import NO_TOGGLE, RADIO, Sample

LAYOUTS = ("columns", "stacked", "ruled")
NAMINGS = ("generated", "shuffled", "radios")
Rect = tuple[float, float, float, float]


@dataclass(frozen=True)
class Asked:
    """One place on a blank, and the answer that belongs there; of a box with what it stands for."""

    name: str
    state: str
    blank: str
    page: int
    rect: Rect


@dataclass(frozen=True)
class Printed:
    """A blank, and the truth about it."""

    pdf: bytes
    asked: tuple[Asked, ...]


@dataclass
class ClaimBlank:
    """A form in the making."""

    layout: str
    without: frozenset[str] = frozenset()
    choices: dict[str, list[str]] = field(default_factory=dict)
    sample: Sample = field(default_factory=lambda: Sample(pages=3))
    asked: list[tuple[str, int, Rect, bool]] = field(default_factory=list)
    page: int = 1
    y: float = 750.0

    def say(self, text: str, x: float, y: float) -> None:
        """Print words."""
        plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.sample.words(plain, self.page, (x, y))

    def text(self, blank: str, left: float, right: float, y: float | None = None) -> None:
        """Add a field to write in, on the line at ``y``."""
        y = self.y if y is None else y
        if blank in self.without:
            return
        off = (len(self.asked) % 5 - 2) / 2 if self.layout == "ruled" else 0.0
        high = 11 + len(self.asked) % 3 * 2 if self.layout == "ruled" else 16
        self.asked.append((blank, self.page, (left, y - 3 + off, right, y - 3 + off + high), False))
        if self.layout == "ruled":
            self.say("_" * int((right - left) / 5.6), left, y)

    def tick(self, blank: str, label: str, x: float, y: float | None = None) -> None:
        """Add a box with its label to the right; ``blank`` carries what it stands for behind an equals sign."""
        y = self.y if y is None else y
        self.asked.append((blank, self.page, (x, y - 1, x + 9, y + 8), True))
        if label:
            self.say(label, x + 14, y)

    def down(self, points: float = 22) -> None:
        """Go down."""
        self.y -= points

    def made(self, naming: str, seed: int = 0) -> Printed:
        """Return the file with what belongs in each of its fields."""
        keys = [
            blank.partition("=")[0] if box and naming == "radios" else at
            for at, (blank, _, _, box) in enumerate(self.asked)
        ]
        names = {key: f"undefined_{n}" if n else "undefined" for n, key in enumerate(dict.fromkeys(keys))}
        if naming != "generated":
            mixed = list(names.values())
            random.Random(seed).shuffle(mixed)  # noqa: S311 - the same ones every time
            names = dict(zip(names, mixed, strict=True))
        groups: dict[str, list[Asked]] = {}
        for key, (blank, page, rect, box) in zip(keys, self.asked, strict=True):
            group = groups.setdefault(names[key], [])
            state = "" if not box else f"/{len(group)}" if naming == "radios" else "/On"
            group.append(Asked(names[key], state, blank, page, rect))
        for name, group in groups.items():
            self._put(name, group)
        self.sample.text("Print", page=1, rect=(520, 10, 560, 24), flags=1 << 16).FT = Name.Btn
        return Printed(self.sample.bytes(), tuple(one for group in groups.values() for one in group))

    def _put(self, name: str, group: list[Asked]) -> None:
        first = group[0]
        if not first.state and first.blank in self.choices:
            self.sample.choice(name, self.choices[first.blank], page=first.page, rect=first.rect)
        elif not first.state:
            self.sample.text(name, page=first.page, rect=first.rect, da="/Helv 9 Tf 0 g")
        else:
            states, rects = tuple(one.state for one in group), [one.rect for one in group]
            flags = RADIO | NO_TOGGLE if len(group) > 1 else 0
            self.sample.box(name, states, page=first.page, rects=rects, flags=flags)


def claim_blank(
    layout: str,
    naming: str = "generated",
    seed: int = 0,
    without: str = "",
    choices: dict[str, list[str]] | None = None,
) -> Printed:
    """Return a blank; ``without`` names an answer that has no field on it, ``choices`` those with a list."""
    form = ClaimBlank(layout, frozenset({without} - {""}), choices or {})
    (_stacked if layout == "stacked" else _columns)(form)
    return form.made(naming, seed)


Q, A, END = 36.0, 210.0, 575.0  # where questions and answers begin


def _ask(form: ClaimBlank, number: str, *lines: str) -> None:
    form.say(f"{number}.", Q, form.y)
    for at, line in enumerate(lines):
        form.say(line, Q + 16, form.y - 12 * at)


def _no_yes(form: ClaimBlank, path: str, yes: str = "") -> None:
    form.tick(f"{path}=no", "No", A)
    form.down(18)
    form.tick(f"{path}=yes", f"Yes. {yes}".strip(), A)


def _under(form: ClaimBlank, caption: str, left: float) -> None:
    form.say(caption, left, form.y - 12)


def _columns(form: ClaimBlank) -> None:
    _columns_first(form)
    form.page, form.y = 2, 750.0
    _columns_second(form)
    form.page, form.y = 3, 750.0
    _columns_third(form)


def _columns_first(form: ClaimBlank) -> None:
    form.say("Information that identifies the case", Q, form.y)
    for label, blank in (("Debtor 1", "debtors.first"), ("Debtor 2", "debtors.second")):
        form.down()
        form.say(label, Q, form.y)
        form.text(blank, 90, 320)
    form.say("(spouse, if filing)", Q, form.y - 11)
    form.down(26)
    form.say("United States Bankruptcy Court for the:", Q, form.y)
    form.text("court.region", 225, 330)
    form.say("District of", 335, form.y)
    form.text("court.state", 390, 480)
    form.down()
    form.say("Case number", Q, form.y)
    form.text("case.number", 110, 320)
    form.down(30)
    form.say("Official Form 410 (sample)", Q, form.y)
    form.down(16)
    form.say("Proof of Claim    04/25", Q, form.y)
    form.down(26)
    form.say("Part 1:    Identify the Claim", Q, form.y)
    form.down(26)
    _ask(form, "1", "Who is the present", "current creditor?")
    form.text("creditor.name", A, END)
    _under(form, "Name of the current creditor (who is to be paid on this claim)", A)
    form.down(32)
    form.say("Other names the creditor went by with the debtor", A, form.y)
    form.text("creditor.other_names", A + 240, END)
    form.down(28)
    _ask(form, "2", "Was this claim acquired", "from someone else?")
    _no_yes(form, "acquired.yes", "From whom?")
    form.text("acquired.from_whom", A + 105, END)
    form.down(28)
    _columns_addresses(form)
    _columns_earlier(form)


def _columns_addresses(form: ClaimBlank) -> None:
    _ask(form, "3", "Where should notices", "and payments to the", "creditor be sent?")
    right = 400.0
    heads = ("Where should notices go to the creditor?", "Where should payments go? (if different)")
    if form.layout == "ruled":  # so close that they read as one line
        form.say(" ".join(heads), A, form.y)
    else:
        form.say(heads[0], A, form.y)
        form.say(heads[1], right, form.y)
    form.down(26)
    for side, left, end in (("notices", A, 390.0), ("payments", right, END)):
        y = form.y
        form.text(f"{side}.name", left, end)
        _under(form, "Name", left)
        form.down(28)
        form.text(f"{side}.street", left, end)
        _under(form, "Number      Street", left)
        form.down(28)
        for part, x, to, label in (("city", 0, 75, "City"), ("state", 80, 110, "State"), ("zip", 115, 165, "ZIP Code")):
            form.text(f"{side}.{part}", left + x, left + to)
            _under(form, label, left + x)
        form.down(28)
        form.say("Contact phone", left, form.y)
        form.text(f"{side}.phone", left + 70, end)
        form.down(20)
        form.say("Contact email", left, form.y)
        form.text(f"{side}.email", left + 70, end)
        form.y = y if side == "notices" else form.y
    form.down(24)
    form.say("Uniform claim identifier (optional):", A, form.y)
    form.text("uniform_claim_identifier", A + 170, END)


def _columns_earlier(form: ClaimBlank) -> None:
    form.down(28)
    _ask(form, "4", "Does this claim amend", "one already filed?")
    _no_yes(form, "amends.yes", "Claim number on court registry")
    form.text("amends.number", A + 175, A + 228)
    form.say("Filed on", A + 235, form.y)
    form.text("amends.filed.on", A + 280, END)
    form.say("MM / DD / YYYY", A + 285, form.y - 12)
    form.down(28)
    _ask(form, "5", "Do you know whether anyone", "else filed a proof of", "claim for this claim?")
    _no_yes(form, "other_filer.yes", "Who made the earlier filing?")
    form.text("other_filer.who", A + 165, END)
    form.say("Official Form 410    Proof of Claim    page 1", Q, 14)


def _columns_second(form: ClaimBlank) -> None:
    form.say("Part 2:    Information About the Claim as of the Date of Filing", Q, form.y)
    form.down(28)
    _ask(form, "6", "Do you have any number", "by which you identify", "the debtor?")
    _no_yes(form, "account.yes", "Last 4 digits of the debtor's account or other number:")
    form.text("account.last_four", A + 280, END)
    form.down(30)
    _ask(form, "7", "How much is the claim?")
    form.say("$", A, form.y)
    form.text("claim.amount", A + 8, A + 110)
    form.say("Does this amount include interest or charges?", A + 118, form.y)
    form.down(18)
    form.tick("claim.includes_charges=no", "No", A + 118)
    form.down(18)
    form.tick("claim.includes_charges=yes", "Yes. Attach a statement itemizing interest,", A + 118)
    form.say("fees, expenses, or other charges.", A + 132, form.y - 12)
    form.down(34)
    _ask(form, "8", "What is the basis of", "the claim?")
    form.say("Examples: goods sold, money loaned, lease, services performed, injury.", A, form.y)
    form.down(18)
    form.text("claim.basis", A, END)
    form.down(30)
    _columns_secured(form)
    form.down(30)
    _columns_lease(form)


def _columns_secured(form: ClaimBlank) -> None:
    _ask(form, "9", "Is all or part of the", "claim secured?")
    _no_yes(form, "secured.yes", "A lien on property secures the claim.")
    form.down(18)
    form.say("Nature of property:", A + 14, form.y)
    form.down(16)
    form.tick("secured.nature=real_estate", "Real estate. A mortgage on the debtor's own home needs an", A + 14)
    form.say("attachment of its own, filed with this claim.", A + 28, form.y - 11)
    form.down(28)
    form.tick("secured.nature=motor_vehicle", "Motor vehicle", A + 14)
    form.down(18)
    form.tick("secured.nature=other", "Other. Describe:", A + 14)
    form.text("secured.property", A + 110, END)
    form.down(22)
    form.say("Basis for perfection:", A + 14, form.y)
    form.text("secured.perfection", A + 115, END)
    form.down(24)
    sums = (
        ("Value of property:", "value"),
        ("Amount of the claim that is secured:", "secured_part"),
        ("Amount of the claim that is unsecured:", "unsecured_part"),
    )
    for label, blank in sums:
        form.say(label, A + 14, form.y)
        form.say("$", A + 195, form.y)
        form.text(f"secured.{blank}", A + 202, END - 40)
        form.down(20)
    form.say("(Both amounts together should be that in line 7.)", A + 80, form.y)
    form.down(24)
    form.say("Amount necessary to cure any default as of the petition date:", A + 14, form.y)
    form.say("$", A + 292, form.y)
    form.text("secured.cure", A + 299, END)
    form.down(24)
    form.say("Annual interest rate (when the case was filed)", A + 14, form.y)
    form.text("secured.rate_percent", A + 225, A + 265)
    form.say("%", A + 268, form.y)
    form.down(18)
    form.tick("secured.rate_kind=fixed", "Fixed", A + 14)
    form.down(18)
    form.tick("secured.rate_kind=variable", "Variable", A + 14)


def _columns_lease(form: ClaimBlank) -> None:
    _ask(form, "10", "Is this claim based on a", "lease?")
    _no_yes(form, "lease.yes", "Amount necessary to cure any default at the petition date.")
    form.say("$", A + 303, form.y)
    form.text("lease.cure", A + 310, END)
    form.down(30)
    _ask(form, "11", "Is this claim subject to", "a right of setoff?")
    _no_yes(form, "setoff.yes", "Identify the property:")
    form.text("setoff.property", A + 130, END)


PRIORITIES = (
    ("support", "Domestic support obligations (alimony and child support)", "under 11 U.S.C. § 507(a)(1)."),
    (
        "deposits",
        "Up to $3,800* of deposits toward purchase or rental of property",
        "or services for household use. § 507(a)(7).",
    ),
    (
        "wages",
        "Wages, salaries, or commissions (up to $17,150*) earned within",
        "180 days before the petition. § 507(a)(4).",
    ),
    ("taxes", "Taxes or penalties owed to governmental units. § 507(a)(8).", ""),
    ("benefits", "Contributions to an employee benefit plan. § 507(a)(5).", ""),
)


def _priorities(form: ClaimBlank, left: float, dollar: float) -> None:
    for blank, line, more in PRIORITIES:
        form.tick(f"priority.{blank}.yes", line.replace("§", "sec."), left)
        if more:
            form.say(more.replace("§", "sec."), left + 14, form.y - 11)
        low = form.y - (11 if more else 0)
        form.say("$", dollar, low)
        form.text(f"priority.{blank}.amount", dollar + 7, END, low)
        form.down(34 if more else 24)
    form.tick("priority.other.yes", "Other. Specify subsection of 11 U.S.C. sec. 507(a)(", left)
    form.text("priority.subsection", left + 246, left + 268)
    form.say(") applies.", left + 270, form.y)
    form.say("$", dollar, form.y)
    form.text("priority.other.amount", dollar + 7, END)
    form.down(20)


def _columns_third(form: ClaimBlank) -> None:
    _ask(form, "12", "Is all or part of the", "claim entitled to", "priority under 11", "U.S.C. sec. 507(a)?")
    form.tick("priority.yes=no", "No", A - 30)
    form.down(18)
    form.tick("priority.yes=yes", "Yes. Check one:", A - 30)
    form.say("Amount entitled to priority", 455, form.y)
    form.down(22)
    _priorities(form, A - 30, 510)
    form.say("* Amounts change on 4/01/28 and every 3 years for cases begun then or later.", A - 30, form.y)
    form.down(30)
    form.say("Part 3:    Sign Below", Q, form.y)
    form.down(26)
    form.say("Whoever completes", Q, form.y)
    form.say("this form must sign it.", Q, form.y - 12)
    form.say("Check the box that applies:", A, form.y)
    for role, label in (
        ("creditor", "I am the creditor."),
        ("agent", "I am the creditor's attorney or authorized agent."),
        ("trustee", "I am the trustee, or the debtor, or their authorized agent. Rule 3004."),
        ("codebtor", "I am a guarantor, surety, endorser, or other codebtor. Rule 3005."),
    ):
        form.down(18)
        form.tick(f"signer.role={role}", label, A)
    form.down(26)
    form.say("Executed on date", A, form.y)
    form.text("date", A + 90, A + 190)
    form.say("MM / DD / YYYY", A + 95, form.y - 12)
    form.down(40)
    form.text("signature", A, A + 200)
    _under(form, "Signature", A)
    form.down(34)
    form.say("The name of the person who completes and signs this claim:", A, form.y)
    form.down(22)
    form.say("Name", A, form.y)
    for part, x, label in (
        ("first_name", 60, "First name"),
        ("middle_name", 160, "Middle name"),
        ("last_name", 260, "Last name"),
    ):
        form.text(f"signer.{part}", A + x, A + x + 95)
        _under(form, label, A + x)
    form.down(30)
    for part, label in (("title", "Title"), ("company", "Company")):
        form.say(label, A, form.y)
        form.text(f"signer.{part}", A + 60, END)
        form.down(24)
    form.say("Name the corporate servicer as the company if the agent is a servicer.", A + 60, form.y + 6)
    form.down(12)
    form.say("Address", A, form.y)
    form.text("signer.street", A + 60, END)
    form.say("Number", A + 60, form.y - 12)
    form.say("Street", A + 130, form.y - 12)
    form.down(30)
    for part, x, to, label in (("city", 60, 190, "City"), ("state", 200, 250, "State"), ("zip", 260, 340, "ZIP Code")):
        form.text(f"signer.{part}", A + x, A + to)
        _under(form, label, A + x)
    form.down(30)
    form.say("Contact phone", A, form.y)
    form.text("signer.phone", A + 75, A + 190)
    form.say("Email", A + 200, form.y)
    form.text("signer.email", A + 230, END)


def _stacked(form: ClaimBlank) -> None:
    _stacked_first(form)
    form.page, form.y = 2, 725.0
    _head(form)
    _stacked_second(form)
    form.page, form.y = 3, 725.0
    _head(form)
    _stacked_third(form)


def _head(form: ClaimBlank) -> None:
    form.say("Debtor 1", Q, 760)
    form.text("debtors.first", 85, 300, 760)
    form.say("Case number (if known)", 320, 760)
    form.text("case.number", 440, END, 760)


def _row(form: ClaimBlank, label: str, blank: str, left: float = 300.0, right: float = END) -> None:
    form.say(label, Q, form.y)
    form.text(blank, left, right)
    form.down()


def _in_a_row(form: ClaimBlank, path: str, label: str = "No / Yes") -> None:
    """Two boxes side by side with one label to their right."""
    form.tick(f"{path}=no", "", Q)
    form.tick(f"{path}=yes", label, Q + 16)


def _address(form: ClaimBlank, side: str) -> None:
    _row(form, "Name", f"{side}.name", 130)
    _row(form, "Street address", f"{side}.street", 130)
    _row(form, "City, state, ZIP code", f"{side}.city_state_zip", 150)
    form.say("Contact phone", Q, form.y)
    form.text(f"{side}.phone", 110, 260)
    form.say("Contact email", 270, form.y)
    form.text(f"{side}.email", 345, END)
    form.down()


def _stacked_first(form: ClaimBlank) -> None:
    form.say("PROOF OF CLAIM  (Form 410, 04/25, sample)", 180, form.y)
    form.down(28)
    _row(form, "Debtor 1:", "debtors.first", 90, 400)
    _row(form, "Debtor 2:", "debtors.second", 90, 400)
    _row(form, "United States Bankruptcy Court for the District of:", "court.district")
    _row(form, "Case number:", "case.number", 110, 300)
    form.say("Part 1 - Identify the Claim", Q, form.y)
    form.down()
    form.say("1. Who is the current creditor?", Q, form.y)
    form.down()
    _row(form, "Name of the current creditor:", "creditor.name", 190)
    _row(form, "Other names used with the debtor:", "creditor.other_names", 210)
    form.say("2. Has this claim been acquired from someone else?", Q, form.y)
    form.down()
    _in_a_row(form, "acquired.yes")
    form.say("If yes, from whom:", 120, form.y)
    form.text("acquired.from_whom", 215, END)
    form.down()
    form.say("3. Where should notices and payments to the creditor be sent?", Q, form.y)
    form.down()
    form.say("Notices to the creditor", Q, form.y)
    form.down(20)
    _address(form, "notices")
    form.say("Payments to the creditor, if different", Q, form.y)
    form.down(20)
    _address(form, "payments")
    _row(form, "Uniform claim identifier (if you use one)", "uniform_claim_identifier", 250)
    form.say("4. Does this claim amend one already filed?", Q, form.y)
    form.down()
    _in_a_row(form, "amends.yes")
    form.say("Claim number", 120, form.y)
    form.text("amends.number", 190, 260)
    form.say("Filed on", 270, form.y)
    for part, x, label in (("month", 320, "MM"), ("day", 360, "DD"), ("year", 400, "YYYY")):
        form.text(f"amends.filed.{part}", x, x + 34)
        _under(form, label, x)
    form.down(32)
    form.say("5. Do you know if anyone else has filed a proof of claim for this claim?", Q, form.y)
    form.down()
    _in_a_row(form, "other_filer.yes")
    form.say("Who made the earlier filing", 120, form.y)
    form.text("other_filer.who", 260, END)


def _stacked_second(form: ClaimBlank) -> None:
    form.say("Part 2 - Information About the Claim as of the Date the Case Was Filed", Q, form.y)
    form.down()
    form.say("6. Do you have any number you use to identify the debtor?", Q, form.y)
    form.down()
    _in_a_row(form, "account.yes")
    form.say("Last 4 digits of the debtor's account", 120, form.y)
    for n in range(4):
        form.text(f"account.digit_{n + 1}", 300 + 20 * n, 316 + 20 * n)
    form.down(26)
    form.say("7. How much is the claim?   Amount: $", Q, form.y)
    form.text("claim.amount", 215, 300)
    form.down()
    form.say("Does this amount include interest or other charges?", Q, form.y)
    form.down(18)
    _in_a_row(form, "claim.includes_charges", "No / Yes (then attach a statement)")
    form.down()
    form.say("8. What is the basis of the claim?", Q, form.y)
    form.text("claim.basis", 200, END)
    form.down()
    form.say("9. Is all or part of the claim secured?", Q, form.y)
    form.down()
    _in_a_row(form, "secured.yes", "No / Yes, by a lien on property")
    form.down()
    form.tick("secured.nature=real_estate", "Real estate", Q)
    form.tick("secured.nature=motor_vehicle", "Motor vehicle", 130)
    form.tick("secured.nature=other", "Other (describe)", 230)
    form.text("secured.property", 330, END)
    form.down()
    _row(form, "Basis for perfection", "secured.perfection")
    _row(form, "Value of property  $", "secured.value")
    _row(form, "Amount of the claim that is secured  $", "secured.secured_part")
    _row(form, "Amount of the claim that is unsecured  $", "secured.unsecured_part")
    _row(form, "Amount necessary to cure any default  $", "secured.cure")
    form.say("Annual interest rate", Q, form.y)
    form.text("secured.rate_percent", 140, 190)
    form.say("%", 193, form.y)
    form.tick("secured.rate_kind=fixed", "Fixed", 220)
    form.tick("secured.rate_kind=variable", "Variable", 280)
    form.down()
    form.say("10. Is this claim based on a lease?", Q, form.y)
    form.down()
    _in_a_row(form, "lease.yes")
    form.say("Amount necessary to cure any default  $", 120, form.y)
    form.text("lease.cure", 330, END)
    form.down()
    form.say("11. Is this claim subject to a right of setoff?", Q, form.y)
    form.down()
    _in_a_row(form, "setoff.yes")
    form.say("Identify the property", 120, form.y)
    form.text("setoff.property", 230, END)


def _stacked_third(form: ClaimBlank) -> None:
    form.say("12. Is all or part of the claim entitled to priority under 11 U.S.C. sec. 507(a)?", Q, form.y)
    form.down()
    _in_a_row(form, "priority.yes", "No / Yes (check all that apply)")
    form.down()
    _priorities(form, Q, 480)
    form.say("Part 3 - Sign Below", Q, form.y)
    form.down()
    form.tick("signer.role=creditor", "I am the creditor", Q)
    form.tick("signer.role=agent", "I am the creditor's attorney or authorized agent", 220)
    form.down(18)
    form.tick("signer.role=trustee", "I am the trustee or the debtor", Q)
    form.tick("signer.role=codebtor", "I am a guarantor or other codebtor", 220)
    form.down()
    form.say("Executed on", Q, form.y)
    for x, label in ((110, "MM"), (150, "DD"), (190, "YYYY")):
        form.text("date", x, x + 34)
        _under(form, label, x)
    form.say("Signature", 300, form.y)
    form.text("signature", 360, END)
    form.down(34)
    _row(form, "Name", "signer.name", 130)
    _row(form, "Title", "signer.title", 130)
    _row(form, "Company", "signer.company", 130)
    form.say("Address", Q, form.y)
    form.text("signer.street_number", 90, 140)
    form.text("signer.street_name", 150, END)
    form.say("Number", 90, form.y - 12)
    form.say("Street", 150, form.y - 12)
    form.down(32)
    _row(form, "City, state, ZIP code", "signer.city_state_zip", 150)
    form.say("Phone", Q, form.y)
    form.text("signer.phone", 80, 240)
    form.say("Email", 270, form.y)
    form.text("signer.email", 310, END)
