"""Write to the buyer, to the shop's people or to both that a return has moved."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.fulfilment.queries import known_carrier
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import addressee_of_buyer, markets_of, members_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..events import ReturnMoved
from ..queries import return_view
from ..shapes import ReturnState as S
from ..shapes import ReturnView, Wish

TO_BUYER = frozenset(
    {S.REQUESTED, S.ASKED, S.APPROVED, S.REJECTED, S.RECEIVED, S.REFUNDED, S.EXCHANGED,
     S.SENT_BACK, S.LAPSED, S.CLOSED}
)  # fmt: skip
TO_SHOP = frozenset({S.REQUESTED, S.SENT, S.WITHDRAWN})
"""And whatever silence or staff have done for it."""
FOR_IT = frozenset({S.APPROVED, S.REFUNDED})


@action(power=Power.MESSAGES_SEND)
def tell_of_return(*, actor: Actor, step: ReturnMoved) -> None:
    """Once for each step and reader."""
    told = return_view(step.seller_id, step.return_id)
    order = order_view(step.seller_id, step.order_id)
    if told is None or order is None:
        return
    state = S(step.state)
    if state in TO_BUYER and not _is_told_already(order, step):
        _tell_buyer(order, told, step)
    if state in TO_SHOP or (state in FOR_IT and step.by != ActorKind.SELLER):
        _tell_shop(order, told, step)


def _is_told_already(order: OrderView, step: ReturnMoved) -> bool:
    """Of an order that is taken back as a whole the orders write; and who has answered knows."""
    is_all = step.state == S.REFUNDED and order.state is OrderState.REFUNDED
    return is_all or step.is_answer


def _tell_buyer(order: OrderView, told: ReturnView, step: ReturnMoved) -> None:
    left = order.address
    words = LetterWords(
        kind=f"returns.return_{step.state}",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template=f"returns/messages/buyer_{step.state}.txt",
        facts=_facts(order, told, step),
        link_to="order_return",
        link_facts={
            "token": order_link_token(order.seller_id, order.id),
            "return_id": told.id,
        },
        button=_("Open your return"),
        footer=_(
            "Order %(number)s from %(store)s. "
            "The link above is yours alone: whoever has it sees the order."
        ),
        market_id=_market_of(order),
    )
    key = f"{words.kind}:{step.move_id}"
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=key, words=words)


def _tell_shop(order: OrderView, told: ReturnView, step: ReturnMoved) -> None:
    for person in accounts(members_of(order.seller_id)).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind=f"returns.shop_{step.state}",
            to=person.addressee,
            language=person.language,
            template=f"returns/messages/shop_{step.state}.txt",
            facts=_facts(order, told, step),
            link_to="hub_return",
            link_facts={"return_id": told.id},
            button=_("Open the return"),
            footer=_("You receive this because you work for %(store)s on %(site)s."),
            market_id=_market_of(order),
        )
        key = f"{words.kind}:{step.move_id}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=order.seller_id, key=key, words=words)


def _market_of(order: OrderView) -> UUID:
    return markets_of([order.seller_id])[order.seller_id]


def _facts(order: OrderView, told: ReturnView, step: ReturnMoved) -> dict[str, Any]:
    from_shop = [one.text for one in told.said if one.by != ActorKind.BUYER]
    return {
        "return_number": told.number,
        "number": order.number,
        "name": order.address.recipient,
        "store": stores([order.seller_id]).get(order.seller_id) or "",
        "words": from_shop[-1] if from_shop else "",
        "is_silence": step.by == ActorKind.SYSTEM,
        "is_repair": told.wish is Wish.REPAIR,
        "is_sold_out": told.is_sold_out,
        "payer": told.payer.value,
        "carriage": told.carriage if told.carriage_payer else "",
        "is_answer": step.is_answer,
        "to_pay": _to_pay(told),
        "carrier": known_carrier(told.carrier) or told.carrier,
        "tracking_number": told.tracking_number,
        "back_carrier": known_carrier(told.back_carrier) or told.back_carrier,
        "back_number": told.back_number,
    }


def _to_pay(told: ReturnView) -> Money | str:
    """What its buyer pays yet of what is sent in exchange, before it goes."""
    new = order_view(told.seller_id, told.new_order_id) if told.new_order_id else None
    return new.rest if new and new.state is OrderState.PENDING else ""
