"""Write to the buyer, to the shop's people or to both that a dispute has moved."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterWords
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import addressee_of_buyer, markets_of, members_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..events import DisputeMoved
from ..queries import dispute_of_order
from ..shapes import DisputeView


@action(power=Power.MESSAGES_SEND)
def tell_of_dispute(*, actor: Actor, step: DisputeMoved) -> None:
    """Once for each step and reader. Who has moved it himself knows."""
    told = dispute_of_order(step.seller_id, step.order_id)
    order = order_view(step.seller_id, step.order_id)
    if told is None or order is None:
        return
    facts = _facts(order, told, step)
    if step.by != ActorKind.BUYER:
        _tell_buyer(order, step, facts)
    if step.by != ActorKind.SELLER:
        _tell_shop(order, step, facts)


def _tell_buyer(order: OrderView, step: DisputeMoved, facts: dict[str, Any]) -> None:
    left = order.address
    words = LetterWords(
        kind=f"deals.buyer_{step.state}",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template=f"deals/messages/buyer_{step.state}.txt",
        facts=facts,
        link_to="order_dispute",
        link_facts={"token": order_link_token(order.seller_id, order.id)},
        button=_("Open your complaint"),
        footer=_(
            "Order %(number)s from %(store)s. "
            "The link above is yours alone: whoever has it sees the order."
        ),
        market_id=markets_of([order.seller_id])[order.seller_id],
    )
    key = f"{words.kind}:{step.move_id}"
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=key, words=words)


def _tell_shop(order: OrderView, step: DisputeMoved, facts: dict[str, Any]) -> None:
    for person in accounts(members_of(order.seller_id)).values():
        if not person.is_active:
            continue
        words = LetterWords(
            kind=f"deals.shop_{step.state}",
            to=person.addressee,
            language=person.language,
            template=f"deals/messages/shop_{step.state}.txt",
            facts=facts,
            link_to="hub_dispute",
            link_facts={"order_id": order.id},
            button=_("Open the complaint"),
            footer=_("You receive this because you work for %(store)s on %(site)s."),
            market_id=markets_of([order.seller_id])[order.seller_id],
        )
        key = f"{words.kind}:{step.move_id}:{person.id}"
        write_letter(actor=SYSTEM, owner_id=order.seller_id, key=key, words=words)


def _facts(order: OrderView, told: DisputeView, step: DisputeMoved) -> dict[str, Any]:
    """What staff wrote last is why they decided so; of the other letters nobody's words."""
    is_decided = step.by == ActorKind.STAFF
    return {
        "number": order.number,
        "name": order.address.recipient,
        "store": stores([order.seller_id]).get(order.seller_id) or "",
        "words": told.said[-1].text if is_decided and told.said else "",
        "is_decided": is_decided,
        "is_silence": step.by == ActorKind.SYSTEM,
    }
