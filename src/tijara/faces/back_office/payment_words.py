"""What the back office calls charges, receipts, refunds and notices."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.payments.queries import pay_standings
from tijara.domains.payments.shapes import (
    AttemptState,
    AttemptView,
    ChargeState,
    ChargeView,
    Failure,
    NoticeState,
    PayStanding,
    ReceiptState,
    RefundState,
    RejectReason,
)

TO_CHECK = _("To compare with the bank")
CHARGE_STATES = {
    ChargeState.OPEN: (_("Not paid yet"), "warn"),
    ChargeState.PAID: (_("Paid"), "good"),
    ChargeState.EXPIRED: (_("Time was over"), ""),
    ChargeState.CANCELLED: (_("Called off"), ""),
}
STANDINGS = {
    PayStanding.ASKING: (_("The gateway is asked"), "info"),
    PayStanding.CHECKING: (TO_CHECK, "warn"),
}
"""Of a charge that is open: its buyer has done his part."""
UNHEARD = (_("No answer yet"), "info")
ATTEMPT_STATES = {
    AttemptState.ASKED: (_("Asked for"), ""),
    AttemptState.OPEN: (_("Not paid yet"), "warn"),
    AttemptState.PAID: (_("Paid"), "good"),
    AttemptState.FAILED: (_("Failed"), ""),
    AttemptState.SURPLUS: (_("Paid twice, goes back"), "info"),
    AttemptState.ODD: (_("Not what was asked for"), "bad"),
}
FAILURES = {
    Failure.DECLINED: _("the bank refused"),
    Failure.FUNDS: _("not enough on the card"),
    Failure.EXPIRED: _("the card has expired"),
    Failure.LIMIT: _("above the card’s limit"),
    Failure.BLOCKED: _("the card is blocked"),
    Failure.NOT_CONFIRMED: _("not confirmed with the bank"),
    Failure.GATEWAY: _("the gateway did not answer"),
}
RECEIPT_STATES = {
    ReceiptState.WAITING: (_("To be checked"), "warn"),
    ReceiptState.APPROVED: (_("Approved"), "good"),
    ReceiptState.REJECTED: (_("Rejected"), "bad"),
}
REJECT_REASONS = {
    RejectReason.NOT_ARRIVED: _("The transfer has not arrived"),
    RejectReason.WRONG_AMOUNT: _("The amount is not right"),
    RejectReason.UNREADABLE: _("The receipt can’t be read"),
    RejectReason.OTHER: _("Another reason"),
}
REFUND_STATES = {
    RefundState.DUE: (_("To give back"), "warn"),
    RefundState.PAID: (_("Given back"), "good"),
}
REFUND_REASONS = {
    "paid_twice": _("paid twice"),
    "carriage": _("way back of a return"),
    "undelivered": _("called off or not accepted"),
    "late": _("the money came late"),
    "returned": _("returned"),
    "changed_mind": _("changed mind"),
    "damaged": _("It arrived damaged"),
    "wrong_item": _("It is not what was ordered"),
    "not_as_described": _("It is not as it was described"),
    "missing_parts": _("Parts are missing"),
    "other": _("another reason"),
    "faulty": _("It does not work"),
    "warranty": _("A fault under warranty"),
    "gift_card": _("gift card called off"),
    "difference": _("Difference of an exchange"),
}
"""By what the domain that opened the refund says; others are shown by their own name."""
NOTICE_STATES = {
    NoticeState.WAITING: (_("Waiting"), "warn"),
    NoticeState.DONE: (_("Looked into"), "good"),
    NoticeState.FORGED: (_("Forged"), "bad"),
    NoticeState.UNREADABLE: (_("Can’t be read"), "bad"),
    NoticeState.UNKNOWN: (_("Not ours"), ""),
    NoticeState.GIVEN_UP: (pgettext_lazy("notice", "Given up"), "bad"),
}


def with_standing(charges: Sequence[ChargeView]) -> list[tuple[ChargeView, Promise, str]]:
    """Each with the name of its state and the tone of its badge: one statement for those that wait
    for their money."""
    waiting = [one for one in charges if one.state is ChargeState.OPEN]
    standings = pay_standings([(one.buyer_id, one.checkout_id) for one in waiting])
    named = [
        STANDINGS.get(standings.get(one.checkout_id), CHARGE_STATES[one.state]) for one in charges
    ]
    return [(one, *words) for one, words in zip(charges, named, strict=True)]


def attempt_state(attempt: AttemptView) -> tuple[Promise, str]:
    """(name, tone). One whose gateway was asked in vain may have been paid."""
    is_unheard = attempt.state is AttemptState.OPEN and attempt.last_error
    return UNHEARD if is_unheard else ATTEMPT_STATES[attempt.state]
