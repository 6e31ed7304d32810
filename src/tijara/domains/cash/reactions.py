"""The cash of a parcel follows the parcel."""

from tijara.domains.fulfilment.events import (
    ParcelDelivered,
    ParcelLost,
    ParcelRefused,
    ParcelShipped,
    TrackingCorrected,
    UnitsGivenUp,
)
from tijara.domains.orders.events import DepositTaken, OrderCancelled
from tijara.domains.returns.events import GoodsRefunded
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import follow_deposit, follow_parcel, release_share


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


@on(ParcelLost)
def follow_lost_parcel(fact: ParcelLost) -> None:
    follow_parcel(actor=SYSTEM, seller_id=fact.seller_id, shipment_id=fact.shipment_id)


@on(GoodsRefunded)
def release_share_of_refunded_goods(fact: GoodsRefunded) -> None:
    release_share(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(DepositTaken)
def keep_deposit(fact: DepositTaken) -> None:
    follow_deposit(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id, is_new=True)


@on(ParcelDelivered)
def follow_deposit_of_delivered_parcel(fact: ParcelDelivered) -> None:
    follow_deposit(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(ParcelRefused)
def follow_deposit_of_refused_parcel(fact: ParcelRefused) -> None:
    follow_deposit(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(ParcelLost)
def follow_deposit_of_lost_parcel(fact: ParcelLost) -> None:
    follow_deposit(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(UnitsGivenUp)
def follow_deposit_of_units_given_up(fact: UnitsGivenUp) -> None:
    follow_deposit(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(OrderCancelled)
def follow_deposit_of_cancelled_order(fact: OrderCancelled) -> None:
    follow_deposit(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)
