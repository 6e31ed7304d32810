"""Put what of a refund goes to the buyer's wallet there: posted on both sides, in this commit."""

from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.queries import numbers_of
from tijara.domains.parties.queries import home_of_buyer, markets_of
from tijara.domains.wallet.actions import move_credit
from tijara.domains.wallet.shapes import CreditKind, CreditToPut
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.balances import OrderMark
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Owed
from .tell_of_refund import tell_of_refund


class NoWallet(Refusal):
    """Who bought as a guest has no account, and so no wallet."""

    code = "returns.no_wallet"


@action(power=Power.SYSTEM)
def credit_buyer(*, actor: Actor, seller_id: UUID, owed_id: UUID) -> None:
    """What a person bought as a guest, before he signed in, goes to his own wallet."""
    owed = Owed.objects.get(seller_id=seller_id, id=owed_id)
    home = home_of_buyer(owed.buyer_id)
    if home is None:
        raise NoWallet()
    number = numbers_of(seller_id, [owed.order_id])[owed.order_id]
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind="refund_credited",
        reference_id=owed_id,
        order_id=owed.order_id,
        currency=owed.currency,
        transfers=[Transfer(Account.BUYER_REFUNDABLE, Account.WALLET_CLEARING, owed.credit_minor)],
    )
    move_credit(
        actor=SYSTEM,
        buyer_id=home,
        market_id=markets_of([seller_id])[seller_id],
        credit=CreditToPut(
            kind=CreditKind.REFUND,
            amount=Money(owed.credit_minor, owed.currency),
            reference=f"refund:{owed_id.hex}",
            order=OrderMark(seller_id, owed.order_id, number),
        ),
    )
    if owed.paid_at:
        tell_of_refund(actor=SYSTEM, seller_id=seller_id, owed_id=owed_id)
