"""Write to a buyer what became of a parcel of his order."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.shapes import LetterLine, LetterWords
from tijara.domains.orders.queries import as_read_in, order_link_token
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import CancelReason, OrderView
from tijara.domains.parties.queries import addressee_of_buyer, markets_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import known_carrier, last_attempt, shipment_views
from ..shapes import AttemptReason, ParcelNews, ShipmentView

REASONS: dict[str, Any] = {
    CancelReason.OUT_OF_STOCK: pgettext_lazy("why units are given up", "it is out of stock"),
    CancelReason.CANT_REACH: pgettext_lazy("why units are given up", "you could not be reached"),
    CancelReason.WRONG_ADDRESS: pgettext_lazy(
        "why units are given up", "the address needs a correction"
    ),
}


ATTEMPTS: dict[AttemptReason, Any] = {
    AttemptReason.NO_ANSWER: pgettext_lazy("why not handed over", "nobody answered"),
    AttemptReason.WRONG_ADDRESS: pgettext_lazy("why not handed over", "your door was not found"),
    AttemptReason.POSTPONED: pgettext_lazy("why not handed over", "you asked for another day"),
}


@action(power=Power.MESSAGES_SEND)
def tell_of_parcel(
    *,
    actor: Actor,
    seller_id: UUID,
    shipment_id: UUID,
    news: ParcelNews,
    by: str = "",
    times: int = 0,
    mark: str = "",
) -> None:
    """As he wishes to be told; once for each parcel and news, and `times` of a tracking number,
    or `mark` of what may come again.
    A code or a file's link is never in it."""
    parcel = shipment_views(seller_id, [shipment_id]).get(shipment_id)
    order = find_order(seller_id, parcel.order_id) if parcel else None
    if parcel is None or order is None:
        return
    left = order.address
    words = LetterWords(
        kind=f"fulfilment.parcel_{news}",
        to=addressee_of_buyer(order.buyer_id, email=left.email, phone=left.phone),
        language=order.language,
        template=f"fulfilment/messages/{news}.txt",
        facts=_facts(order, parcel)
        | {"is_by_buyer": by == ActorKind.BUYER}
        | _attempt(seller_id, shipment_id, news),
        link_to="order",
        link_facts={"token": order_link_token(seller_id, order.id)},
        button=_("Follow your order"),
        footer=_(
            "Order %(number)s from %(store)s. "
            "The link above is yours alone: whoever has it sees the order."
        ),
        lines=_lines(order, parcel),
        market_id=markets_of([seller_id])[seller_id],
    )
    key = f"{words.kind}:{shipment_id}:{mark or times}"
    write_letter(actor=SYSTEM, owner_id=order.buyer_id, key=key, words=words)


def _facts(order: OrderView, parcel: ShipmentView) -> dict[str, Any]:
    return {
        "number": order.number,
        "store": stores([order.seller_id]).get(order.seller_id) or "",
        "total": parcel.rest or parcel.share.total,
        "credit": parcel.credit or "",
        "by_wallet": parcel.credit_minor > 0 and not parcel.rest,
        "is_part": parcel.pieces < sum(line.quantity for line in order.lines),
        "is_paid": order.paid_at is not None,
        "carrier": known_carrier(parcel.carrier) or parcel.carrier,
        "tracking_number": parcel.tracking_number,
        "tracking_link": parcel.link,
        "reason": REASONS.get(parcel.reason, ""),
    }


def _attempt(seller_id: UUID, shipment_id: UUID, news: ParcelNews) -> dict[str, Any]:
    """Why it was not handed over the last time."""
    tried = last_attempt(seller_id, shipment_id) if news is ParcelNews.ATTEMPT else None
    return {"attempt": ATTEMPTS.get(tried.reason, "")} if tried else {}


def _lines(order: OrderView, parcel: ShipmentView) -> tuple[LetterLine, ...]:
    """As a letter about the order has them, for this parcel's units and its share."""
    of_order = {line.id: line for line in as_read_in(order.language, order).lines}
    share, currency = parcel.share, parcel.share.currency
    held = [(of_order[units.line_id], units.quantity) for units in parcel.units]
    lines = [
        LetterLine(line, Money(line.total.minor * many // line.quantity, currency), many)
        for line, many in held
    ]
    if share.delivery_minor:
        lines.append(LetterLine(_("Delivery"), Money(share.delivery_minor, currency)))
    if share.fee_minor:
        lines.append(LetterLine(_("Cash on delivery fee"), Money(share.fee_minor, currency)))
    lines.append(LetterLine(_("Total"), share.total, is_sum=True))
    if parcel.ahead_minor:
        lines.append(LetterLine(_("Paid before"), Money(parcel.ahead_minor, currency)))
    if parcel.credit_minor:
        lines.append(LetterLine(_("From the wallet"), parcel.credit))
    return tuple(lines)
