"""Places in the queues of sales, for who holds them."""

from collections.abc import Iterable
from uuid import UUID

from tijara.domains.orders.shapes import DeliveryAddress, OrderToPlace
from tijara.kit.rebuilding import rebuild

from ..models import Place
from ..shapes import PlaceState, PlaceView

COLUMNS = (
    "seller_id",
    "sale_id",
    "id",
    "item_id",
    "quantity",
    "state",
    "joined_at",
    "position",
    "turn_until",
    "is_ready",
    "payment_method",
    "total_minor",
    "buyer_id",
    "checkout_id",
    "order_id",
    "number",
)


def place_by_id(seller_id: UUID, place_id: UUID) -> PlaceView | None:
    return next(iter(_views(Place.objects.filter(seller_id=seller_id, id=place_id))), None)


def places_by_id(seller_id: UUID, place_ids: Iterable[UUID]) -> dict[UUID, PlaceView]:
    """Many of one seller's, in one statement."""
    rows = Place.objects.filter(seller_id=seller_id, id__in=list(place_ids))
    return {place.id: place for place in _views(rows)}


def places_of_buyers(seller_id: UUID, sale_id: UUID, buyer_ids: Iterable[UUID]) -> list[PlaceView]:
    """Those of one person under all ids that he has had; the best first."""
    rows = Place.objects.filter(
        seller_id=seller_id, sale_id=sale_id, buyer_id__in=list(buyer_ids)
    ).exclude(state=PlaceState.LEFT)
    order = [PlaceState.BOUGHT, PlaceState.TURN, PlaceState.WAITING]
    ranks = {state: rank for rank, state in enumerate(order)}
    last = 1 << 31
    return sorted(
        _views(rows), key=lambda one: (ranks.get(one.state, 9), one.position or last, one.joined_at)
    )


def prepared_address(seller_id: UUID, place_id: UUID) -> DeliveryAddress | None:
    order = kept_intent(seller_id, place_id)
    return order.address if order else None


def kept_intent(seller_id: UUID, place_id: UUID) -> OrderToPlace | None:
    """The order that was made ready, as it was agreed."""
    rows = Place.objects.filter(seller_id=seller_id, id=place_id)
    intent = rows.values_list("intent", flat=True).first()
    return rebuild(OrderToPlace, intent) if intent else None


def unsettled_place(seller_id: UUID, checkout_id: UUID) -> PlaceView | None:
    """Whose purchase an order is, if it is one of a flash sale."""
    rows = Place.objects.filter(seller_id=seller_id, checkout_id=checkout_id)
    return next(iter(_views(rows)), None)


def called_place(seller_id: UUID, place_id: UUID) -> PlaceView | None:
    """One whose turn it is still."""
    rows = Place.objects.filter(seller_id=seller_id, id=place_id, state=PlaceState.TURN)
    return next(iter(_views(rows)), None)


def _views(rows) -> list[PlaceView]:
    return [
        PlaceView(**dict(zip(NAMES, row, strict=True)) | {"state": PlaceState(row[5])})
        for row in rows.values_list(*COLUMNS)
    ]


NAMES = tuple("is_prepared" if name == "is_ready" else name for name in COLUMNS)
