"""A shop makes up for something: credit in the wallet of who bought of it, off its own balance."""

from uuid import UUID

from django.db.models import Sum

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import home_of_buyer, markets_of
from tijara.domains.wallet.actions import move_credit, tell_of_credit
from tijara.domains.wallet.shapes import CreditKind, CreditToPut
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.balances import OrderMark
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Goodwill
from .credit_buyer import NoWallet

LONGEST = 200


class GoodwillInvalid(Invalid):
    code = "returns.goodwill_invalid"


@action(power=Power.ORDERS_REFUND)
def give_goodwill(
    *,
    actor: Actor,
    seller_id: UUID,
    order_id: UUID,
    goodwill_id: UUID,
    amount: Money,
    words: str = "",
) -> None:
    """`goodwill_id` was made with the form: pressing twice gives once. All gifts for an order
    together are at most what it came to, and the order's lock keeps them so."""
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    if Goodwill.objects.filter(seller_id=seller_id, id=goodwill_id).exists():
        return
    words = strip_controls(words).strip()
    if faults := _faults(order, amount, words):
        raise GoodwillInvalid(faults)
    home = home_of_buyer(order.buyer_id)
    if home is None:
        raise NoWallet()
    Goodwill.objects.create(
        seller_id=seller_id,
        id=goodwill_id,
        order_id=order_id,
        currency=amount.currency,
        amount_minor=amount.minor,
        words=words,
        person_id=actor.person_id,
    )
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="goodwill_given",
        reference_id=goodwill_id,
        order_id=order_id,
        currency=amount.currency,
        transfers=[Transfer(Account.SELLER_PAYABLE, Account.WALLET_CLEARING, amount.minor)],
    )
    move_id = move_credit(
        actor=SYSTEM,
        buyer_id=home,
        market_id=markets_of([seller_id])[seller_id],
        credit=CreditToPut(
            kind=CreditKind.SHOP_GOODWILL,
            amount=amount,
            reference=f"goodwill:{goodwill_id.hex}",
            order=OrderMark(seller_id, order_id, order.number),
        ),
    )
    tell_of_credit(actor=SYSTEM, buyer_id=home, move_id=move_id)


def _faults(order: OrderView, amount: Money, words: str) -> dict[str, str]:
    faults = {}
    if amount.currency != order.total.currency or amount.minor <= 0:
        faults["amount"] = "not_above_nothing"
    elif order.state is OrderState.PENDING:
        faults["amount"] = "not_paid_yet"
    elif amount.minor + _given(order) > order.total.minor:
        faults["amount"] = "more_than_order"
    if len(words) > LONGEST:
        faults["words"] = "too_long"
    return faults


def _given(order: OrderView) -> int:
    rows = Goodwill.objects.filter(seller_id=order.seller_id, order_id=order.id)
    return rows.aggregate(sum=Sum("amount_minor"))["sum"] or 0
