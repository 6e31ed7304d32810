"""An order as the door is given it."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.ids import new_id, new_number

from ..events import OrderOpened, OrderPlaced
from ..shapes import ChargeTax, LineToPlace, OrderState, OrderToPlace


def as_given(seller_id: UUID, order: OrderToPlace) -> dict:
    """With ids and a number of its own. The moment and its deadline are said when it is brought."""
    order_id, number = new_id(), new_number()
    where = asdict(order.address)
    event = _event(seller_id, order_id, number, order)
    return {
        "id": order_id,
        "journal": new_id(),
        "number": number,
        "key": order.idempotency_key,
        "buyer": order.buyer_id,
        "checkout": order.checkout_id,
        "market": order.market_id,
        "currency": order.currency,
        "items": order.items_minor,
        "delivery": order.delivery_minor,
        "fee": order.fee_minor,
        "tax": order.tax_minor,
        "total": order.total_minor,
        "includes_tax": order.prices_include_tax,
        "company": order.company,
        "delivery_discount": order.delivery_discount_minor,
        "delivery_support": order.delivery_support_minor,
        "delivery_reasons": order.delivery_reasons,
        **_charge_as_given("delivery", order.delivery_tax),
        **_charge_as_given("fee", order.fee_tax),
        "commission": sum(line.commission_minor for line in order.lines),
        "commission_vat": sum(line.commission_vat_minor for line in order.lines),
        "method": order.payment_method,
        "language": order.language,
        "recipient": where.pop("recipient"),
        "phone": where.pop("phone"),
        "email": where.pop("email"),
        "address": where,
        "state": order.state,
        "service": order.delivery_service,
        "promised_from": order.promised_from,
        "promised_to": order.promised_to,
        "event": event,
        "event_name": event.name,
        "lines": [_line_as_given(place, line) for place, line in enumerate(order.lines)],
    }


def _charge_as_given(what: str, told: ChargeTax) -> dict:
    return {
        f"{what}_category": told.category,
        f"{what}_bp": told.rate_bp,
        f"{what}_tax": told.tax_minor,
    }


def _event(
    seller_id: UUID, order_id: UUID, number: str, order: OrderToPlace
) -> OrderOpened | OrderPlaced:
    """ "Placed" tells that the seller may act; a pending order is only opened."""
    fact = OrderOpened if order.state == OrderState.PENDING else OrderPlaced
    return fact(
        seller_id=seller_id,
        order_id=order_id,
        number=number,
        buyer_id=order.buyer_id,
        checkout_id=order.checkout_id,
        product_ids=tuple(line.product_id for line in order.lines),
        total_minor=order.total_minor,
        currency=order.currency,
    )


def _line_as_given(position: int, line: LineToPlace) -> dict:
    return {
        "id": new_id(),
        "position": position,
        "offer": line.offer_id,
        "version": line.offer_version,
        "stock": line.stock_id,
        "variant": line.variant_id,
        "product": line.product_id,
        "name_ar": line.name_ar,
        "name_en": line.name_en,
        "picture": line.picture,
        "sku": line.sku,
        "quantity": line.quantity,
        "list": line.unit_minor if line.list_minor is None else line.list_minor,
        "unit": line.unit_minor,
        "discount": line.discount_minor,
        "support": line.support_minor,
        "support_tax": line.support_tax_minor,
        "reasons": line.reasons,
        "total": line.total_minor,
        "net": line.total_minor - line.tax_minor,
        "tax_category": line.tax_category,
        "tax_class": line.tax_class,
        "tax_bp": line.tax_bp,
        "tax": line.tax_minor,
        "commission": line.commission_minor,
        "commission_vat": line.commission_vat_minor,
        "kind": line.kind,
    }
