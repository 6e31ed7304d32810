"""What pages call a parcel that was lost, and the claim for it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.shapes import Claimant, LossState

CLAIMANTS: dict[Claimant, Promise] = {
    Claimant.SELLER: _("The shop’s own: it asks, and is paid by the carrier itself"),
    Claimant.MARKET: _("The market’s: its staff ask, and what comes is the shop’s"),
}
LOSS_STATES: dict[LossState, tuple[Promise, str]] = {
    LossState.OPEN: (pgettext_lazy("lost parcel", "Waits for the carrier"), "warn"),
    LossState.PAID: (pgettext_lazy("lost parcel", "Paid by the carrier"), "good"),
    LossState.REFUSED: (pgettext_lazy("lost parcel", "The carrier says no"), "bad"),
}
"""(name, tone of the badge)."""
LOSS_AGES: tuple[Promise, ...] = (
    pgettext_lazy("age of a claim", "Up to 7 days"),
    pgettext_lazy("age of a claim", "8–14 days"),
    pgettext_lazy("age of a claim", "15–30 days"),
    pgettext_lazy("age of a claim", "More than 30 days"),
)
