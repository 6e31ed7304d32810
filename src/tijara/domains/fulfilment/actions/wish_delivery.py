"""The buyer says when he is there, and how he is found, for a parcel that is on its way."""

from datetime import date
from uuid import UUID

from tijara.domains.markets.queries import country_profile, market_by_id, tidy_address, zone_of
from tijara.domains.orders.queries import order as order_view
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import DoorSign, Shipment
from ..rules.door import LONGEST_NOTE, may_wish
from ..shapes import ParcelKind
from .end_parcel import NoSuchParcel, ParcelEnded


class WishInvalid(Invalid):
    code = "fulfilment.wish_invalid"


@action(power=Power.BUY)
def wish_delivery(
    *,
    actor: Actor,
    seller_id: UUID,
    shipment_id: UUID,
    day: date | None,
    phone: str = "",
    note: str = "",
) -> None:
    """The last word holds. The order's own address stays as it was ordered."""
    parcel = (
        Shipment.objects.select_for_update().filter(seller_id=seller_id, id=shipment_id).first()
    )
    if parcel is None or parcel.kind != ParcelKind.CARRIED:
        raise NoSuchParcel()
    if parcel.ended_at is not None:
        raise ParcelEnded()
    market = market_by_id(markets_of([seller_id])[seller_id])
    today = now().astimezone(zone_of(country_profile(market.country).code)).date()
    faults = {}
    if day is None or not may_wish(day, today):
        faults["day"] = "day_out_of_reach"
    if phone.strip():
        tidy, wrong = tidy_address({"phone": phone}, _country(parcel) or market.country)
        phone = tidy["phone"]
        faults |= {name: code for name, code in wrong.items() if name == "phone"}
    note = strip_controls(note)
    if len(note) > LONGEST_NOTE:
        faults["note"] = "too_long"
    if faults:
        raise WishInvalid(faults)
    DoorSign.objects.update_or_create(
        seller_id=seller_id,
        id=shipment_id,
        defaults={
            "wished_day": day,
            "wished_phone": phone.strip(),
            "wished_note": note,
            "wished_at": now(),
        },
    )


def _country(parcel: Shipment) -> str:
    """Abroad, where it goes; empty at home."""
    order = order_view(parcel.seller_id, parcel.order_id)
    return order.address.country if order else ""
