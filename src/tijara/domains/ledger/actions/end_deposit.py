"""What becomes of a deposit: it counts for the sale, goes back to its buyer, or is lost to the
seller who has waited for nothing.
"""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import Account, DepositEnd, Transfer
from .post_journal import post_journal


@action(power=Power.SYSTEM, atomic=False)
def end_deposit(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    amount_minor: int,
    currency: str,
    end: DepositEnd,
) -> None:
    """Each end once for an order, and together no more than was put down: a part may count and the
    rest go back."""
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=end,
        reference_id=order_id,
        order_id=order_id,
        currency=currency,
        transfers=[Transfer(Account.DEPOSITS_HELD, end.account, amount_minor)],
    )
