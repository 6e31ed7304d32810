"""The cash of a parcel, from its carrier to the bank: docs/algorithms/cash-on-delivery.md."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from tijara.domains.cash.actions import (
    NothingToClaim,
    NotProposed,
    SameEyes,
    claim_cash,
    decide_write_off,
    follow_missing,
    follow_parcel,
    propose_write_off,
)
from tijara.domains.cash.models import CashParcel
from tijara.domains.cash.queries import (
    ageing,
    cash_of_seller,
    claims,
    owed_parcels,
    waiting_shares,
)
from tijara.domains.cash.rules import days_late, due_at
from tijara.domains.cash.shapes import CashState, ClaimReason, ClaimState
from tijara.domains.cash.testing import (
    TOTAL,
    bring_and_book,
    make_cash_parcel,
    make_late,
    make_staff,
    seen,
    state_of,
)
from tijara.domains.cash_terms.actions import set_cash_terms
from tijara.domains.cash_terms.shapes import CashTerms
from tijara.domains.fulfilment.actions import record_refusal
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.queries import working_days
from tijara.domains.markets.testing import make_market
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db


def faults() -> dict[str, list[str]]:
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


def test_cash_is_followed_from_the_carrier_to_the_bank():
    parcel = make_cash_parcel("4410", is_delivered=False)
    assert (parcel.state, parcel.left.minor) == (CashState.WITH_CARRIER, 0)
    parcel = make_cash_parcel("4411")
    assert (parcel.state, parcel.left.minor) == (CashState.COLLECTED, TOTAL)
    assert not faults()
    bring_and_book(["4411,262.00,9.00,2026-11-05"])
    assert state_of(parcel) is CashState.RECONCILED
    found = balances(parcel.seller_id)
    assert found[Account.BANK] == TOTAL - 900
    assert found[Account.CARRIER_CHARGES] == 900
    assert not found.get(Account.CARRIER_RECEIVABLE, 0)
    assert not faults()


def test_a_carrier_is_one_in_whatever_language_shops_name_him_and_each_reads_his_own():
    parcels = [make_cash_parcel(carrier=name) for name in ("سمسا", "SMSA Express", "ساعي الحي")]
    assert parcels[0].carrier_id == parcels[1].carrier_id != parcels[2].carrier_id
    with translation.override("ar"):
        assert {one.carrier for one in ageing()} == {"سمسا", "ساعي الحي"}
    with translation.override("en"):
        assert {one.carrier for one in ageing()} == {"SMSA Express", "ساعي الحي"}


def test_the_day_by_which_a_carrier_pays_counts_no_day_off():
    sunday, riyadh = datetime(2026, 11, 1, 9, tzinfo=UTC), ZoneInfo("Asia/Riyadh")
    assert due_at(sunday, 5, working_days("SA"), riyadh) == datetime(2026, 11, 9, tzinfo=riyadh)


def test_news_come_twice_and_in_any_order():
    parcel = make_cash_parcel("1")
    before = seen(parcel.seller_id, parcel.id)
    for _ in range(2):
        assert follow_parcel(actor=SYSTEM, seller_id=parcel.seller_id, shipment_id=parcel.id)
    assert seen(parcel.seller_id, parcel.id) == before


def test_what_nobody_followed_is_found():
    parcel = make_cash_parcel("1", is_delivered=False)
    CashParcel.objects.all().delete()
    assert "cash.debts_proof" in faults()
    assert follow_missing(actor=SYSTEM) == 1
    assert state_of(parcel) is CashState.WITH_CARRIER
    assert not faults()


def test_late_cash_is_flagged_by_the_clock_and_drawn_by_its_age():
    for number, days in enumerate((0, 3, 10, 20, 40)):
        make_late(make_cash_parcel(f"{number}"), days) if days else make_cash_parcel("0")
    (told,) = ageing()
    assert told.minors == (TOTAL,) * 5
    assert told.parcels == 5
    for age in range(5):
        assert len(owed_parcels(age=age).items) == 1
    assert [one.days_late for one in owed_parcels().items] == [40, 20, 10, 3, 0]


def test_the_day_that_is_shown_is_the_last_good_one():
    parcel = make_cash_parcel("0")
    zone = parcel.due_at.astimezone(ZoneInfo("Asia/Riyadh"))
    assert (zone.hour, zone.minute) == (0, 0)
    assert parcel.last_day.astimezone(zone.tzinfo).date() == zone.date() - timedelta(days=1)
    assert days_late(parcel.due_at, parcel.last_day) == 0
    assert days_late(parcel.due_at, parcel.due_at) == 1


def test_a_refused_parcel_costs_whom_the_market_says():
    market = make_market()
    terms = CashTerms(return_charge_minor=1500, return_seller_bp=4000)
    set_cash_terms(actor=SYSTEM, market_id=market.id, terms=terms)
    parcel = make_cash_parcel("7", is_delivered=False)
    record_refusal(actor=SYSTEM, seller_id=parcel.seller_id, shipment_id=parcel.id)
    Relay().deliver_pending()
    assert state_of(parcel) is CashState.RETURNED
    found = balances(parcel.seller_id)
    assert (found[Account.SELLER_PAYABLE], found[Account.CARRIER_CHARGES]) == (600, 900)
    bring_and_book(["7,0,18.00,"])
    found = balances(parcel.seller_id)
    assert (found[Account.CARRIER_CHARGES], found.get(Account.CARRIER_PAYABLE, 0)) == (1200, 0)
    assert not faults()


def test_a_returned_order_waits_for_nothing():
    parcel = make_cash_parcel("9")
    refund_order(
        actor=SYSTEM,
        seller_id=parcel.seller_id,
        order_id=parcel.order_id,
        reason=RefundReason.OTHER,
        restock=False,
    )
    Relay().deliver_pending()
    assert waiting_shares([parcel.seller_id]) == {}
    assert state_of(parcel) is CashState.COLLECTED
    assert not faults()


def test_a_claim_is_settled_by_what_comes():
    parcel, staff = make_cash_parcel("5"), make_staff()
    make_late(parcel, 4)
    which = {"actor": staff, "seller_id": parcel.seller_id, "parcel_id": parcel.id}
    claim_cash(**which, reason=ClaimReason.LATE)
    with pytest.raises(NothingToClaim):
        claim_cash(**which, reason=ClaimReason.LATE)
    bring_and_book(["5,182.00,,2026-11-12"], actor=staff)
    assert (state_of(parcel), claims().items[0].amount.minor) == (CashState.CLAIMED, 8000)
    bring_and_book(["5,80.00,,2026-11-19"], actor=staff)
    assert (state_of(parcel), claims().items) == (CashState.RECONCILED, [])
    assert not faults()


def test_cash_is_given_up_by_four_eyes():
    parcel, first, second = make_cash_parcel("5"), make_staff(), make_staff()
    which = {"seller_id": parcel.seller_id, "parcel_id": parcel.id}
    claim_cash(actor=first, **which, reason=ClaimReason.LOST)
    with pytest.raises(NotProposed):
        decide_write_off(actor=second, **which, is_agreed=True)
    propose_write_off(actor=first, **which)
    with pytest.raises(SameEyes):
        decide_write_off(actor=first, **which, is_agreed=True)
    decide_write_off(actor=first, **which, is_agreed=False)
    assert claims().items[0].state is ClaimState.OPEN
    propose_write_off(actor=second, **which)
    decide_write_off(actor=first, **which, is_agreed=True)
    assert state_of(parcel) is CashState.WRITTEN_OFF
    assert balances(parcel.seller_id)[Account.CASH_LOSSES] == TOTAL
    assert waiting_shares([parcel.seller_id]) == {}
    assert not faults()


def test_a_seller_sees_only_his_own_cash():
    mine, other = make_cash_parcel("1"), make_cash_parcel("2")
    assert {one.amount.minor for one in cash_of_seller(mine.seller_id)} == {TOTAL}
    assert mine.seller_id != other.seller_id
