"""Give out the invoice of an order that was delivered."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.fulfilment.queries import delivered_shares, delivered_units
from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..queries import issuer_of
from ..rules import hijri_of, lines_of, sums_of
from ..shapes import InvoiceContent, InvoiceKind, InvoiceLine, Issuer
from .write_invoice import write_invoice

INVOICEABLE = frozenset({OrderState.DELIVERED, OrderState.REFUNDED})


class NotDelivered(Refusal):
    """Nothing has been supplied yet."""

    code = "invoicing.not_delivered"


@action(power=Power.SYSTEM)
def issue_invoice(*, actor: Actor, seller_id: UUID, order_id: UUID) -> UUID:
    """A simplified tax invoice by a seller with a VAT number, a receipt by one without."""
    order = order_view(seller_id, order_id)
    if order is None:
        raise NoSuchOrder()
    if order.state not in INVOICEABLE:
        raise NotDelivered(number=order.number)
    issuer = issuer_of(seller_id)
    kind = InvoiceKind.TAX_INVOICE if issuer.vat_number else InvoiceKind.RECEIPT
    return write_invoice(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=kind,
        order=order,
        content=_content(order, issuer),
    )


def _content(order: OrderView, issuer: Issuer) -> InvoiceContent:
    country = market_by_id(seller_terms([order.seller_id])[order.seller_id].market_id).country
    zone = country_profile(country).time_zone
    lines = _lines(order, is_taxed=bool(issuer.vat_number))
    net, tax, gross = sums_of(lines, order.total.currency)
    today = _day(now(), zone)
    return InvoiceContent(
        issuer=issuer,
        buyer_name=order.address.recipient,
        buyer_place=_place(order),
        order_number=order.number,
        payment_method=order.payment_method,
        language=order.language,
        country=country,
        time_zone=zone,
        ordered_on=_day(order.placed_at, zone),
        issued_on=today,
        issued_on_hijri=hijri_of(today),
        lines=lines,
        net=net,
        tax=tax,
        total=gross,
    )


def _lines(order: OrderView, *, is_taxed: bool) -> tuple[InvoiceLine, ...]:
    """Only what was delivered: a parcel that came back was not sold."""
    units = delivered_units(order.seller_id, [order.id])[order.id]
    share = delivered_shares(order.seller_id, [order.id])[order.id]
    return lines_of(order, units, share, is_taxed=is_taxed)


def _place(order: OrderView) -> str:
    where = city(order.address.city)
    parts = (order.address.district, where.name_ar if where else "")
    return "، ".join(part for part in parts if part)


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()
