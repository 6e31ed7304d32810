"""Move a buyer's credit: wallet, lots and the market's book in one commit, once for a reference."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import Moving
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.balances.moves import known_move, locked, moved

from ..models import CREDIT
from ..rules import move_transfer
from ..shapes import CreditToPut


class WrongCurrency(AssertionError):
    """Credit of another currency than the market's: always a bug."""


@action(power=Power.SYSTEM)
def move_credit(*, actor: Actor, buyer_id: UUID, market_id: UUID, credit: CreditToPut) -> UUID:
    """The move's id; the same reference again is answered with the one that stands. A negative
    amount goes out: of what expires first. More than there is breaks a constraint and takes the
    caller's commit down with it: he has held it before, or looked under the wallet's lock.
    """
    amount = credit.amount
    if amount.currency != market_by_id(market_id).currency:
        raise WrongCurrency(amount.currency)
    wallet = locked(CREDIT, buyer_id, market_id, currency=amount.currency)
    if there := known_move(CREDIT, buyer_id, credit.reference):
        return there.id
    kind = credit.kind
    moving = Moving(kind, amount.minor, credit.reference, credit.order, credit.expires_at)
    move = moved(CREDIT, wallet, moving)
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind=f"wallet_{kind}",
        reference_id=move.id,
        currency=amount.currency,
        transfers=[move_transfer(kind, amount.minor)],
    )
    return move.id
