"""Orders for the rules of invoices, taxed as the checkout taxes them."""

from uuid import UUID

from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.orders.shapes import OrderLineView, OrderState, OrderView
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.taxes.queries import tax_groups, taxed_document
from tijara.domains.taxes.shapes import Priced, TaxCategory, TaxedPart, Treatment
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.rebuilding import rebuild


def whole(order: OrderView) -> tuple[dict[UUID, LineShare], Share]:
    """All of an order, in one parcel."""
    units = {line.id: line.quantity for line in order.lines}
    return parts_of(order, {}, units), share_of(order, {}, units, has_charges=True)


def parts_of(
    order: OrderView, before: dict[UUID, int], units: dict[UUID, int]
) -> dict[UUID, LineShare]:
    """What each line's units have of its money, counted up from the first."""

    def share(amount: Money, line: OrderLineView) -> int:
        first = before.get(line.id, 0)
        last = first + units[line.id]
        return amount.minor * last // line.quantity - amount.minor * first // line.quantity

    return {
        line.id: LineShare(line.id, units[line.id], share(line.total, line), share(line.tax, line))
        for line in order.lines
        if units.get(line.id)
    }


def share_of(
    order: OrderView, before: dict[UUID, int], units: dict[UUID, int], *, has_charges: bool
) -> Share:
    """What a parcel has of an order's money, counted up from the first unit as parcels count."""
    of_lines = tax = sum(
        line.tax.minor * (before.get(line.id, 0) + units[line.id]) // line.quantity
        - line.tax.minor * before.get(line.id, 0) // line.quantity
        for line in order.lines
    )
    if has_charges:
        tax += order.tax.minor - sum(line.tax.minor for line in order.lines)
    return Share(
        currency=order.total.currency,
        items_minor=sum(line.unit.minor * units[line.id] for line in order.lines)
        + (0 if order.prices_include_tax else of_lines),
        delivery_minor=order.delivery.minor * has_charges,
        fee_minor=order.fee.minor * has_charges,
        tax_minor=tax,
        commission_minor=0,
        commission_vat_minor=0,
    )


def make_view(
    wanted: list[tuple[int, int]],
    delivery: int,
    fee: int,
    rate: int,
    currency: str,
    *,
    includes_tax: bool = True,
) -> OrderView:
    """`wanted` is (unit, quantity) of each line, in minor units; all as it is asked."""

    def money(minor: int) -> Money:
        return Money(minor, currency)

    how = Treatment(TaxCategory.STANDARD if rate else TaxCategory.OUTSIDE, rate)
    priced = [Priced(unit * quantity, how) for unit, quantity in wanted]
    document = taxed_document(priced, delivery, fee, includes_tax=includes_tax)
    lines = tuple(
        _line(money(unit), quantity, part)
        for (unit, quantity), part in zip(wanted, document.goods, strict=True)
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
        items=money(sum(part.gross_minor for part in document.goods)),
        delivery=money(document.delivery.gross_minor),
        fee=money(document.fee.gross_minor),
        tax=money(document.tax_minor),
        total=money(document.gross_minor),
        commission=money(0),
        commission_vat=money(0),
        payment_method="cash_on_delivery",
        language="ar",
        address=ADDRESS,
        lines=lines,
        steps=(),
        delivery_tax_minor=document.delivery.tax_minor,
        delivery_category=how.category,
        delivery_bp=rate,
        fee_tax_minor=document.fee.tax_minor,
        fee_category=how.category,
        fee_bp=rate,
        prices_include_tax=includes_tax,
        taxes=tax_groups(document.parts),
    )


def _line(unit: Money, quantity: int, part: TaxedPart) -> OrderLineView:
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
        "total": {"minor": part.gross_minor, "currency": unit.currency},
        "commission": {"minor": 0, "currency": unit.currency},
        "commission_vat": {"minor": 0, "currency": unit.currency},
        "tax_bp": part.treatment.rate_bp,
        "tax_category": part.treatment.category,
        "tax": {"minor": part.tax_minor, "currency": unit.currency},
    }
    return rebuild(OrderLineView, told)
