"""What a payout run and its transfers are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.settlements.shapes import LeftOut, RunState, RunView, TransferState

Told = tuple[str | Promise, str]
TRANSFERS: dict[TransferState, Told] = {
    TransferState.PROPOSED: (pgettext_lazy("transfer", "Proposed"), ""),
    TransferState.ORDERED: (pgettext_lazy("transfer", "At the bank"), "info"),
    TransferState.PAID: (pgettext_lazy("transfer", "Paid"), "good"),
    TransferState.FAILED: (pgettext_lazy("transfer", "Not accepted"), "bad"),
    TransferState.RETURNED: (pgettext_lazy("transfer", "Came back"), "bad"),
    TransferState.LEFT_OUT: (pgettext_lazy("transfer", "Left out"), "warn"),
}
"""(name, tone of the badge)."""
LEFT_OUT = {
    LeftOut.BY_STAFF: _("taken out by staff"),
    LeftOut.RUN_CANCELLED: _("the run was given up"),
    LeftOut.OWED_LESS: _("owed less by the time of the approval"),
    LeftOut.ACCOUNT_CHANGED: _("named another bank account meanwhile: look at it first"),
}


def run_state(run: RunView) -> Told:
    """As people see it: what was approved is at the bank until all of it was answered."""
    if run.state is RunState.PREPARED:
        return pgettext_lazy("payout run", "Waits for approval"), "warn"
    if run.state is RunState.CANCELLED:
        return pgettext_lazy("payout run", "Given up"), ""
    if run.open:
        return pgettext_lazy("payout run", "At the bank"), "info"
    return pgettext_lazy("payout run", "Done"), "good"


def why(state: TransferState, reason: str) -> str | Promise:
    """Ours in the reader's words, the bank's as it said it."""
    return LEFT_OUT[LeftOut(reason)] if state is TransferState.LEFT_OUT and reason else reason
