"""What happened at the door of a parcel, and what is agreed for it."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.cash_terms.shapes import CashTerms
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.shapes import PaymentMethod

from ..models import DeliveryAttempt, DoorSign, Shipment
from ..rules.door import MOST_TRIES, delivery_code
from ..shapes import AttemptReason, AttemptView, DoorView, DoorWish, ParcelKind, ShipmentView

PROVED = """
    SELECT id FROM fulfilment_door
    WHERE seller_id = %s AND id = ANY(%s) AND proved_at IS NOT NULL
"""


def doors(order: OrderView, parcels: Sequence[ShipmentView]) -> dict[UUID, DoorView]:
    """By parcel, of those that are carried; two statements. `code` is for the buyer's eyes: the
    hub's pages don't show it."""
    carried = [one for one in parcels if one.kind is ParcelKind.CARRIED]
    if not carried:
        return {}
    ids, seller_id = [one.id for one in carried], order.seller_id
    tries: dict[UUID, list[AttemptView]] = {}
    rows = DeliveryAttempt.objects.filter(seller_id=seller_id, shipment_id__in=ids)
    for shipment_id, place, reason, note, at in rows.order_by("place").values_list(
        "shipment_id", "place", "reason", "note", "tried_at"
    ):
        tries.setdefault(shipment_id, []).append(
            AttemptView(place, AttemptReason(reason), note, at)
        )
    signs = {
        id: told
        for id, *told in DoorSign.objects.filter(seller_id=seller_id, id__in=ids).values_list(
            "id", "wished_day", "wished_phone", "wished_note", "tries", "proved_at"
        )
    }
    terms = cash_terms(markets_of([seller_id])[seller_id])
    return {
        one.id: _door(order, one, terms, tuple(tries.get(one.id, ())), signs.get(one.id))
        for one in carried
    }


def wishes_for_doors(keys: Sequence[tuple[UUID, UUID]]) -> list[DoorWish]:
    """What buyers wished for the parcels of orders, (seller, order)."""
    sellers, order_ids = {seller for seller, _ in keys}, [order for _, order in keys]
    parcels = Shipment.objects.filter(seller_id__in=sellers, order_id__in=order_ids)
    of_order = dict(parcels.values_list("id", "order_id"))
    signs = DoorSign.objects.filter(seller_id__in=sellers, id__in=list(of_order))
    wished = signs.exclude(wished_at=None).order_by("-wished_at")
    rows = wished.values_list("id", "wished_day", "wished_phone", "wished_note")
    return [DoorWish(of_order[id], *said) for id, *said in rows]


def asks_code(order: OrderView, parcel: ShipmentView, terms: CashTerms) -> bool:
    """Whether its buyer is told a code for the courier: where cash changes hands."""
    is_cash = order.payment_method == PaymentMethod.CASH_ON_DELIVERY and order.paid_at is None
    return terms.asks_delivery_code and is_cash and parcel.kind is ParcelKind.CARRIED


def proved_parcels(seller_id: UUID, shipment_ids: Sequence[UUID]) -> set[UUID]:
    """Those whose buyer's code was given."""
    with connection.cursor() as cursor:
        cursor.execute(PROVED, [seller_id, list(shipment_ids)])
        return {id for (id,) in cursor.fetchall()}


def last_attempt(seller_id: UUID, shipment_id: UUID) -> AttemptView | None:
    rows = DeliveryAttempt.objects.filter(seller_id=seller_id, shipment_id=shipment_id)
    row = rows.order_by("-place").values_list("place", "reason", "note", "tried_at").first()
    return AttemptView(row[0], AttemptReason(row[1]), row[2], row[3]) if row else None


def _door(
    order: OrderView,
    parcel: ShipmentView,
    terms: CashTerms,
    tries: tuple[AttemptView, ...],
    sign: list | None,
) -> DoorView:
    day, phone, note, wrong, proved_at = sign or (None, "", "", 0, None)
    asks = asks_code(order, parcel, terms)
    return DoorView(
        attempts=tries,
        most_attempts=terms.most_attempts,
        wished_day=day,
        wished_phone=phone,
        wished_note=note,
        asks_code=asks,
        code=delivery_code(order.seller_id, parcel.id) if asks and parcel.is_open else "",
        has_tries=wrong < MOST_TRIES,
        proved_at=proved_at,
    )
