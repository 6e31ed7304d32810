"""Orders for the rules of invoices, taxed as the checkout taxes them."""

from uuid import UUID

from tijara.domains.fulfilment.shapes import Share
from tijara.domains.orders.shapes import OrderLineView, OrderState, OrderView
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.taxes.queries import taxed_lines
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.rebuilding import rebuild


def whole(order: OrderView) -> tuple[dict[UUID, int], Share]:
    """All of an order, in one parcel."""
    units = {line.id: line.quantity for line in order.lines}
    return units, share_of(order, {}, units, has_charges=True)


def share_of(
    order: OrderView, before: dict[UUID, int], units: dict[UUID, int], *, has_charges: bool
) -> Share:
    """What a parcel has of an order's money, counted up from the first unit as parcels count."""
    tax = sum(
        line.tax.minor * (before.get(line.id, 0) + units[line.id]) // line.quantity
        - line.tax.minor * before.get(line.id, 0) // line.quantity
        for line in order.lines
    )
    if has_charges:
        tax += order.tax.minor - sum(line.tax.minor for line in order.lines)
    return Share(
        currency=order.total.currency,
        items_minor=sum(line.unit.minor * units[line.id] for line in order.lines),
        delivery_minor=order.delivery.minor * has_charges,
        fee_minor=order.fee.minor * has_charges,
        tax_minor=tax,
        commission_minor=0,
        commission_vat_minor=0,
    )


def make_view(
    wanted: list[tuple[int, int]], delivery: int, fee: int, rate: int, currency: str
) -> OrderView:
    """`wanted` is (unit, quantity) of each line, in minor units."""

    def money(minor: int) -> Money:
        return Money(minor, currency)

    totals = [unit * quantity for unit, quantity in wanted]
    taxes = [one.tax_minor for one in taxed_lines(totals, rate)]
    beside = [one.tax_minor for one in taxed_lines([delivery, fee], rate)]
    lines = tuple(
        _line(money(unit), quantity, money(tax), rate)
        for (unit, quantity), tax in zip(wanted, taxes, strict=True)
    )
    return OrderView(
        seller_id=new_id(),
        id=new_id(),
        number="K7Q3M-9XW2T",
        buyer_id=new_id(),
        checkout_id=new_id(),
        state=OrderState.DELIVERED,
        placed_at=now(),
        moved_at=now(),
        items=money(sum(totals)),
        delivery=money(delivery),
        fee=money(fee),
        tax=money(sum(taxes) + sum(beside)),
        total=money(sum(totals) + delivery + fee),
        commission=money(0),
        commission_vat=money(0),
        payment_method="cash_on_delivery",
        language="ar",
        address=ADDRESS,
        lines=lines,
        steps=(),
    )


def _line(unit: Money, quantity: int, tax: Money, rate: int) -> OrderLineView:
    told = {
        "id": str(new_id()),
        "stock_id": str(new_id()),
        "variant_id": str(new_id()),
        "product_id": str(new_id()),
        "kind": "physical",
        "name_ar": "دلّة",
        "name_en": "Dallah",
        "picture": "",
        "sku": "",
        "quantity": quantity,
        "unit": {"minor": unit.minor, "currency": unit.currency},
        "total": {"minor": unit.minor * quantity, "currency": unit.currency},
        "commission": {"minor": 0, "currency": unit.currency},
        "commission_vat": {"minor": 0, "currency": unit.currency},
        "tax_bp": rate,
        "tax": {"minor": tax.minor, "currency": tax.currency},
    }
    return rebuild(OrderLineView, told)
