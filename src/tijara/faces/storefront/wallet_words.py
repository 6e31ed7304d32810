"""How a buyer is told what moved his wallet, and what became of gift cards that he bought."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.wallet.shapes import CreditKind, GiftDesign, GiftState

MOVES: dict[CreditKind, Promise] = {
    CreditKind.REFUND: _("Came back from an order"),
    CreditKind.SPENT: _("Paid for an order"),
    CreditKind.GOODWILL: _("A gift from us"),
    CreditKind.SHOP_GOODWILL: _("A gift from the shop"),
    CreditKind.GIFT_CARD: _("Gift card"),
    CreditKind.POINTS: _("Points became money"),
    CreditKind.EXPIRED: pgettext_lazy("credit", "Expired"),
}
GIFTS: dict[GiftState, tuple[Promise, str]] = {
    GiftState.LIVE: (pgettext_lazy("gift card", "Sent"), "info"),
    GiftState.REDEEMED: (pgettext_lazy("gift card", "Redeemed"), "good"),
    GiftState.CANCELLED: (pgettext_lazy("gift card", "Called off"), ""),
}
WAITING = (pgettext_lazy("gift card", "Waits for its day"), "")
"""Of one that is paid and not sent yet: (how it stands, tone of its badge)."""
DESIGNS: dict[GiftDesign, tuple[Promise, str]] = {
    GiftDesign.NIGHT: (pgettext_lazy("gift card", "Starry night"), "#1b2a63"),
    GiftDesign.EID: (pgettext_lazy("gift card", "Festive green"), "#14503a"),
    GiftDesign.ROSE: (pgettext_lazy("gift card", "Rose"), "#7a2547"),
}
"""Each face, and its colour."""
