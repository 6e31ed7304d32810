"""Make the order of a place ready while its owner waits: where to, whom to ring, how it is paid."""

from datetime import date
from uuid import UUID

import orjson

from tijara.domains.checkout.actions import prepare_order
from tijara.domains.checkout.shapes import AgreedLine, Confirmation, PreparedOrder
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.queries import as_given
from tijara.domains.orders.shapes import PriceReason, ReasonKind
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Place
from ..queries import place_by_id
from ..queries import sale as sale_view
from ..rules import address_key, phone_key
from ..shapes import PlaceState, PlaceView, SaleView

PREPARABLE = (PlaceState.WAITING, PlaceState.TURN)


class NoSuchPlace(Refusal):
    code = "flash_sales.no_such_place"
    kind = Kind.MISSING


@action(power=Power.BUY)
def prepare_place(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    place_id: UUID,
    market: MarketPolicy,
    on: date,
    said: Confirmation,
) -> PlaceView:
    """Again is as good as once: what was said last counts. Nothing is ordered yet."""
    place = place_by_id(seller_id, place_id)
    sale = sale_view(seller_id, place.sale_id) if place else None
    if place is None or sale is None or place.buyer_id != buyer_id:
        raise NoSuchPlace()
    prepared = prepare_order(
        actor=actor,
        buyer_id=buyer_id,
        market=market,
        on=on,
        agreed=_agreed(sale, place),
        said=said,
    )
    _keep(place, prepared)
    kept = place_by_id(seller_id, place_id)
    if kept is None or kept.state not in PREPARABLE:
        raise NoSuchPlace()
    return kept


def _agreed(sale: SaleView, place: PlaceView) -> AgreedLine:
    item = next(one for one in sale.items if one.id == place.item_id)
    reason = PriceReason(
        ReasonKind.FLASH_SALE, sale.id, sale.seller_id, 0, sale.name_ar, sale.name_en, sale.name_fr
    )
    return AgreedLine(sale.seller_id, item.offer_id, place.quantity, item.price, reason)


def _keep(place: PlaceView, prepared: PreparedOrder) -> None:
    """Only for what he waits for still: a wish that he has changed meanwhile is prepared anew."""
    order = prepared.order
    Place.objects.filter(
        seller_id=place.seller_id,
        id=place.id,
        item_id=place.item_id,
        quantity=place.quantity,
        checkout_id=order.checkout_id,
        state__in=PREPARABLE,
    ).update(
        is_ready=True,
        order=orjson.loads(orjson.dumps(as_given(place.seller_id, order))),
        intent=orjson.loads(orjson.dumps(order)),
        patience=prepared.patience,
        payment_method=order.payment_method,
        total_minor=order.total_minor,
        city=order.address.city,
        phone_key=phone_key(place.sale_id, order.address.phone),
        address_key=address_key(place.sale_id, order.address),
    )
