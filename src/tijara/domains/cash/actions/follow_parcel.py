"""Bring the cash of a parcel to where the parcel is: on its way, collected, or brought back."""

from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tijara.domains.cash_terms.queries import return_parts
from tijara.domains.fulfilment.queries import known_carrier, proved_parcels, shipment_views
from tijara.domains.fulfilment.shapes import Ending, ParcelKind, ShipmentView
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.prepared import Row, prepared
from tijara.platform.process.moving import Outcome, Step, move

from ..models import Carrier
from ..models.track import TRACK
from ..rules import carrier_key, due_at, tidy_waybill
from ..states import PROCESS
from .release_share import release_share

REFUSAL_COST = "refusal_cost"
OPEN = """
    INSERT INTO cash_parcel AS there (
        seller_id, id, order_id, number, number_key, carrier_id, waybill, currency, amount_minor,
        paid_minor, waiting_minor, share_minor, owed_back_minor, state, opened_at, moved_at,
        is_proved)
    VALUES (%(seller)s, %(id)s, %(order)s, %(number)s, %(key)s, %(carrier)s, %(waybill)s,
        %(currency)s, %(amount)s, 0, 0, %(share)s, 0, %(start)s, %(moment)s, %(moment)s, false)
    ON CONFLICT (seller_id, id) DO UPDATE
        SET carrier_id = excluded.carrier_id, waybill = excluded.waybill
        WHERE there.state = excluded.state
          AND (there.carrier_id, there.waybill) != (excluded.carrier_id, excluded.waybill)
"""
"""Until it has arrived its carrier and its number may be corrected."""


@action(power=Power.SYSTEM)
def follow_parcel(*, actor: Actor, seller_id: UUID, shipment_id: UUID) -> bool:
    """Whether it has cash at all. As often as one likes, in whatever order the news come."""
    parcel = shipment_views(seller_id, [shipment_id]).get(shipment_id)
    order = find_order(seller_id, parcel.order_id) if parcel else None
    if parcel is None or order is None or not _is_in_cash(order, parcel):
        return False
    market_id = markets_of([seller_id])[seller_id]
    carrier_id, remit_days = _carrier(market_id, parcel.carrier)
    _open(order, parcel, carrier_id)
    if parcel.outcome is Ending.DELIVERED:
        _collect(order, parcel, market_id, remit_days)
    elif parcel.outcome is Ending.REFUSED:
        _bring_back(parcel, market_id, seller_id)
    elif parcel.outcome is Ending.LOST:
        move(TRACK, seller_id, parcel.id, Step("bring_back", SYSTEM))
    return True


def _is_in_cash(order: OrderView, parcel: ShipmentView) -> bool:
    is_cash = order.payment_method == PaymentMethod.CASH_ON_DELIVERY and order.paid_at is None
    return is_cash and parcel.kind is ParcelKind.CARRIED and parcel.rest.minor > 0


def _carrier(market_id: UUID, name: str) -> Row:
    """(his id, the working days that he takes to bring the cash), by the name that the seller
    wrote, in whatever language: a new one comes to be."""
    known = known_carrier(name)
    spelt = [name, *({known.name_ar, known.name_en, known.name_fr} - {""} if known else ())]
    if found := _carriers(market_id, sorted(map(carrier_key, spelt))):
        return found[0]
    key = carrier_key(known.name_en if known else name)
    new = Carrier(market_id=market_id, key=key, name=name)
    Carrier.objects.bulk_create([new], ignore_conflicts=True)
    return _carriers(market_id, [key])[0]


@prepared
def _carriers(market_id: UUID, keys: list[str]) -> QuerySet:
    rows = Carrier.objects.filter(market_id=market_id, key__among=keys)
    return rows.order_by("id").values_list("id", "remit_days")


def _open(order: OrderView, parcel: ShipmentView, carrier_id: UUID) -> None:
    told = {
        "seller": order.seller_id,
        "id": parcel.id,
        "order": order.id,
        "number": order.number,
        "key": tidy_waybill(order.number),
        "carrier": carrier_id,
        "waybill": tidy_waybill(parcel.tracking_number),
        "currency": parcel.share.currency,
        "amount": parcel.rest.minor,
        "share": parcel.share.seller_minor,
        "start": PROCESS.start,
        "moment": parcel.shipped_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(OPEN, told)


def _collect(order: OrderView, parcel: ShipmentView, market_id: UUID, remit_days: int) -> None:
    country = market_by_id(market_id).country
    moment = parcel.ended_at or now()
    sets = {
        "collected_at": moment,
        "due_at": due_at(moment, remit_days, working_days(country), zone_of(country)),
        "waiting_minor": max(0, parcel.share.seller_minor - parcel.before_minor),
        "is_proved": parcel.id in proved_parcels(order.seller_id, [parcel.id]),
    }
    move(TRACK, order.seller_id, parcel.id, Step("collect", SYSTEM, does=("owe",), sets=sets))
    release_share(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)


def _bring_back(parcel: ShipmentView, market_id: UUID, seller_id: UUID) -> None:
    """The way back costs; who bears it, the market has said."""
    seller, market = return_parts(market_id)
    cost = seller + market
    step = Step("bring_back", SYSTEM, sets={"owed_back_minor": cost})
    if move(TRACK, seller_id, parcel.id, step).outcome is not Outcome.MOVED or not cost:
        return
    post_journal(
        actor=SYSTEM,
        seller_id=seller_id,
        kind=REFUSAL_COST,
        reference_id=parcel.id,
        order_id=parcel.order_id,
        currency=parcel.share.currency,
        transfers=[
            Transfer(Account.SELLER_PAYABLE, Account.CARRIER_PAYABLE, seller),
            Transfer(Account.CARRIER_CHARGES, Account.CARRIER_PAYABLE, market),
        ],
    )
