"""Write to a buyer what became of a parcel of his order."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy, pgettext_lazy

from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import CancelReason, OrderView, Reader
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import shipment_views
from ..shapes import ParcelNews, ShipmentView

CURRENCIES = {
    "SAR": gettext_lazy("SAR %(amount)s"),
    "AED": gettext_lazy("AED %(amount)s"),
    "EGP": gettext_lazy("EGP %(amount)s"),
}
REASONS: dict[str, Any] = {
    CancelReason.OUT_OF_STOCK: pgettext_lazy("why units are given up", "it is out of stock"),
    CancelReason.CANT_REACH: pgettext_lazy("why units are given up", "you could not be reached"),
    CancelReason.WRONG_ADDRESS: pgettext_lazy(
        "why units are given up", "the address needs a correction"
    ),
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
) -> None:
    """By e-mail where he gave one, else by a short text to his phone; once for each parcel and
    news, and `times` of a tracking number. A code or a file's link is never in it."""
    parcel = shipment_views(seller_id, [shipment_id]).get(shipment_id)
    order = find_order(seller_id, parcel.order_id) if parcel else None
    if parcel is None or order is None:
        return
    recipient = order.address.email or order.address.phone
    kind = f"fulfilment.parcel_{news}"
    send_message(
        actor=SYSTEM,
        owner_id=order.buyer_id,
        key=f"{kind}:{shipment_id}:{times}:{recipient}"[:120],
        draft=_draft(kind, order, parcel, news, recipient, by),
    )


def _draft(
    kind: str,
    order: OrderView,
    parcel: ShipmentView,
    news: ParcelNews,
    recipient: str,
    by: str,
) -> Draft:
    """The words come from `<news>.txt`: its first line is the subject."""
    with translation.override(order.language):
        link = _address(order)
        facts = _facts(order, parcel, link) | {"by": by}
        words = render_to_string(f"fulfilment/messages/{news}.txt", facts).strip()
        subject, _end, body = words.partition("\n")
        if "@" not in recipient:
            return Draft(kind, recipient, order.language, subject, f"{subject}\n{link}")
        facts |= {"subject": subject, "paragraphs": _paragraphs(body), "reader": Reader.BUYER}
        return Draft(
            kind=kind,
            recipient=recipient,
            language=order.language,
            subject=subject,
            text=render_to_string("orders/messages/letter.txt", facts),
            html=render_to_string("orders/messages/letter.html", facts),
        )


def _facts(order: OrderView, parcel: ShipmentView, link: str) -> dict[str, Any]:
    """As a letter about the order has them, for this parcel's units and its share."""
    store = stores([order.seller_id]).get(order.seller_id)
    lines = {line.id: line for line in order.lines}
    share, currency = parcel.share, parcel.share.currency
    held = [(lines[units.line_id], units.quantity) for units in parcel.units]
    return {
        "order": order,
        "link": link,
        "number": _isolated(order.number),
        "store": _isolated(_named(store) if store else ""),
        "lines": [(_named(line), many, _amount(line.unit * many)) for line, many in held],
        "delivery": _amount(Money(share.delivery_minor, currency)) if share.delivery_minor else "",
        "fee": _amount(Money(share.fee_minor, currency)) if share.fee_minor else "",
        "total": _amount(share.total),
        "is_part": parcel.pieces < sum(line.quantity for line in order.lines),
        "is_paid": order.paid_at is not None,
        "carrier": _isolated(parcel.carrier),
        "tracking_number": _isolated(parcel.tracking_number) if parcel.tracking_number else "",
        "tracking_link": parcel.link,
        "reason": str(REASONS.get(parcel.reason, "")),
        "language": translation.get_language(),
        "is_rtl": translation.get_language_bidi(),
    }


def _paragraphs(body: str) -> list[str]:
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]


def _named(thing: Any) -> str:
    english = getattr(thing, "name_en", "")
    return english if english and translation.get_language() != "ar" else thing.name_ar


def _amount(money: Money) -> str:
    whole, point, part = money.to_decimal_string().partition(".")
    form = CURRENCIES.get(money.currency, f"{money.currency} %(amount)s")
    return str(form) % {"amount": f"{int(whole):,}{point}{part}"}


def _isolated(words: str) -> str:
    """Anyone's text stands apart from the sentence's direction (Unicode isolates)."""
    return f"\u2068{words}\u2069"


def _address(order: OrderView) -> str:
    token = order_link_token(order.seller_id, order.id)
    start = "" if order.language == settings.LANGUAGE_CODE else f"/{order.language}"
    path = settings.MESSAGE_LINKS["order"].format(token=token)
    return f"{settings.PUBLIC_ADDRESS}{start}{path}"
