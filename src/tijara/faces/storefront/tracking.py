"""What the buyer sees of an order's parcels: where each is, what it holds, what it costs him."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tijara.domains.fulfilment.queries import (
    carrier_name,
    digital_parts,
    doors,
    shipments,
    units_in,
    units_left,
)
from tijara.domains.fulfilment.shapes import (
    AttemptReason,
    AttemptView,
    DigitalPart,
    DoorView,
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
from tijara.kit.clock import now

ENDINGS: dict[Ending, tuple[Promise, str]] = {
    Ending.NONE: (pgettext_lazy("parcel", "On its way to you"), "info"),
    Ending.DELIVERED: (pgettext_lazy("parcel", "It has arrived"), "good"),
    Ending.REFUSED: (pgettext_lazy("parcel", "Refused at the door"), "warn"),
    Ending.GIVEN_UP: (pgettext_lazy("parcel", "Will not come"), "warn"),
    Ending.LOST: (pgettext_lazy("parcel", "Lost by the carrier"), "warn"),
}
"""(how it stands, tone of its badge)."""
ATTEMPTS: dict[AttemptReason, Promise] = {
    AttemptReason.NO_ANSWER: pgettext_lazy("at your door", "The courier came, and nobody answered"),
    AttemptReason.WRONG_ADDRESS: pgettext_lazy("at your door", "The courier did not find you"),
    AttemptReason.POSTPONED: pgettext_lazy("at your door", "You asked for another day"),
    AttemptReason.REFUSED: pgettext_lazy("at your door", "It was refused at the door"),
}
NO_MORE = frozenset({OrderState.CANCELLED, OrderState.REFUNDED})


@dataclass(frozen=True, slots=True)
class ParcelCard:
    parcel: ShipmentView
    held: tuple[LineUnits, ...]
    state_name: Promise
    state_tone: str
    reason: object
    door: DoorView | None = None

    @property
    def carrier(self) -> str:
        return carrier_name(self.parcel.carrier)

    @property
    def is_carried(self) -> bool:
        return self.parcel.kind is ParcelKind.CARRIED

    @property
    def attempts(self) -> list[tuple[Promise, AttemptView]]:
        """(what happened at the door, the try)."""
        tries = self.door.attempts if self.door else ()
        return [(ATTEMPTS[one.reason], one) for one in tries]

    @property
    def goes_back(self) -> bool:
        """Its money is not owed, or goes back."""
        return self.parcel.outcome in (Ending.REFUSED, Ending.GIVEN_UP, Ending.LOST)


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
    told = doors(order, [one for one in parcels if one.is_open or one.outcome is Ending.REFUSED])
    return {
        "parcels": [
            _card(order, one, told.get(one.id))
            for one in parcels
            if one.kind is not ParcelKind.DIGITAL
        ],
        "wish_days": [
            timezone.localtime(now()).date() + timedelta(days=days) for days in range(1, 8)
        ],
        "rest": rest if parcels else [],
        "may_call_off_rest": bool(rest) and order.state in CANCELLABLE and bool(order.begun_at),
        "digital": [] if order.state in NO_MORE else parts,
        "has_codes": any(card.part.codes for card in parts),
    }


def _card(order: OrderView, parcel: ShipmentView, door: DoorView | None) -> ParcelCard:
    name, tone = ENDINGS[parcel.outcome]
    return ParcelCard(
        parcel=parcel,
        held=units_in(order, parcel),
        state_name=name,
        state_tone=tone,
        reason=TOLD.get(parcel.reason, ""),
        door=door,
    )
