"""Take from a shop what it added to an order's points, or give back what went with goods."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Earning
from ..queries import programme_of
from ..rules import shop_part
from ..shapes import EarningState

CHARGED = "points_charged"


@action(power=Power.SYSTEM)
def charge_shop(*, actor: Actor, buyer_id: UUID, order_id: UUID) -> None:
    """Again is nothing: it follows from what the order has earned. The caller has locked the
    account. Posted on both sides, in this commit."""
    row = Earning.objects.get(buyer_id=buyer_id, id=order_id)
    programme = programme_of(row.market_id)
    if programme is None or not row.extra_bp or row.state != EarningState.EARNED:
        return
    wanted = shop_part(row.points, row.extra_bp, programme.worth_minor)
    more = wanted - row.charged_minor
    if not more:
        return
    Earning.objects.filter(buyer_id=buyer_id, id=order_id).update(charged_minor=wanted)
    passed, share = Account.WALLET_CLEARING, new_id()
    for owner, given, taken in (
        (row.seller_id, Account.SELLER_PAYABLE, passed),
        (row.market_id, passed, Account.POINTS_EXPENSE),
    ):
        debit, credit = (given, taken) if more > 0 else (taken, given)
        post_journal(
            actor=SYSTEM,
            seller_id=owner,
            kind=CHARGED,
            reference_id=share,
            order_id=order_id if owner == row.seller_id else None,
            currency=programme.currency,
            transfers=[Transfer(debit, credit, abs(more))],
        )
