"""Write to the buyer or to the seller's people that an order has moved."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import accounts
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.geography.queries import town
from tijara.domains.geography.shapes import City
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterLine, LetterWords
from tijara.domains.parties.queries import addressee_of_buyer, markets_of, members_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.countries import country_name
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import as_read_in, order_link_token
from ..queries import order as order_view
from ..shapes import CancelReason, DeliveryAddress, News, OrderView, Reader

BUYERS_FOOTER = _(
    "Order %(number)s from %(store)s. The link above is yours alone: whoever has it sees the order."
)
REASONS: dict[str, Any] = {
    CancelReason.CHANGED_MIND: _("the buyer changed his mind"),
    CancelReason.WRONG_ADDRESS: _("the address needs a correction"),
    CancelReason.TOO_SLOW: _("delivery takes too long"),
    CancelReason.OUT_OF_STOCK: _("it is out of stock"),
    CancelReason.CANT_REACH: _("the buyer could not be reached"),
    CancelReason.OTHER: "",
    CancelReason.NOT_PAID: _("it was not paid in time"),
    CancelReason.NOT_CONFIRMED: _("the buyer did not confirm his phone"),
    CancelReason.LOST: _("the carrier has lost it"),
}


@action(power=Power.MESSAGES_SEND)
def tell_of_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, news: News, reader: Reader
) -> None:
    """Once for each order, news and reader; that it waits, once a day. An order that is gone is
    nothing to tell of."""
    people = _people_of(seller_id) if reader is Reader.SELLER else []
    if reader is Reader.SELLER and not people:
        return
    order = order_view(seller_id, order_id)
    if order is None:
        return
    if reader is Reader.SELLER:
        _tell_seller(order, news, people)
    else:
        _tell_buyer(order, news)


def _people_of(seller_id: UUID) -> list[AccountCard]:
    people = accounts(members_of(seller_id)).values()
    return [person for person in people if person.is_active]


def _tell_buyer(order: OrderView, news: News) -> None:
    """As he wishes to be told, else by e-mail where he gave one, else by a short text."""
    left = order.address
    words = LetterWords(
        kind=f"orders.order_{news}",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template=f"orders/messages/{Reader.BUYER}_{news}.txt",
        facts=_facts(order) | _tenders(order),
        link_to="order",
        link_facts={"token": order_link_token(order.seller_id, order.id)},
        button=_("Follow your order"),
        footer=BUYERS_FOOTER,
        lines=_lines(as_read_in(order.language, order)),
        market_id=_market_of(order),
    )
    key = f"{words.kind}:{order.id}"
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=key, words=words)


def _tell_seller(order: OrderView, news: News, people: list[AccountCard]) -> None:
    facts, market_id = _facts(order), _market_of(order)
    for person in people:
        words = LetterWords(
            kind=f"orders.order_{news}",
            to=person.addressee,
            language=person.language,
            template=f"orders/messages/{Reader.SELLER}_{news}.txt",
            facts=facts,
            link_to="hub_order",
            link_facts={"order_id": order.id},
            button=_("Open the order"),
            footer=_("You receive this because you work for %(store)s on %(site)s."),
            lines=_lines(as_read_in(person.language, order)),
            market_id=market_id,
        )
        key = f"{words.kind}:{order.id}:{person.id}"
        if news is News.WAITING:
            key += f":{now().date():%d%m%y}"
        write_letter(actor=SYSTEM, owner_id=order.seller_id, key=key, words=words)


def _market_of(order: OrderView) -> UUID:
    return markets_of([order.seller_id])[order.seller_id]


def _facts(order: OrderView) -> dict[str, Any]:
    last = order.steps[-1]
    return {
        "name": order.address.recipient,
        "number": order.number,
        "store": stores([order.seller_id]).get(order.seller_id) or "",
        "city": _where(order.address) or "",
        "total": order.total,
        "reason": REASONS.get(last.reason, ""),
        "is_by_buyer": last.actor_kind == ActorKind.BUYER,
        "is_unpaid": last.reason == CancelReason.NOT_PAID,
        "is_unconfirmed": last.reason == CancelReason.NOT_CONFIRMED,
        "is_paid": order.paid_at is not None,
        "is_digital": order.is_digital,
    }


def _where(address: DeliveryAddress) -> City | None:
    """Its city; with its country, where that is another one."""
    place, country = town(address.city), country_name(address.country)
    if place is None or country is None:
        return place
    return replace(
        place,
        name_ar=f"{place.name_ar}، {country.name_ar}",
        name_en=f"{place.name_en}, {country.name_en}",
        name_fr=f"{place.name_fr or place.name_en}, {country.name_fr}",
    )


def _tenders(order: OrderView) -> dict[str, Any]:
    """To its buyer the total is what he pays, or paid, beside his wallet."""
    return {
        "total": order.rest or order.total,
        "credit": order.credit or "",
        "by_wallet": bool(order.total) and not order.rest,
    }


def _lines(order: OrderView) -> tuple[LetterLine, ...]:
    lines = [LetterLine(line, line.total, line.quantity) for line in order.lines]
    if order.delivery:
        lines.append(LetterLine(_("Delivery"), order.delivery))
    if order.fee:
        lines.append(LetterLine(_("Cash on delivery fee"), order.fee))
    lines.append(LetterLine(_("Total"), order.total, is_sum=True))
    if order.ahead:
        lines.append(LetterLine(_("Paid before"), order.ahead))
    if order.credit:
        lines.append(LetterLine(_("From the wallet"), order.credit))
    return tuple(lines)
