"""Places in the queues of sales, for who holds them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q

from tijara.domains.orders.shapes import DeliveryAddress, OrderToPlace
from tijara.kit.rebuilding import rebuild

from ..models import Place, Sale
from ..shapes import KeptPlace, PlaceState, PlaceView

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
    "person_id",
    "missed",
)


def place_by_id(seller_id: UUID, place_id: UUID) -> PlaceView | None:
    return next(iter(_views(Place.objects.filter(seller_id=seller_id, id=place_id))), None)


def places_by_id(seller_id: UUID, place_ids: Iterable[UUID]) -> dict[UUID, PlaceView]:
    """Many of one seller's, in one statement."""
    rows = Place.objects.filter(seller_id=seller_id, id__in=list(place_ids))
    return {place.id: place for place in _views(rows)}


def places_of_buyers(
    seller_id: UUID, sale_id: UUID, buyer_ids: Iterable[UUID], person_id: UUID | None = None
) -> list[PlaceView]:
    """Those of one person under all ids that he has had, and his account's; the best first."""
    whose = Q(buyer_id__in=list(buyer_ids))
    if person_id is not None:
        whose |= Q(person_id=person_id)
    rows = Place.objects.filter(whose, seller_id=seller_id, sale_id=sale_id)
    rows = rows.exclude(state=PlaceState.LEFT)
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


def places_of_person(buyer_ids: Iterable[UUID], person_id: UUID) -> list[KeptPlace]:
    """All that he ever had, the newest first."""
    mine = Place.objects.filter(Q(buyer_id__in=list(buyer_ids)) | Q(person_id=person_id))
    told = ("seller_id", "sale_id", "quantity", "state", "joined_at", "number", "intent")
    rows = list(mine.order_by("-joined_at", "id").values_list(*told))
    sales = Sale.objects.filter(seller_id__in={row[0] for row in rows})
    named = sales.filter(id__in={row[1] for row in rows})
    names = {id: said for id, *said in named.values_list("id", "name_ar", "name_en", "name_fr")}
    return [_kept(names[sale_id], *rest) for _, sale_id, *rest in rows]


def _kept(names: list[str], quantity: int, state: str, *rest: Any) -> KeptPlace:
    joined_at, number, intent = rest
    stands, address = PlaceState(state), _prepared_for(intent)
    return KeptPlace(names[0], names[1], names[2], quantity, stands, joined_at, number, address)


def _prepared_for(intent: dict | None) -> DeliveryAddress | None:
    return rebuild(OrderToPlace, intent).address if intent else None


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
