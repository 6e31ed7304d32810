"""Facts about parcels. None carries a name, a phone, an address or a code."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "order_id", "shipment_id", "number")
@dataclass(frozen=True, slots=True)
class ParcelShipped:
    name: ClassVar[str] = "fulfilment.parcel_shipped.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "shipment_id", "number")
@dataclass(frozen=True, slots=True)
class TrackingCorrected:
    """The carrier or the number of a parcel on its way has changed, for the `revision`-th time."""

    name: ClassVar[str] = "fulfilment.tracking_corrected.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID
    revision: int


@published("seller_id", "order_id", "shipment_id", "number")
@dataclass(frozen=True, slots=True)
class ParcelDelivered:
    name: ClassVar[str] = "fulfilment.parcel_delivered.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "shipment_id", "number", "place")
@dataclass(frozen=True, slots=True)
class DeliveryTried:
    """It was brought to the door for the `place`-th time, and not handed over."""

    name: ClassVar[str] = "fulfilment.delivery_tried.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID
    place: int


@published("seller_id", "order_id", "shipment_id", "number")
@dataclass(frozen=True, slots=True)
class DigitalDelivered:
    """Codes were given, files may be fetched."""

    name: ClassVar[str] = "fulfilment.digital_delivered.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "shipment_id", "number")
@dataclass(frozen=True, slots=True)
class ParcelRefused:
    """It comes back; its units are in stock again."""

    name: ClassVar[str] = "fulfilment.parcel_refused.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID


@published("seller_id", "order_id", "shipment_id", "number", "is_resent")
@dataclass(frozen=True, slots=True)
class ParcelLost:
    """Its carrier has lost it. Sent again it goes on; else it has ended, and nobody owes for it."""

    name: ClassVar[str] = "fulfilment.parcel_lost.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    loss_id: UUID
    number: str
    buyer_id: UUID
    is_resent: bool


@published("seller_id", "order_id", "shipment_id", "number", "by", "reason")
@dataclass(frozen=True, slots=True)
class UnitsGivenUp:
    """A part of an order will not be sent. `by` is the kind of actor."""

    name: ClassVar[str] = "fulfilment.units_given_up.v1"
    seller_id: UUID
    order_id: UUID
    shipment_id: UUID
    number: str
    buyer_id: UUID
    by: str
    reason: str
