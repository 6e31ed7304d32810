"""The cash of a parcel follows the parcel."""

from tijara.domains.fulfilment.events import (
    ParcelDelivered,
    ParcelRefused,
    ParcelShipped,
    TrackingCorrected,
)
from tijara.domains.returns.events import GoodsRefunded
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import follow_parcel, release_share


@on(ParcelShipped)
def follow_shipped_parcel(fact: ParcelShipped) -> None:
    follow_parcel(actor=SYSTEM, seller_id=fact.seller_id, shipment_id=fact.shipment_id)


@on(TrackingCorrected)
def follow_corrected_parcel(fact: TrackingCorrected) -> None:
    follow_parcel(actor=SYSTEM, seller_id=fact.seller_id, shipment_id=fact.shipment_id)


@on(ParcelDelivered)
def follow_delivered_parcel(fact: ParcelDelivered) -> None:
    follow_parcel(actor=SYSTEM, seller_id=fact.seller_id, shipment_id=fact.shipment_id)


@on(ParcelRefused)
def follow_refused_parcel(fact: ParcelRefused) -> None:
    follow_parcel(actor=SYSTEM, seller_id=fact.seller_id, shipment_id=fact.shipment_id)


@on(GoodsRefunded)
def release_share_of_refunded_goods(fact: GoodsRefunded) -> None:
    release_share(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)
