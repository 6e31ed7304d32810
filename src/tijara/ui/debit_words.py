"""What became of a debit note's money, said at the desks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.invoicing.shapes import DebitClaimView, DebitState
from tijara.kit.actor import Actor

DEBIT_STATES: dict[DebitState, tuple[Promise, str]] = {
    DebitState.OPEN: (pgettext_lazy("debit note", "Not paid yet"), "warn"),
    DebitState.PAID: (pgettext_lazy("debit note", "Paid"), "good"),
    DebitState.DIRECT: (pgettext_lazy("debit note", "Paid to the store"), "good"),
    DebitState.WRITTEN_OFF: (pgettext_lazy("debit note", "Given up"), "bad"),
}
"""(name, tone of the badge)."""
SAID: dict[str, Promise] = {
    "asking": _("Asked. The buyer has a new page and a letter."),
    "closing": _("Written down. Enter the money in your book."),
    "loss": _("Proposed. Somebody else must agree."),
    "agree": _("Given up. It stands in the book as a loss."),
    "keep": _("It stands, and the buyer still owes it."),
}


def claim_shown(
    claim: DebitClaimView | None, actor: Actor, start: str, *, may_act: bool, may_decide: bool
) -> dict:
    """For `ui/debit_claim.html`; nothing of a paper that has no such money."""
    if claim is None:
        return {"claim": None}
    return {
        "claim": claim,
        "claim_state": DEBIT_STATES[claim.state],
        "claim_start": start,
        "may_act": may_act,
        "may_decide": may_decide,
        "is_mine": claim.proposed_by is not None and claim.proposed_by == actor.person_id,
    }
