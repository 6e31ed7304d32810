"""Write of the fetching of a return: to the shop what the buyer wishes, to him what is arranged."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.fulfilment.queries import known_carrier
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import addressee_of_buyer, markets_of, members_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import return_view
from ..shapes import ReturnView


@action(power=Power.MESSAGES_SEND)
def tell_of_pickup(*, actor: Actor, seller_id: UUID, return_id: UUID) -> None:
    """Once for each day and carrier that is said."""
    told = return_view(seller_id, return_id)
    order = order_view(seller_id, told.order_id) if told else None
    if told is None or order is None:
        return
    if told.pickup_day:
        _tell_buyer(order, told)
    else:
        _tell_shop(order, told)


def _tell_buyer(order: OrderView, told: ReturnView) -> None:
    left = order.address
    words = LetterWords(
        kind="returns.pickup_arranged",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template="returns/messages/buyer_pickup.txt",
        facts=_facts(order, told)
        | {
            "day": told.pickup_day,
            "carrier": known_carrier(told.pickup_carrier) or told.pickup_carrier,
        },
        link_to="order_return",
        link_facts={
            "token": order_link_token(order.seller_id, order.id),
            "return_id": told.id,
        },
        button=_("Open your return"),
        market_id=markets_of([order.seller_id])[order.seller_id],
    )
    key = f"{words.kind}:{told.id}:{told.pickup_day}:{told.pickup_carrier}"
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=key, words=words)


def _tell_shop(order: OrderView, told: ReturnView) -> None:
    for person in accounts(members_of(order.seller_id)).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind="returns.pickup_wished",
            to=person.addressee,
            language=person.language,
            template="returns/messages/shop_pickup.txt",
            facts=_facts(order, told) | {"day": told.pickup_on},
            link_to="hub_return",
            link_facts={"return_id": told.id},
            button=_("Open the return"),
            market_id=markets_of([order.seller_id])[order.seller_id],
        )
        key = f"{words.kind}:{told.id}:{told.pickup_on}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=order.seller_id, key=key, words=words)


def _facts(order: OrderView, told: ReturnView) -> dict[str, Any]:
    return {
        "return_number": told.number,
        "store": stores([order.seller_id]).get(order.seller_id) or "",
    }
