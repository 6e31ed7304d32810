"""What electronic documents are called at the desks: their states, and an authority's rules in
words that help."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tijara.domains.invoicing.shapes import Filed, FilingState, Remark, UnitState

AUTHORITIES = {
    "eta": _("Tax Authority, Egypt"),
    "pint_ae": _("Peppol, United Arab Emirates"),
    "zatca": _("ZATCA, Saudi Arabia"),
}
FILING_STATES = {
    FilingState.WAITING: (pgettext_lazy("filing", "On its way"), "info"),
    FilingState.ACCEPTED: (pgettext_lazy("filing", "Accepted"), "good"),
    FilingState.WARNED: (pgettext_lazy("filing", "Accepted, with a remark"), "warn"),
    FilingState.REJECTED: (pgettext_lazy("filing", "Rejected"), "bad"),
    FilingState.CORRECTED: (pgettext_lazy("filing", "Replaced"), ""),
    FilingState.KEPT: (pgettext_lazy("filing", "Kept here"), ""),
}
"""(name, tone of the badge)."""
NEXT_STEPS = {
    FilingState.WAITING: _("Nothing to do. It is sent again by itself until there is an answer."),
    FilingState.ACCEPTED: _("Nothing to do. The authority has it."),
    FilingState.WARNED: _("It counts. Read the remark, so that the next ones come without it."),
    FilingState.REJECTED: _(
        "Mend what is wrong in the seller’s details, then send a new document. The invoice keeps "
        "its number."
    ),
    FilingState.CORRECTED: _("Nothing to do. A new document was sent in its place."),
    FilingState.KEPT: _("It is exchanged by the seller’s service provider. Hand it the file."),
}
UNIT_STATES = {
    UnitState.BEGUN: (pgettext_lazy("unit", "Not finished"), "warn"),
    UnitState.READY: (pgettext_lazy("unit", "Writes and sends"), "good"),
    UnitState.WITHDRAWN: (pgettext_lazy("unit", "Withdrawn"), ""),
}
TROUBLES = {
    "keys_refused": _("The authority does not know this seller’s keys any more. Renew them.")
}
RULES: dict[str, Promise] = {
    "BR-KSA-08": _("The number of the commercial register is missing or is no number."),
    "BR-KSA-09": _(
        "The seller’s address is not whole: street, building, district, city, postcode."
    ),
    "BR-KSA-10": _("The buyer’s address is missing: street, city and country."),
    "BR-KSA-17": _("A credit note must say why it is given."),
    "BR-KSA-37": _("The building number must have four digits."),
    "BR-KSA-39": _("The seller’s VAT number is missing."),
    "BR-KSA-40": _("The seller’s VAT number must have 15 digits and begin and end with 3."),
    "BR-KSA-44": _("The buyer’s VAT number must have 15 digits and begin and end with 3."),
    "BR-KSA-63": _("The buyer’s address is not whole."),
    "BR-KSA-66": _("The seller’s postcode must have five digits."),
    "BR-KSA-67": _("The buyer’s postcode must have five digits."),
    "BR-KSA-81": _("The buyer’s VAT number or another number of his is missing."),
    "BR-KSA-83": _("Something is sold without tax, and the reason is not said."),
    "BR-KSA-98": _("It arrived later than 24 hours after it was given out."),
    "ETA-receiver.address": _(
        "The buyer’s address is not whole: governorate, city, street, building."
    ),
    "ETA-receiver.id": _("The buyer’s number is no Egyptian registration number."),
    "ETA-references": _(
        "The invoice that the note is about has no answer of the authority yet. Wait for it."
    ),
    "BR-55": _("It is not said which invoice the note is about."),
    "BR-KSA-EN16931-02": _("The authority takes Saudi riyals only."),
    "keys": _("The seller’s keys can’t be read any more. Renew them."),
    "KSA-13": _("It does not follow the document before it. Send a new one."),
    "KSA-16": _("Its place in the row is taken. Send a new one."),
    "invalid-invoice-hash": _("The document was changed on its way. Send a new one."),
    "BR-CO-26": _("The seller has no number that identifies him."),
}
FAMILIES: tuple[tuple[str, Promise], ...] = (
    ("BR-CO-", _("The sums of the document do not add up.")),
    ("BR-KSA-", _("A rule of the Saudi authority is broken.")),
    ("BR-", _("A rule of the European standard for invoices is broken.")),
    ("ETA-", _("A rule of the Egyptian authority is broken.")),
    ("ibr-", _("A rule of the Emirates’ standard for invoices is broken.")),
)


def silence_words(why: str) -> str:
    """Why no answer has come, of what was written down: a status, a kind of error, or that the
    authority is still looking."""
    if why.isdigit():
        return gettext("It answered with the error %(status)s.") % {"status": f"\u2066{why}\u2069"}
    if "looking" in why:
        return gettext("It has the document and is still looking at it.")
    return gettext("It could not be reached.")


def rule_words(remark: Remark) -> Promise | str:
    """What a rule means, for a person; the authority's own words for one that we don't know."""
    if known := RULES.get(remark.rule):
        return known
    family = next((words for start, words in FAMILIES if remark.rule.startswith(start)), None)
    return family or remark.words or _("The authority gave no reason.")


def filed_words(filed: Filed | None) -> tuple[Promise, str] | None:
    """(name, tone of the badge) of an invoice's electronic document, where it has one."""
    return FILING_STATES[filed.state] if filed else None
