"""What follows from orders that are placed, and who is told of parcels. Each is one call."""

from uuid import UUID

from tijara.domains.orders.events import OrderPlaced
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import deliver_digital, tell_delivery_code, tell_of_parcel
from .events import (
    DeliveryTried,
    DigitalDelivered,
    ParcelDelivered,
    ParcelLost,
    ParcelRefused,
    ParcelShipped,
    TrackingCorrected,
    UnitsGivenUp,
)
from .shapes import ParcelNews


@on(OrderPlaced)
def deliver_what_is_digital(fact: OrderPlaced) -> None:
    deliver_digital(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(ParcelShipped)
def tell_buyer_of_parcel(fact: ParcelShipped) -> None:
    _tell(fact.seller_id, fact.shipment_id, ParcelNews.SHIPPED)


@on(ParcelShipped)
def tell_buyer_of_code(fact: ParcelShipped) -> None:
    tell_delivery_code(actor=SYSTEM, seller_id=fact.seller_id, shipment_id=fact.shipment_id)


@on(DeliveryTried)
def tell_buyer_of_attempt(fact: DeliveryTried) -> None:
    tell_of_parcel(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        shipment_id=fact.shipment_id,
        news=ParcelNews.ATTEMPT,
        times=fact.place,
    )


@on(TrackingCorrected)
def tell_buyer_of_tracking(fact: TrackingCorrected) -> None:
    tell_of_parcel(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        shipment_id=fact.shipment_id,
        news=ParcelNews.TRACKING,
        times=fact.revision,
    )


@on(ParcelDelivered)
def tell_buyer_of_delivery(fact: ParcelDelivered) -> None:
    _tell(fact.seller_id, fact.shipment_id, ParcelNews.DELIVERED)


@on(DigitalDelivered)
def tell_buyer_of_digital(fact: DigitalDelivered) -> None:
    _tell(fact.seller_id, fact.shipment_id, ParcelNews.DIGITAL)


@on(ParcelRefused)
def tell_buyer_of_refusal(fact: ParcelRefused) -> None:
    _tell(fact.seller_id, fact.shipment_id, ParcelNews.REFUSED)


@on(ParcelLost)
def tell_buyer_of_loss(fact: ParcelLost) -> None:
    """A parcel that is sent again may be lost again."""
    tell_of_parcel(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        shipment_id=fact.shipment_id,
        news=ParcelNews.RESENT if fact.is_resent else ParcelNews.LOST,
        mark=fact.loss_id.hex if fact.is_resent else "",
    )


@on(UnitsGivenUp)
def tell_buyer_of_given_up(fact: UnitsGivenUp) -> None:
    tell_of_parcel(
        actor=SYSTEM,
        seller_id=fact.seller_id,
        shipment_id=fact.shipment_id,
        news=ParcelNews.GIVEN_UP,
        by=fact.by,
    )


def _tell(seller_id: UUID, shipment_id: UUID, news: ParcelNews) -> None:
    tell_of_parcel(actor=SYSTEM, seller_id=seller_id, shipment_id=shipment_id, news=news)
