"""The parcels of an order as its seller sees them: what went, what is left, what is digital."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.queries import (
    carrier_name,
    doors,
    losses_of_order,
    shipments,
    units_in,
    units_left,
)
from tijara.domains.fulfilment.shapes import (
    DoorView,
    Ending,
    LineUnits,
    LossView,
    ParcelKind,
    ShipmentView,
)
from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.faces.seller_hub.words import ALL_REASONS
from tijara.ui.cash_words import ATTEMPT_REASONS
from tijara.ui.loss_words import LOSS_STATES

SENDABLE = frozenset({OrderState.CONFIRMED, OrderState.PACKED})
"""In these a parcel may go."""
ENDINGS = {
    Ending.NONE: (pgettext_lazy("parcel", "On the way"), "info"),
    Ending.DELIVERED: (pgettext_lazy("parcel", "Delivered"), "good"),
    Ending.REFUSED: (pgettext_lazy("parcel", "Not accepted"), "bad"),
    Ending.GIVEN_UP: (pgettext_lazy("parcel", "Given up"), ""),
    Ending.LOST: (pgettext_lazy("parcel", "Lost by the carrier"), "bad"),
}
"""(name, tone of the badge)."""
DIGITAL = _("Digital")


@dataclass(frozen=True, slots=True)
class ParcelCard:
    parcel: ShipmentView
    held: tuple[LineUnits, ...]
    state_name: object
    state_tone: str
    reason: object
    door: DoorView | None = None
    """What happened at its door; only where one parcel is looked at."""
    lost: tuple[LossView, ...] = ()
    """Claims for it, where it was lost; only where one parcel is looked at."""

    @property
    def losses(self) -> list[tuple]:
        """(the claim, what it is called, tone of the badge)."""
        return [(one, *LOSS_STATES[one.state]) for one in self.lost]

    @property
    def attempts(self) -> list[tuple]:
        """(the name of what happened, the try)."""
        tries = self.door.attempts if self.door else ()
        return [(ATTEMPT_REASONS[one.reason], one) for one in tries]

    @property
    def is_carried(self) -> bool:
        return self.parcel.kind is ParcelKind.CARRIED

    @property
    def title(self) -> object:
        return (
            DIGITAL if self.parcel.kind is ParcelKind.DIGITAL else carrier_name(self.parcel.carrier)
        )


def parcel_cards(order: OrderView) -> list[ParcelCard]:
    cards = parcels_of(order.seller_id, [order])[order.id]
    told = doors(order, [card.parcel for card in cards])
    lost = losses_of_order(order.seller_id, order.id) if cards else []
    return [
        replace(
            card,
            door=told.get(card.parcel.id),
            lost=tuple(one for one in lost if one.shipment_id == card.parcel.id),
        )
        for card in cards
    ]


def parcels_of(seller_id: UUID, orders: Sequence[OrderView]) -> dict[UUID, list[ParcelCard]]:
    """The same for many orders of a seller."""
    found = shipments(seller_id, [order.id for order in orders])
    return {order.id: [_card(order, one) for one in found.get(order.id, [])] for order in orders}


def rest_of(order: OrderView, cards: list[ParcelCard] | None = None) -> list[LineUnits]:
    """Physical units that are in no parcel yet."""
    cards = parcel_cards(order) if cards is None else cards
    return units_left(order, [card.parcel for card in cards])


def _card(order: OrderView, parcel: ShipmentView) -> ParcelCard:
    name, tone = ENDINGS[parcel.outcome]
    return ParcelCard(
        parcel=parcel,
        held=units_in(order, parcel),
        state_name=name,
        state_tone=tone,
        reason=ALL_REASONS.get(parcel.reason, ""),
    )
