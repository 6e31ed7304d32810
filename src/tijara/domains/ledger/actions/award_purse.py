"""Part what is held of an order between two sides: the other's share, and its seller the rest."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..shapes import Account, Transfer
from .lock_purse import lock_purse
from .post_journal import post_journal


@action(power=Power.SYSTEM)
def award_purse(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    kind: str,
    currency: str,
    transfers: Sequence[Transfer],
) -> int:
    """`transfers` are the other side's, as far as it is given what is held and what comes with it.
    The purse is empty then, all of it by one journal. What its seller has got of it, minor units.
    """
    held = lock_purse(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    given = sum(one.amount_minor for one in transfers if one.debit is Account.SELLER_HELD)
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=kind,
        reference_id=order_id,
        order_id=order_id,
        currency=currency,
        transfers=[
            *transfers,
            Transfer(Account.SELLER_HELD, Account.SELLER_PAYABLE, held - given),
        ],
    )
    return held - given
