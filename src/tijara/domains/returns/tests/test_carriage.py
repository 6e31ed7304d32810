"""Who pays the way back of a return: shown before, settled with its last move, to the last unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.ledger.queries import order_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.queries import refunds_of_order
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    CarriageBandInvalid,
    CarriageInvalid,
    arrange_pickup,
    drop_carriage_band,
    exchange_return,
    inspect_return,
    receive_return,
    record_refund_paid,
    refund_return,
    send_back_return,
    set_carriage_band,
    set_carriage_terms,
)
from tijara.domains.returns.queries import (
    carriage_bands,
    carriage_terms,
    carriages,
    owed_of_orders,
    pickup_days,
)
from tijara.domains.returns.rules.carriage import charge_of
from tijara.domains.returns.shapes import (
    CarriageBand,
    CarriageEnd,
    CarriageTerms,
    Looked,
    Payer,
    RefundReason,
    Wish,
)
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import make_paid_order, make_return, seen_return
from tijara.domains.wallet.testing import balance, make_buyer_with
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

CARD, CASH = PaymentMethod.CARD, PaymentMethod.CASH_ON_DELIVERY
UNIT, COSTS = 11500, 1500
ALL = {"unwanted": Payer.BUYER, "fault": Payer.SELLER, "warranty": Payer.MARKET}


def faults():
    while Relay().deliver_pending():
        pass
    return {one.code: one.faults for one in run_proofs() if one.faults}


def ordered(method=CARD, **given):
    order = make_paid_order(method, **given)
    market_id = markets_of([order.seller_id])[order.seller_id]
    terms = CarriageTerms(**ALL, charge_minor=COSTS)
    set_carriage_terms(actor=SYSTEM, market_id=market_id, terms=terms)
    return order


def by(told):
    return {
        "actor": seller_actor(told.seller_id),
        "seller_id": told.seller_id,
        "return_id": told.id,
    }


def sent(order, reason, **given):
    """Its buyer has handed it to a carrier himself, and the shop has looked at it."""
    return make_return(order, state=S.INSPECTED, reason=reason, **given)


def fetched(order, reason, **given):
    """The shop has had it fetched."""
    told = make_return(order, state=S.APPROVED, reason=reason, **given)
    today, working = pickup_days(told.seller_id)
    arrange_pickup(**by(told), carrier="أرامكس", day=working.after(today, 1))
    receive_return(**by(told))
    looked = {each.line.id: Looked(each.quantity, each.quantity) for each in told.lines}
    inspect_return(**by(told), looked=looked)
    return seen_return(told.seller_id, told.id)


def end_of(told):
    found = seen_return(told.seller_id, told.id)
    return found.carriage_end, found.carriage_moved.minor


def by_hand(order):
    return sorted(
        (one.method, one.amount.minor)
        for one in refunds_of_order(order.seller_id, order.buyer_id, order.id)
    )


@pytest.mark.django_db
class TestSettled:
    def test_unwanted_and_fetched_it_is_taken_off_what_goes_back(self):
        order = ordered()
        told = fetched(order, RefundReason.CHANGED_MIND)
        assert (told.payer, told.carriage.minor) == (Payer.BUYER, COSTS)
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.CHARGED, COSTS)
        assert by_hand(order) == [(CARD, UNIT - COSTS)]
        (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
        assert (owed.amount.minor, owed.carriage.minor) == (UNIT - COSTS, COSTS)
        assert faults() == {}
        for one in refunds_of_order(order.seller_id, order.buyer_id, order.id):
            record_refund_paid(actor=SYSTEM, seller_id=order.seller_id, payment_refund_id=one.id)
        assert order_balances(order.seller_id, order.id)[Account.BUYER_REFUNDABLE] == 0
        assert faults() == {}

    def test_unwanted_and_sent_by_its_buyer_nothing_moves(self):
        order = ordered()
        told = sent(order, RefundReason.CHANGED_MIND)
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.NONE, 0)
        assert by_hand(order) == [(CARD, UNIT)]
        assert faults() == {}

    @pytest.mark.parametrize("method", [CARD, CASH])
    def test_faulty_and_sent_by_a_guest_staff_pay_him_what_it_cost(self, method):
        order = ordered(method)
        told = sent(order, RefundReason.FAULTY)
        before = order_balances(order.seller_id, order.id)[Account.SELLER_PAYABLE]
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.BY_SELLER, COSTS)
        assert by_hand(order) == sorted([(method, UNIT), ("bank_transfer", COSTS)])
        after = order_balances(order.seller_id, order.id)[Account.SELLER_PAYABLE]
        assert after - before == 11500 - 1150 - 172 + COSTS
        assert faults() == {}

    def test_to_who_has_a_wallet_it_goes_there_at_once(self):
        order = ordered(buyer_id=make_buyer_with(1))
        refund_return(**by(sent(order, RefundReason.FAULTY)))
        assert balance(order.buyer_id) == (1 + COSTS, 0)
        assert by_hand(order) == [(CARD, UNIT)]
        assert faults() == {}

    def test_what_the_market_pays_goes_to_whoever_has_paid_the_carrier(self):
        for make, end, account in (
            (sent, CarriageEnd.BY_MARKET, Account.BUYER_REFUNDABLE),
            (fetched, CarriageEnd.TO_SELLER, Account.SELLER_PAYABLE),
        ):
            order = ordered()
            set_carriage_terms(
                actor=SYSTEM,
                market_id=markets_of([order.seller_id])[order.seller_id],
                terms=CarriageTerms(fault=Payer.MARKET, charge_minor=COSTS),
            )
            told = make(order, RefundReason.FAULTY)
            refund_return(**by(told))
            assert end_of(told) == (end, COSTS)
            balances = order_balances(order.seller_id, order.id)
            assert balances[Account.CARRIER_CHARGES] == COSTS and account in balances
            assert faults() == {}

    def test_never_more_than_goes_back(self):
        order = ordered()
        set_carriage_terms(
            actor=SYSTEM,
            market_id=markets_of([order.seller_id])[order.seller_id],
            terms=CarriageTerms(charge_minor=UNIT * 3),
        )
        told = fetched(order, RefundReason.CHANGED_MIND)
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.CHARGED, UNIT)
        assert by_hand(order) == []
        assert faults() == {}

    def test_what_its_buyer_keeps_was_not_carried(self):
        order = ordered()
        told = make_return(order, reason=RefundReason.FAULTY)
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.NONE, 0)
        assert faults() == {}

    def test_an_exchange_gives_but_never_charges(self):
        order = ordered()
        line = order.lines[0]
        swap = {"wish": Wish.EXCHANGE, "variant_id": line.variant_id}
        unwanted = fetched(order, RefundReason.CHANGED_MIND, **swap)
        exchange_return(**by(unwanted))
        faulty = sent(order, RefundReason.FAULTY, **swap)
        exchange_return(**by(faulty))
        assert (end_of(unwanted), end_of(faulty)) == (
            (CarriageEnd.NONE, 0),
            (CarriageEnd.BY_SELLER, COSTS),
        )
        assert faults() == {}

    def test_a_repair_gives_too_and_what_was_refused_does_not(self):
        order = ordered()
        mended = sent(order, RefundReason.FAULTY, wish=Wish.REPAIR)
        send_back_return(**by(mended), carrier="سمسا")
        assert end_of(mended) == (CarriageEnd.BY_SELLER, COSTS)
        refused = make_return(order, state=S.RECEIVED, reason=RefundReason.FAULTY)
        line = refused.lines[0].line
        inspect_return(**by(refused), looked={line.id: Looked(0, 0)}, words="مستعملة")
        send_back_return(**by(refused), carrier="سمسا")
        assert end_of(refused) == (CarriageEnd.NONE, 0)
        assert faults() == {}

    def test_a_market_that_says_nothing_settles_nothing(self):
        order = make_paid_order(CARD)
        told = sent(order, RefundReason.FAULTY)
        assert (told.carriage_payer, told.payer) == ("", Payer.SELLER)
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.NONE, 0)
        assert faults() == {}

    def test_what_was_shown_binds_whatever_the_market_says_later(self):
        order = ordered()
        told = sent(order, RefundReason.FAULTY)
        set_carriage_terms(
            actor=SYSTEM, market_id=markets_of([order.seller_id])[order.seller_id], terms=None
        )
        refund_return(**by(told))
        assert end_of(told) == (CarriageEnd.BY_SELLER, COSTS)


@pytest.mark.django_db
class TestTerms:
    def test_the_closest_place_and_the_lightest_band_win(self):
        order = ordered()
        market_id = markets_of([order.seller_id])[order.seller_id]

        def costs():
            told = carriages(order, {order.lines[0].id: 1}, (RefundReason.FAULTY,))
            return told[RefundReason.FAULTY].amount.minor

        assert costs() == COSTS
        for place, grams, charge in (("", None, 900), ("", 5000, 800), ("sa-riyadh", None, 700)):
            set_carriage_band(
                actor=SYSTEM, market_id=market_id, band=CarriageBand(place, grams, charge)
            )
        assert costs() == 700
        (near,) = [one for one in carriage_bands(market_id) if one.place]
        drop_carriage_band(actor=SYSTEM, market_id=market_id, band_id=near.id)
        assert costs() == 800

    def test_without_a_sum_it_is_what_the_delivery_had_cost(self):
        order = ordered()
        market_id = markets_of([order.seller_id])[order.seller_id]
        set_carriage_terms(actor=SYSTEM, market_id=market_id, terms=CarriageTerms())
        told = carriages(order, {order.lines[0].id: 1}, (RefundReason.FAULTY,))
        assert told[RefundReason.FAULTY].amount == order.asked[1]

    def test_what_can_not_be_is_refused_and_strangers_too(self):
        known = make_market()
        which = {"market_id": known.id}
        with pytest.raises(CarriageInvalid):
            set_carriage_terms(actor=SYSTEM, **which, terms=CarriageTerms(charge_minor=-1))
        for band in (
            CarriageBand("nowhere", None, 1),
            CarriageBand("", 0, 1),
            CarriageBand("", None, -1),
        ):
            with pytest.raises(CarriageBandInvalid):
                set_carriage_band(actor=SYSTEM, **which, band=band)
        with pytest.raises(NotAllowed):
            set_carriage_terms(actor=seller_actor(new_id()), **which, terms=None)
        assert carriage_terms(known.id) is None and carriage_bands(known.id) == []


@given(
    some.lists(
        some.tuples(
            some.sampled_from(["", "region", "city", "elsewhere"]),
            some.none() | some.integers(1, 100),
            some.integers(0, 50),
        ),
        max_size=6,
    ),
    some.integers(0, 120),
)
def test_a_band_that_fits_decides_and_else_the_plain_sum(rows, grams):
    bands = [CarriageBand(*row) for row in rows]
    found = charge_of(CarriageTerms(charge_minor=99), bands, ("city", "region"), grams, 7)
    fitting = [
        one
        for one in bands
        if one.place != "elsewhere" and (one.up_to_grams is None or grams <= one.up_to_grams)
    ]
    assert found in {one.charge_minor for one in fitting} if fitting else found == 99
    if any(one.place == "city" for one in fitting):
        assert found in {one.charge_minor for one in fitting if one.place == "city"}
