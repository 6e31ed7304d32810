"""Take promotional credit out of wallets whose last day is over."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import Lapse, lapse

from ..models import CREDIT, Wallet
from ..shapes import CreditKind, CreditToPut
from .move_credit import move_credit


@action(power=Power.SYSTEM, atomic=False)
def expire_credit(*, actor: Actor, limit: int = 500) -> int:
    """How many lots. What is held for a checkout stays until that has ended."""
    return lapse(CREDIT, _take, limit)


def _take(over: Lapse[Wallet]) -> None:
    """Lots that expire first are spent first: so what is taken out is of this one, or of one that
    is over as well."""
    wallet = over.account
    amount = Money(-over.amount, wallet.currency)
    move_credit(
        actor=SYSTEM,
        buyer_id=wallet.buyer_id,
        market_id=wallet.id,
        credit=CreditToPut(CreditKind.EXPIRED, amount, over.reference),
    )
