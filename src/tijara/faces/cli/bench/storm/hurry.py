"""`…inside storm.hurry`: begin now what the clock begins by itself within minutes.

What dead processes had taken up is taken up again: only where it may be done twice at once. Refunds
wait for their lease.
"""

import time
from contextlib import suppress

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tijara.domains.payments.actions import check_charge, replay_notice
from tijara.domains.payments.queries import all_charges, notices, refunds
from tijara.domains.payments.shapes import ChargeState, NoticeState, PaymentMethod, RefundState
from tijara.domains.wallet.actions import send_gift_cards
from tijara.kit.actor import SYSTEM

RESUME = "checkout.resume_checkouts"
MAY_BE_PAID = (ChargeState.OPEN, ChargeState.CANCELLED)
MOST = 1000
AT_IT, PAUSE = 10.0, 1.0


def run() -> None:
    """Again and again for a while, because one thing follows from another."""
    ends = time.monotonic() + AT_IT
    _begin()
    while _refunds_wait() and time.monotonic() < ends:
        time.sleep(PAUSE)
        _begin()


def _begin() -> None:
    for notice in notices(state=NoticeState.WAITING, size=MOST).items:
        replay_notice(actor=SYSTEM, notice_id=notice.id)
    for state in MAY_BE_PAID:
        for charge in all_charges(state=state, size=MOST).items:
            check_charge(actor=SYSTEM, buyer_id=charge.buyer_id, charge_id=charge.id)
    send_gift_cards(actor=SYSTEM)
    with suppress(AlreadyEnqueued):
        app.tasks[RESUME].defer(timestamp=0)


def _refunds_wait() -> bool:
    """Those of cards: others are given back by hand."""
    due = refunds(state=RefundState.DUE, size=MOST).items
    return any(one.method is PaymentMethod.CARD for one in due)
