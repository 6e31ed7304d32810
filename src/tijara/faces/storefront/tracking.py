"""What the buyer sees of an order's parcels: where each is, what it holds, what it costs him."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.queries import (
    digital_parts,
    shipments,
    units_in,
    units_left,
)
from tijara.domains.fulfilment.shapes import (
    DigitalPart,
    Ending,
    LineUnits,
    ParcelKind,
    ShipmentView,
)
from tijara.domains.orders.shapes import (
    CANCELLABLE,
    OrderLineView,
    OrderState,
    OrderView,
)
from tijara.faces.storefront.order_words import TOLD

ENDINGS: dict[Ending, tuple[Promise, str]] = {
    Ending.NONE: (pgettext_lazy("parcel", "On its way to you"), "info"),
    Ending.DELIVERED: (pgettext_lazy("parcel", "It has arrived"), "good"),
    Ending.REFUSED: (pgettext_lazy("parcel", "Refused at the door"), "warn"),
    Ending.GIVEN_UP: (pgettext_lazy("parcel", "Will not come"), "warn"),
}
"""(how it stands, tone of its badge)."""
NO_MORE = frozenset({OrderState.CANCELLED, OrderState.REFUNDED})


@dataclass(frozen=True, slots=True)
class ParcelCard:
    parcel: ShipmentView
    held: tuple[LineUnits, ...]
    state_name: Promise
    state_tone: str
    reason: object

    @property
    def goes_back(self) -> bool:
        """Its money is not owed, or goes back."""
        return self.parcel.outcome in (Ending.REFUSED, Ending.GIVEN_UP)


@dataclass(frozen=True, slots=True)
class DigitalCard:
    part: DigitalPart
    line: OrderLineView

    @property
    def has_links(self) -> bool:
        return any(file.token for file in self.part.files)


def tracking_of(order: OrderView) -> dict:
    """For the order page: the parcels, what still has to come, and what is digital."""
    parcels = shipments(order.seller_id, [order.id]).get(order.id, [])
    lines = {line.id: line for line in order.lines}
    parts = [DigitalCard(part, lines[part.line_id]) for part in digital_parts(order)]
    rest = units_left(order, parcels)
    return {
        "parcels": [_card(order, one) for one in parcels if one.kind is not ParcelKind.DIGITAL],
        "rest": rest if parcels else [],
        "may_call_off_rest": bool(rest) and order.state in CANCELLABLE and bool(order.begun_at),
        "digital": [] if order.state in NO_MORE else parts,
        "has_codes": any(card.part.codes for card in parts),
    }


def _card(order: OrderView, parcel: ShipmentView) -> ParcelCard:
    name, tone = ENDINGS[parcel.outcome]
    return ParcelCard(
        parcel=parcel,
        held=units_in(order, parcel),
        state_name=name,
        state_tone=tone,
        reason=TOLD.get(parcel.reason, ""),
    )
