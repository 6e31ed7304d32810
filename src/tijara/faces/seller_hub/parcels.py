"""The parcels of an order as its seller sees them: what went, what is left, what is digital."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import Ending, ParcelKind, ShipmentView
from tijara.domains.orders.shapes import LineKind, OrderLineView, OrderState, OrderView
from tijara.faces.seller_hub.words import ALL_REASONS

SENDABLE = frozenset({OrderState.CONFIRMED, OrderState.PACKED})
"""In these a parcel may go."""
ENDINGS = {
    Ending.NONE: (pgettext_lazy("parcel", "On the way"), "info"),
    Ending.DELIVERED: (pgettext_lazy("parcel", "Delivered"), "good"),
    Ending.REFUSED: (pgettext_lazy("parcel", "Not accepted"), "bad"),
    Ending.GIVEN_UP: (pgettext_lazy("parcel", "Given up"), ""),
}
"""(name, tone of the badge)."""
DIGITAL = _("Digital")


@dataclass(frozen=True, slots=True)
class Held:
    """So many units of a line that lie in a parcel, or are left."""

    line: OrderLineView
    quantity: int


@dataclass(frozen=True, slots=True)
class ParcelCard:
    parcel: ShipmentView
    held: tuple[Held, ...]
    state_name: object
    state_tone: str
    reason: object

    @property
    def is_open(self) -> bool:
        return self.parcel.outcome is Ending.NONE

    @property
    def is_carried(self) -> bool:
        return self.parcel.kind is ParcelKind.CARRIED

    @property
    def title(self) -> object:
        return DIGITAL if self.parcel.kind is ParcelKind.DIGITAL else self.parcel.carrier


def parcel_cards(order: OrderView) -> list[ParcelCard]:
    return parcels_of(order.seller_id, [order])[order.id]


def parcels_of(seller_id: UUID, orders: Sequence[OrderView]) -> dict[UUID, list[ParcelCard]]:
    """The same for many orders of a seller."""
    found = shipments(seller_id, [order.id for order in orders])
    return {order.id: [_card(order, one) for one in found.get(order.id, [])] for order in orders}


def rest_of(order: OrderView, cards: list[ParcelCard] | None = None) -> list[Held]:
    """Physical units that are in no parcel yet."""
    cards = parcel_cards(order) if cards is None else cards
    taken: dict = {}
    for card in cards:
        for held in card.held:
            taken[held.line.id] = taken.get(held.line.id, 0) + held.quantity
    left = [Held(line, line.quantity - taken.get(line.id, 0)) for line in order.lines]
    return [one for one in left if one.quantity > 0 and one.line.kind is LineKind.PHYSICAL]


def _card(order: OrderView, parcel: ShipmentView) -> ParcelCard:
    lines = {line.id: line for line in order.lines}
    name, tone = ENDINGS[parcel.outcome]
    return ParcelCard(
        parcel=parcel,
        held=tuple(Held(lines[one.line_id], one.quantity) for one in parcel.units),
        state_name=name,
        state_tone=tone,
        reason=ALL_REASONS.get(parcel.reason, ""),
    )
