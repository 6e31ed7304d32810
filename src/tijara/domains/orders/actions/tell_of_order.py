"""Write to the buyer or to the seller's people that an order has moved."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy

from tijara.domains.accounts.queries import accounts
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import address_start, market_by_id
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.domains.parties.queries import markets_of, members_of
from tijara.domains.stores.queries import stores
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import order as order_view
from ..queries import order_link_token
from ..shapes import CancelReason, News, OrderView, Reader

CURRENCIES = {
    "SAR": gettext_lazy("SAR %(amount)s"),
    "AED": gettext_lazy("AED %(amount)s"),
    "EGP": gettext_lazy("EGP %(amount)s"),
}
REASONS: dict[str, Any] = {
    CancelReason.CHANGED_MIND: gettext_lazy("the buyer changed his mind"),
    CancelReason.WRONG_ADDRESS: gettext_lazy("the address needs a correction"),
    CancelReason.TOO_SLOW: gettext_lazy("delivery takes too long"),
    CancelReason.OUT_OF_STOCK: gettext_lazy("it is out of stock"),
    CancelReason.CANT_REACH: gettext_lazy("the buyer could not be reached"),
    CancelReason.OTHER: "",
    CancelReason.NOT_PAID: gettext_lazy("it was not paid in time"),
    CancelReason.NOT_CONFIRMED: gettext_lazy("the buyer did not confirm his phone"),
}


@action(power=Power.MESSAGES_SEND)
def tell_of_order(
    *, actor: Actor, seller_id: UUID, order_id: UUID, news: News, reader: Reader
) -> None:
    """Once for each order, news and reader. An order that is gone is nothing to tell of."""
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
    """By e-mail where he gave one, else by a short text to his phone."""
    token = order_link_token(order.seller_id, order.id)
    market_id = markets_of([order.seller_id])[order.seller_id]
    link = _address("order", order.language, address_start(market_id), token=token)
    recipient = order.address.email or order.address.phone
    draft = _draft(order, news, Reader.BUYER, recipient, order.language, link)
    _send(order.buyer_id, order, news, draft)


def _tell_seller(order: OrderView, news: News, people: list[AccountCard]) -> None:
    for person in people:
        link = _address("hub_order", person.language, order_id=order.id)
        draft = _draft(order, news, Reader.SELLER, person.reach, person.language, link)
        _send(order.seller_id, order, news, draft)


def _send(owner_id: UUID, order: OrderView, news: News, draft: Draft) -> None:
    key = f"{draft.kind}:{order.id}:{draft.recipient}"[:120]
    send_message(actor=SYSTEM, owner_id=owner_id, key=key, draft=draft)


def _draft(
    order: OrderView, news: News, reader: Reader, recipient: str, language: str, link: str
) -> Draft:
    """The words come from `<reader>_<news>.txt`: its first line is the subject."""
    kind = f"orders.order_{news}"
    with translation.override(language):
        facts = _facts(order, link)
        words = render_to_string(f"orders/messages/{reader}_{news}.txt", facts).strip()
        subject, _end, body = words.partition("\n")
        if "@" not in recipient:
            means = market_by_id(markets_of([order.seller_id])[order.seller_id]).phone_means
            return Draft(kind, recipient, language, subject, f"{subject}\n{link}", means=means)
        facts |= {"subject": subject, "paragraphs": _paragraphs(body), "reader": reader}
        return Draft(
            kind=kind,
            recipient=recipient,
            language=language,
            subject=subject,
            text=render_to_string("orders/messages/letter.txt", facts),
            html=render_to_string("orders/messages/letter.html", facts),
        )


def _facts(order: OrderView, link: str) -> dict[str, Any]:
    store = stores([order.seller_id]).get(order.seller_id)
    place = city(order.address.city)
    last = order.steps[-1]
    return {
        "order": order,
        "link": link,
        "name": _isolated(order.address.recipient),
        "number": _isolated(order.number),
        "store": _isolated(_named(store) if store else ""),
        "city": _named(place) if place else "",
        "lines": [(_named(line), line.quantity, _amount(line.total)) for line in order.lines],
        "delivery": _amount(order.delivery) if order.delivery else "",
        "fee": _amount(order.fee) if order.fee else "",
        "total": _amount(order.total),
        "by": last.actor_kind,
        "why": last.reason,
        "is_paid": order.paid_at is not None,
        "method": order.payment_method,
        "is_digital": order.is_digital,
        "reason": str(REASONS.get(last.reason, "")),
        "language": translation.get_language(),
        "is_rtl": translation.get_language_bidi(),
    }


def _paragraphs(body: str) -> list[str]:
    return [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]


def _named(thing: Any) -> str:
    english = getattr(thing, "name_en", "")
    return english if english and translation.get_language() != "ar" else thing.name_ar


def _amount(money: Money) -> str:
    """As a sentence has it: "349.00 ريال", "SAR 349.00"."""
    whole, point, part = money.to_decimal_string().partition(".")
    form = CURRENCIES.get(money.currency, f"{money.currency} %(amount)s")
    return str(form) % {"amount": f"{int(whole):,}{point}{part}"}


def _isolated(words: str) -> str:
    """Anyone's text stands apart from the sentence's direction (Unicode isolates)."""
    return f"\u2068{words}\u2069"


def _address(name: str, language: str, start: str = "", **parts: object) -> str:
    """`start` is what the addresses of a market begin with."""
    path = settings.MESSAGE_LINKS[name].format(**parts)
    spoken = "" if language == settings.LANGUAGE_CODE else f"/{language}"
    return f"{settings.PUBLIC_ADDRESS}{start}{spoken}{path}"
