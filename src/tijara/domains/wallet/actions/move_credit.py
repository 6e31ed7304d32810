"""Move a buyer's credit: wallet, lots and the market's book in one commit, once for a reference."""

from datetime import datetime
from uuid import UUID

from django.db.models import F

from tijara.domains.ledger.actions import post_journal
from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Lot, Move, Wallet
from ..rules import move_transfer, taken_from
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
    wallet = _locked(buyer_id, market_id, amount.currency)
    known = Move.objects.filter(buyer_id=buyer_id, reference=credit.reference)
    if there := known.values_list("id", flat=True).first():
        return there
    moment, order = now(), credit.order
    Wallet.objects.filter(buyer_id=buyer_id, id=market_id).update(
        balance_minor=F("balance_minor") + amount.minor, moved_at=moment
    )
    move = Move.objects.create(
        buyer_id=buyer_id,
        id=new_id(),
        wallet_id=market_id,
        kind=credit.kind,
        reference=credit.reference,
        amount_minor=amount.minor,
        balance_minor=wallet.balance_minor + amount.minor,
        seller_id=order.seller_id if order else None,
        order_id=order.order_id if order else None,
        number=order.number if order else "",
        expires_at=credit.expires_at,
        moved_at=moment,
    )
    if amount.minor > 0:
        _lay_down(move, credit.expires_at)
    else:
        _take_out(buyer_id, market_id, -amount.minor)
    post_journal(
        actor=SYSTEM,
        seller_id=market_id,
        kind=f"wallet_{credit.kind}",
        reference_id=move.id,
        currency=amount.currency,
        transfers=[move_transfer(credit.kind, amount.minor)],
    )
    return move.id


def _locked(buyer_id: UUID, market_id: UUID, currency: str) -> Wallet:
    """Kept still until the commit, so that its moves follow one another."""
    fresh = Wallet(buyer_id=buyer_id, id=market_id, currency=currency)
    Wallet.objects.bulk_create([fresh], ignore_conflicts=True)
    return Wallet.objects.select_for_update(no_key=True).get(buyer_id=buyer_id, id=market_id)


def _lay_down(move: Move, expires_at: datetime | None) -> None:
    Lot.objects.create(
        buyer_id=move.buyer_id,
        id=move.id,
        wallet_id=move.wallet_id,
        left_minor=move.amount_minor,
        expires_at=expires_at,
    )


def _take_out(buyer_id: UUID, market_id: UUID, amount_minor: int) -> None:
    lots = Lot.objects.filter(buyer_id=buyer_id, wallet_id=market_id, left_minor__gt=0)
    order = F("expires_at").asc(nulls_last=True)
    left = list(lots.order_by(order, "id").values_list("id", "left_minor"))
    for lot_id, part in taken_from(left, amount_minor):
        lots.filter(id=lot_id).update(left_minor=F("left_minor") - part)
