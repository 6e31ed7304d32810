"""The demonstration's cash: on what terms it is taken, what carriers have paid, what is open."""

import hashlib
from collections import Counter
from datetime import datetime, time, timedelta
from io import BytesIO
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.cash.actions import (
    ListKnown,
    book_remittance,
    claim_cash,
    claim_parcels,
    grow_late,
    propose_write_off,
    read_remittance,
    set_carrier,
)
from tijara.domains.cash.queries import carriers, owed_parcels, remittance
from tijara.domains.cash.shapes import CashParcelView, ClaimReason
from tijara.domains.cash_terms.actions import (
    ask_for_cash,
    block_phone,
    set_cash_terms,
    set_deposit_rule,
    set_fee_band,
)
from tijara.domains.cash_terms.queries import blocks
from tijara.domains.cash_terms.shapes import BlockReason, CashTerms, DepositRule, FeeBand
from tijara.domains.fulfilment.actions import record_attempt
from tijara.domains.fulfilment.queries import doors, shipments
from tijara.domains.fulfilment.shapes import AttemptReason
from tijara.domains.markets.queries import country_profile, market
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.queries import all_orders
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderState, OrdersWanted
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.money import Money

from . import content
from .moves import TRACKED_CARRIER

HEAD = "رقم البوليصة,المبلغ المحصّل,رسوم التحصيل,تاريخ التسليم"
LIST_DAYS = tuple(range(84, 6, -7))
"""How many days ago carriers sent their lists: one a week."""
SETTLED_BEFORE = timedelta(days=2)
KEPT_BACK, WAITING = 7, 9
"""One parcel of so many is left out of the lists, and stays open; so many stand in the last one."""
CHARGE = 900
BLOCKED_PHONE = "0550000147"
LIST_HOUR = 10
ASKED, ANSWER_DAYS = 4, 3
CLAIMS_TO = "claims@carrier.example"
DEAR_MINOR = 150000
"""From so much on, a part of a cash order is put down before."""


def load_terms() -> None:
    """Before anything is ordered: a refusal costs what holds on its day."""
    here = market(content.read("market")["market"]["slug"])
    terms = CashTerms(
        most_open_orders=None, return_charge_minor=1500, return_seller_bp=4000, forfeit_bp=2500
    )
    set_cash_terms(actor=SYSTEM, market_id=here.id, terms=terms)
    dear = DepositRule("", DEAR_MINOR, 0, is_for_newcomers=False, share_bp=2000)
    set_deposit_rule(actor=SYSTEM, market_id=here.id, rule=dear)
    band = FeeBand("", "express", None, here.cash_on_delivery_fee_minor + 600)
    set_fee_band(actor=SYSTEM, market_id=here.id, band=band)


def list_days() -> list[datetime]:
    zone = ZoneInfo(country_profile(_market().country).time_zone)
    today = now().astimezone(zone).date()
    days = [today - timedelta(days=days) for days in LIST_DAYS]
    return [datetime.combine(day, time(LIST_HOUR), zone) for day in days]


def bring_lists() -> int:
    """A list of each carrier, booked: what he collected up to two days ago. One of them is a little
    short."""
    return sum(_bring(carrier.id, carrier.name) for carrier in carriers())


def load_open() -> None:
    """What stands open today: a list to book, claims, a blocked phone, a failed delivery."""
    here = _market()
    grow_late(actor=SYSTEM)
    if blocks(here.id).items:
        return
    for carrier in carriers(here.id):
        days = 5 if carrier.name == TRACKED_CARRIER else 3
        set_carrier(actor=SYSTEM, carrier_id=carrier.id, remit_days=days)
    _list_to_book()
    _claims()
    _phones(here.id)
    _failed_delivery()


def _bring(carrier_id: UUID, name: str) -> bool:
    until = now() - SETTLED_BEFORE
    ready = [
        one
        for one in _owed(carrier_id)
        if one.collected_at and one.collected_at < until and _lot(one) % KEPT_BACK
    ]
    if not ready:
        return False
    short = ready[0] if len(ready) > 2 and name == TRACKED_CARRIER else None
    rows = [_row(one, one.left.minor - (2000 if one is short else 0), name) for one in ready]
    try:
        made = read_remittance(
            actor=SYSTEM, carrier_id=carrier_id, content=_file(rows), file_name=_name(name)
        )
    except ListKnown:
        return False
    told = remittance(made)
    if told is None:
        return False
    book_remittance(
        actor=SYSTEM,
        remittance_id=made,
        bank_reference=f"CD{now():%y%m%d}{made.int % 10_000:04d}",
        received=told.net,
    )
    return True


def _list_to_book() -> None:
    """The newest: of the tracked carrier, with one short line and one of no parcel of ours."""
    for carrier in carriers(_market().id):
        open_now = [one for one in _owed(carrier.id) if one.left == one.amount]
        waiting = [one for one in open_now if _lot(one) % KEPT_BACK][-WAITING:]
        if carrier.name != TRACKED_CARRIER or not waiting:
            continue
        rows = [
            _row(one, one.left.minor - (1500 if place == 1 else 0), carrier.name)
            for place, one in enumerate(waiting)
        ]
        rows.append(f"990011772,85.00,9.00,{now():%Y-%m-%d}")
        with going_from(now() - timedelta(hours=5)):
            read_remittance(
                actor=SYSTEM,
                carrier_id=carrier.id,
                content=_file(rows),
                file_name=_name(carrier.name),
            )


def _claims() -> None:
    """A letter of several parcels that its carrier has not answered, and a lost one that one of the
    staff would give up."""
    late = [one for one in owed_parcels(size=60).items if one.days_late > 15]
    if not late:
        return
    whose = Counter(one.carrier_id for one in late).most_common(1)[0][0]
    lost, *asked = [one for one in late if one.carrier_id == whose][: ASKED + 1]
    set_carrier(
        actor=SYSTEM,
        carrier_id=lost.carrier_id,
        remit_days=next(one.remit_days for one in carriers() if one.id == lost.carrier_id),
        claims_to=CLAIMS_TO,
        claim_days=ANSWER_DAYS,
    )
    which = {"actor": SYSTEM, "seller_id": lost.seller_id, "parcel_id": lost.id}
    with going_from(now() - timedelta(days=5)):
        claim_cash(**which, reason=ClaimReason.LOST, note="قالوا إنها فُقدت في الفرز")
    propose_write_off(**which)
    if asked:
        with going_from(now() - timedelta(days=12)):
            claim_parcels(
                actor=SYSTEM,
                carrier_id=lost.carrier_id,
                letter_id=content.id_of("claim_letter", "late"),
                parcels=[(one.seller_id, one.id) for one in asked],
                note="نرجو إرفاق كشف التسليم إن كان المبلغ قد حُوّل.",
            )


def _phones(market_id: UUID) -> None:
    with going_from(now() - timedelta(days=12)):
        block_phone(
            actor=SYSTEM,
            market_id=market_id,
            phone=BLOCKED_PHONE,
            reason=BlockReason.REFUSED_OFTEN,
            days=90,
            note="ثلاث شحنات عادت من الباب",
        )
    with going_from(now() - timedelta(hours=20)):
        ask_for_cash(
            actor=SYSTEM,
            market_id=market_id,
            phone=BLOCKED_PHONE,
            words="كنت مسافرًا حين وصلت الشحنات، وأنا في البيت الآن.",
            language="ar",
        )


def _failed_delivery() -> None:
    """Of the newest order on its way that is paid at the door."""
    wanted = OrdersWanted(
        states=(OrderState.SHIPPED,), payment_method=PaymentMethod.CASH_ON_DELIVERY
    )
    for row in all_orders(wanted, size=20).items:
        order = find_order(row.seller_id, row.id)
        parcels = shipments(row.seller_id, [row.id]).get(row.id, [])
        ready = [one for one in parcels if one.is_open and order and one.id in doors(order, [one])]
        if ready:
            record_attempt(
                actor=SYSTEM,
                seller_id=row.seller_id,
                shipment_id=ready[0].id,
                reason=AttemptReason.NO_ANSWER,
                note="اتصلنا مرتين",
            )
            return


def _owed(carrier_id: UUID) -> list[CashParcelView]:
    return owed_parcels(carrier_id=carrier_id, size=400).items


def _row(one: CashParcelView, minor: int, carrier: str) -> str:
    paid = Money(minor, one.amount.currency).to_decimal_string()
    charge = Money(CHARGE if carrier == TRACKED_CARRIER else 0, one.amount.currency)
    day = f"{one.collected_at:%Y-%m-%d}" if one.collected_at else ""
    return f"{one.waybill or one.number},{paid},{charge.to_decimal_string()},{day}"


def _file(rows: list[str]) -> BytesIO:
    return BytesIO("\n".join([HEAD, *rows, ""]).encode())


def _name(carrier: str) -> str:
    return f"{carrier} {now():%Y-%m-%d}.csv"


def _lot(one: CashParcelView) -> int:
    return hashlib.sha256(one.number.encode()).digest()[0]


def _market() -> MarketPolicy:
    return market(content.read("market")["market"]["slug"])
