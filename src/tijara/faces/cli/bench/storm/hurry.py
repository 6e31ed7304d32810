"""`…inside storm.hurry`: begin now what the clock begins by itself within minutes.

What dead processes had taken up is taken up again: only where it may be done twice at once. Refunds
wait for their lease.
"""

from contextlib import suppress

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from tijara.domains.payments.actions import check_charge, replay_notice
from tijara.domains.payments.queries import all_charges, notices
from tijara.domains.payments.shapes import ChargeState, NoticeState
from tijara.kit.actor import SYSTEM

JOBS = ("payments.pay_refunds", "checkout.resume_checkouts")
MAY_BE_PAID = (ChargeState.OPEN, ChargeState.CANCELLED)
MOST = 1000


def run() -> None:
    for notice in notices(state=NoticeState.WAITING, size=MOST).items:
        replay_notice(actor=SYSTEM, notice_id=notice.id)
    for state in MAY_BE_PAID:
        for charge in all_charges(state=state, size=MOST).items:
            check_charge(actor=SYSTEM, buyer_id=charge.buyer_id, charge_id=charge.id)
    for name in JOBS:
        with suppress(AlreadyEnqueued):
            app.tasks[name].defer(timestamp=0)
