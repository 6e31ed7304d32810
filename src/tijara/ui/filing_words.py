"""What electronic documents are called at the desks: their states, and rules that they break in
words that help."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tijara.domains.invoicing.shapes import Filed, FilingState, Remark, UnitState, Wording
from tijara.ui.pieces.words import named

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
        "Mend what is wrong in the seller’s details: a new document goes out by itself within "
        "minutes. The invoice keeps its number."
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
    "BR-55": _("It is not said which invoice the note is about."),
    "keys": _("The seller’s keys can’t be read any more. Renew them."),
    "BR-CO-26": _("The seller has no number that identifies him."),
}
"""Of the European standard, and of this house; an authority has words for its own."""
FAMILIES: tuple[tuple[str, Promise], ...] = (
    ("BR-CO-", _("The sums of the document do not add up.")),
    ("BR-", _("A rule of the European standard for invoices is broken.")),
)


def silence_words(why: str) -> str:
    """Why no answer has come, of what was written down: a status, a kind of error, or that the
    authority is still looking."""
    if why.isdigit():
        return gettext("It answered with the error %(status)s.") % {"status": f"\u2066{why}\u2069"}
    if "looking" in why:
        return gettext("It has the document and is still looking at it.")
    return gettext("It could not be reached.")


def rule_words(remark: Remark, told: Wording | None) -> Promise | str:
    """What a rule means, for a person: as its authority tells it, where it has words for it, else
    as the standard has it; else the authority's own sentence."""
    if told:
        return named(told)
    if known := RULES.get(remark.rule):
        return known
    family = next((words for start, words in FAMILIES if remark.rule.startswith(start)), None)
    return family or remark.words or _("The authority gave no reason.")


def filed_words(filed: Filed | None) -> tuple[Promise, str] | None:
    """(name, tone of the badge) of an invoice's electronic document, where it has one."""
    return FILING_STATES[filed.state] if filed else None
