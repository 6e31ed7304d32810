"""Makers of orders for tests."""

from uuid import UUID

from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import allocate

from .actions import place_orders
from .shapes import ChargeTax, DeliveryAddress, LineToPlace, OrderToPlace, PlacedOrder

ADDRESS = DeliveryAddress(
    recipient="نورة السبيعي",
    phone="+966551234567",
    city="sa-riyadh",
    short_code="RRRD2929",
)


def make_line(*, offer_id: UUID, stock_id: UUID, unit_minor: int = 1000, **given) -> LineToPlace:
    """A line as a caller of the door would bring it; anything can be given."""
    values = {
        "offer_version": 1,
        "variant_id": new_id(),
        "product_id": new_id(),
        "name_ar": "دلّة",
        "name_en": "Dallah",
        "picture": "",
        "sku": "",
        "quantity": 1,
        "tax_bp": 1500 if given.get("tax_minor") else 0,
        "tax_minor": 0,
        "commission_minor": 0,
        "commission_vat_minor": 0,
    }
    if not (values | given)["tax_bp"]:
        values["tax_category"] = TaxCategory.OUTSIDE
    return LineToPlace(
        offer_id=offer_id, stock_id=stock_id, unit_minor=unit_minor, **(values | given)
    )


def make_order_to_place(*lines: LineToPlace, tax_minor: int | None = None, **given) -> OrderToPlace:
    """`tax_minor` is of the whole order: what its lines do not have is in delivery and fee."""
    checkout_id = new_id()
    values = {
        "idempotency_key": checkout_id,
        "buyer_id": new_id(),
        "checkout_id": checkout_id,
        "market_id": new_id(),
        "currency": "SAR",
        "delivery_minor": 0,
        "fee_minor": 0,
        "payment_method": "cash_on_delivery",
        "language": "ar",
        "address": ADDRESS,
    }
    if tax_minor is not None:
        values |= _taxes_beside(tax_minor - sum(line.tax_minor for line in lines), values | given)
    return OrderToPlace(lines=lines, **(values | given))


def _taxes_beside(tax_minor: int, values: dict) -> dict[str, ChargeTax]:
    amounts = [values["delivery_minor"], values["fee_minor"]]
    shares = allocate(tax_minor, amounts)
    rate = 1500 if tax_minor else 0
    category = TaxCategory.STANDARD if tax_minor else TaxCategory.OUTSIDE
    delivery, fee = (ChargeTax(category, rate, share) for share in shares)
    return {"delivery_tax": delivery, "fee_tax": fee}


def place_one(seller_id: UUID, order: OrderToPlace) -> PlacedOrder:
    (placed,) = place_orders(actor=SYSTEM, seller_id=seller_id, orders=[order])
    return placed
