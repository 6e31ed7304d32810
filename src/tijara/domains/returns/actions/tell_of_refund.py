"""Tell the buyer that his money has gone back."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.queries import addressee_of_buyer, markets_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import owed_by_ids
from ..shapes import RefundCause


@action(power=Power.MESSAGES_SEND)
def tell_of_refund(*, actor: Actor, seller_id: UUID, owed_id: UUID) -> None:
    """As he wishes to be told. Once."""
    owed = owed_by_ids(seller_id, [owed_id])[owed_id]
    order = order_view(seller_id, owed.order_id)
    if order is None:
        return
    left = order.address
    words = LetterWords(
        kind="returns.refund_paid",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template="returns/messages/refund_paid.txt",
        facts={
            "number": order.number,
            "amount": owed.amount,
            "store": stores([seller_id]).get(seller_id) or "",
            "carriage": owed.carriage or "",
            "is_carriage": owed.cause is RefundCause.CARRIAGE,
            "is_card": owed.method == "card",
            "is_wallet": not owed.rest,
            "credit": owed.credit if owed.credit and owed.rest else "",
        },
        link_to="order",
        link_facts={"token": order_link_token(seller_id, order.id)},
        button=_("Open your order"),
        market_id=markets_of([seller_id])[seller_id],
    )
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=f"{words.kind}:{owed_id}", words=words)
