"""What of an order its buyer has received, and has said of it."""

from uuid import UUID

from tijara.domains.fulfilment.queries import delivered_lines, shipments
from tijara.domains.orders.shapes import OrderLineView, OrderView

from ..models import Authorship, Review
from ..rules import shown_name
from ..shapes import ReviewableLine, ReviewState, ReviewView
from .reviews import views

UNSEEN = frozenset({ReviewState.WITHDRAWN})


def received_lines(order: OrderView) -> list[OrderLineView]:
    """The lines of which at least a unit has reached its buyer. One statement."""
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    received = delivered_lines(order, parcels)
    return [line for line in order.lines if line.id in received]


def reviewable_lines(order: OrderView) -> list[ReviewableLine]:
    """Once for each product, with what he has said of it already, also when another shop had sold
    it him. Nothing costs more than one statement where nothing has arrived."""
    lines = {line.product_id: line for line in reversed(received_lines(order))}
    if not lines:
        return []
    said = _said(order.buyer_id, list(lines))
    return [
        ReviewableLine(line, said.get(line.product_id))
        for line in order.lines
        if lines.get(line.product_id) is line
    ]


def name_to_show(order: OrderView) -> str:
    """What its buyer may be called: his first name and an initial."""
    return shown_name(order.address.recipient)


def _said(buyer_id: UUID, product_ids: list[UUID]) -> dict[UUID, ReviewView]:
    """By product; two statements, one where he has said nothing."""
    mine = Authorship.objects.filter(buyer_id=buyer_id, product_id__in=product_ids)
    keys = list(mine.values_list("seller_id", "review_id"))
    if not keys:
        return {}
    sellers, ids = zip(*keys, strict=True)
    found = views(Review.objects.filter(seller_id__in=set(sellers), id__in=ids))
    return {one.product_id: one for one in found if one.state not in UNSEEN}
