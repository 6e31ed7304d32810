"""Why somebody pays what he pays: from the list price, step by step, to what is asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tijara.domains.checkout.shapes import Basket
from tijara.domains.orders.shapes import OrderView, PriceReason
from tijara.kit.money import Money
from tijara.ui.pieces.words import named


@dataclass(frozen=True, slots=True)
class WhyRow:
    """A step: what it is called, the code that brought it, and the amount."""

    label: str
    amount: Money
    code: str = ""
    is_less: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Of one thing: its steps, and what they come to."""

    name: str
    steps: tuple[WhyRow, ...]
    asked: Money


def whys_of_basket(basket: Basket) -> list[Why]:
    """Every line and delivery that costs something else than its list price."""
    lines = [
        _why(named(line), (line.listed or line.unit) * line.quantity, line.reasons, line.asked)
        for seller in basket.sellers
        for line in seller.lines
        if line.reasons
    ]
    deliveries = [
        _why(_delivery_of(named(seller, "store_name")), before, told, seller.delivery)
        for seller in basket.sellers
        if (told := seller.delivery_reasons)
        and (before := seller.delivery + seller.delivery_discount)
    ]
    return lines + deliveries


def whys_of_order(order: OrderView) -> list[Why]:
    currency = order.total.currency
    found = [
        _why(
            named(line),
            Money(line.list_minor * line.quantity, currency),
            line.reasons,
            line.asked,
        )
        for line in order.lines
        if line.reasons
    ]
    if order.delivery_reasons:
        _items, before = order.before
        found.append(_why(_("Delivery"), before, order.delivery_reasons, order.asked[1]))
    return found


def _delivery_of(store: str) -> str:
    return _("Delivery by %(store)s") % {"store": store}


def _why(name: str, listed: Money, reasons: Sequence[PriceReason], asked: Money) -> Why:
    steps = [WhyRow(_("List price"), listed), *_rows(reasons, listed.currency)]
    return Why(name, tuple(steps), asked)


def _rows(reasons: Iterable[PriceReason], currency: str) -> list[WhyRow]:
    return [
        WhyRow(named(one), Money(one.minor, currency), one.code, is_less=True) for one in reasons
    ]
