"""Price lists and promotions in the sale: frozen on the order, parted, given back, paid for."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from tijara.domains.books.actions import book_events
from tijara.domains.checkout.actions import BasketChanged, PromotionGone, resume_checkouts
from tijara.domains.checkout.models import Checkout
from tijara.domains.checkout.shapes import Wishes
from tijara.domains.checkout.testing import Buyer, assert_all_proved, offer_of_a_store
from tijara.domains.fulfilment.actions import record_delivery, ship_order
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.invoicing.actions import issue_credit_note, issue_invoice
from tijara.domains.invoicing.queries import invoices_of_order, plain_document
from tijara.domains.invoicing.testing import IDENTITY
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.actions import cancel_order, confirm_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import (
    CancelReason,
    CompanyBuyer,
    OrderState,
    ReasonKind,
)
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.testing import REGISTERED
from tijara.domains.pricing.actions import save_price_list, set_list_prices
from tijara.domains.pricing.shapes import Audience, ListTerms, PriceRow
from tijara.domains.promotions.actions import release_expired_claims, turn_promotion
from tijara.domains.promotions.models import Claim
from tijara.domains.promotions.queries import figures, promotion
from tijara.domains.promotions.shapes import CodeFault, PromotionKind
from tijara.domains.promotions.testing import make_promotion
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
CODE = {"codes": ("WELCOME",)}


@pytest.fixture
def market():
    return make_market()


@pytest.fixture
def buyer(market):
    return Buyer(market)


def placed_by(buyer, **said):
    (one,) = buyer.confirms(**said).placed
    return order_view(one.seller_id, one.order_id)


def delivered(order, units=None):
    """A parcel of it, handed over."""
    told = {"units": units} if units else {}
    ship_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        carrier="aramex",
        tracking_number="1",
        **told,
    )
    parcel = shipments(order.seller_id, [order.id])[order.id][-1]
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=parcel.id)
    return parcel


class TestPrices:
    def test_a_company_pays_by_its_list_and_the_order_says_why(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=10000, units=50)
        prices = save_price_list(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            terms=ListTerms("أسعار الشركات", "Companies", audience=Audience.COMPANIES, off_bp=500),
        )
        set_list_prices(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            list_id=prices,
            rows=[PriceRow(offer.id, 10, 8500)],
        )
        buyer.picks(offer, quantity=10)
        company = CompanyBuyer("شركة السراة", "310122393500003", str(REGISTERED), place=REGISTERED)
        assert buyer.basket().items.minor == 100000, "a person pays what the offer asks"
        order = placed_by(buyer, company=company)
        (line,) = order.lines
        assert (line.list_minor, line.unit.minor, line.total.minor) == (10000, 8500, 85000)
        (reason,) = line.reasons
        assert (reason.kind, reason.minor) == (ReasonKind.PRICE_LIST, 15000)
        assert_all_proved()


class TestShares:
    def test_seller_and_market_each_pay_their_part_and_it_comes_back(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=3333, units=9)
        make_promotion(market.id, offer.seller_id, bp=1000)
        make_promotion(market.id, bp=500)
        buyer.picks(offer, quantity=3)
        shown = buyer.basket()
        order = placed_by(buyer)
        (line,) = order.lines
        assert order.total.minor == shown.total.minor
        assert line.discount_minor == 999 + 450 and line.support_minor == 450
        assert line.commission.minor == 900, "on what the seller gets: 9000, the market's part too"
        confirm_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        delivered(order, {line.id: 1})
        delivered(order)
        books = balances(order.seller_id)
        assert books[Account.MARKET_PROMOTIONS] == 450
        earned = order.items.minor + order.delivery.minor + 450
        earned -= order.commission.minor + order.commission_vat.minor
        assert -(books.get(Account.SELLER_PAYABLE, 0) + books.get(Account.SELLER_HELD, 0)) == earned
        assert_all_proved()
        refund_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=RefundReason.OTHER,
            restock=True,
        )
        books = balances(order.seller_id)
        assert books[Account.MARKET_PROMOTIONS] == 0 == books[Account.SELLER_PAYABLE]
        assert_all_proved()

    def test_papers_tell_what_each_pays_and_what_is_owed_of_it(self, market, buyer):
        """The price less the seller's own part is what he is paid for; the tax is in all of it."""
        offer = offer_of_a_store(market, price_minor=3333, units=9)
        seller_id = offer.seller_id
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=IDENTITY)
        make_promotion(market.id, seller_id, bp=1000)
        make_promotion(market.id, bp=500)
        make_promotion(market.id, kind=PromotionKind.DELIVERY, min_minor=4000)
        buyer.picks(offer, quantity=3)
        order = placed_by(buyer)
        (line,) = order.lines
        confirm_order(actor=SYSTEM, seller_id=seller_id, order_id=order.id)
        delivered(order, {line.id: 1})
        delivered(order)
        issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=order.id)
        (written,) = invoices_of_order(seller_id, order.id)
        content = written.content
        goods, delivery = content.lines[:2]
        assert (goods.unit.minor, goods.discount.minor, goods.gross.minor) == (3333, 999, 9000)
        assert (goods.tax.minor, delivery.gross.minor, delivery.tax.minor) == (1174, 2000, 261)
        assert content.supported.minor == 450 + 2000 == content.total.minor - order.total.minor
        assert content.supported_tax.minor == 59 + 261
        assert content.tax.minor == order.tax.minor + 320
        assert content.rest == order.total
        told = plain_document(written)
        assert ">24.50</cbc:PrepaidAmount>" in told and "AllowanceChargeReasonCode>95" in told
        assert_all_proved()
        which = {"actor": SYSTEM, "seller_id": seller_id, "order_id": order.id}
        refund_id = refund_order(**which, reason=RefundReason.OTHER, restock=True)
        issue_credit_note(**which, refund_id=refund_id)
        _, back = invoices_of_order(seller_id, order.id)
        assert back.content.total == content.total and back.content.tax == content.tax
        assert back.content.rest == order.total and back.content.supported == content.supported
        assert_all_proved()
        while book_events(actor=SYSTEM):
            pass
        assert_all_proved()

    def test_the_market_pays_for_free_delivery(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=9)
        make_promotion(market.id, kind=PromotionKind.DELIVERY, min_minor=4000)
        buyer.picks(offer)
        order = placed_by(buyer)
        assert (order.delivery.minor, order.delivery_discount_minor) == (0, 2000)
        confirm_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        delivered(order)
        assert balances(order.seller_id)[Account.MARKET_PROMOTIONS] == 2000
        assert_all_proved()

    def test_what_costs_nothing_waits_for_no_money(self, market, buyer):
        buyer.market = market = make_market(
            payment_methods=("bank_transfer",),
            bank_name="بنك الرياض",
            bank_iban="SA0380000000608010167519",
            bank_holder="Tijara",
        )
        offer = offer_of_a_store(market, price_minor=5000, units=9)
        make_promotion(market.id, bp=10_000)
        make_promotion(market.id, kind=PromotionKind.DELIVERY)
        buyer.picks(offer)
        result = buyer.confirms(method="bank_transfer")
        (one,) = result.placed
        order = order_view(one.seller_id, one.order_id)
        assert (order.total.minor, order.state) == (0, OrderState.PLACED)
        confirm_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
        delivered(order)
        assert balances(order.seller_id)[Account.MARKET_PROMOTIONS] == 7000
        assert_all_proved()


class TestCodes:
    def test_one_that_ends_between_look_and_press_orders_nothing(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=9)
        made = make_promotion(market.id, code="WELCOME", bp=2000)
        buyer.picks(offer)
        seen = buyer.basket(wishes=Wishes(ADDRESS.city, **CODE)).seen
        turn_promotion(actor=SYSTEM, owner_id=OPERATOR_ID, promotion_id=made.id, move="end")
        with pytest.raises(BasketChanged):
            buyer.confirms(seen=seen, **CODE)
        assert not Claim.objects.exists()

    def test_a_person_has_it_as_often_as_he_may(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=9)
        made = make_promotion(market.id, code="WELCOME", bp=2000, most_each=1)
        buyer.picks(offer)
        order = placed_by(buyer, **CODE)
        buyer.picks(offer)
        with pytest.raises(PromotionGone) as refused:
            buyer.confirms(**CODE)
        assert refused.value.facts["promotions"] == (made.id,)
        without = {"without": frozenset({made.id})} | CODE
        basket = buyer.basket(wishes=Wishes(ADDRESS.city, **without))
        assert [one.fault for one in basket.discounts.refused] == [CodeFault.USED_BY_YOU]
        assert placed_by(buyer, **without).discount.minor == 0
        assert figures([made.id], "SAR")[made.id].orders == 1
        cancel_order(
            actor=SYSTEM,
            seller_id=order.seller_id,
            order_id=order.id,
            reason=CancelReason.CHANGED_MIND,
        )
        Relay().deliver_pending()
        assert promotion(OPERATOR_ID, made.id).uses == 0, "it may be had again"
        assert_all_proved()

    def test_a_budget_is_never_overdrawn(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=9)
        made = make_promotion(market.id, bp=2000, budget_minor=1500)
        buyer.picks(offer)
        assert placed_by(buyer).discount.minor == 1000
        buyer.picks(offer)
        with pytest.raises(PromotionGone):
            buyer.confirms()
        assert buyer.basket().discount.minor == 0
        assert promotion(OPERATOR_ID, made.id).spent_minor == 1000

    def test_a_refused_order_gives_it_back(self, market, buyer):
        offer = offer_of_a_store(market, price_minor=5000, units=1)
        made = make_promotion(market.id, code="WELCOME", bp=2000, most_uses=1)
        buyer.picks(offer)
        other = Buyer(market)
        other.picks(offer)
        placed_by(other)
        result = buyer.confirms(**CODE)
        assert not result.placed and promotion(OPERATOR_ID, made.id).uses == 0
        assert_all_proved()

    @pytest.mark.parametrize("is_swept", [False, True])
    def test_a_checkout_that_was_cut_off_ends_with_what_it_held(self, market, buyer, is_swept):
        """As a crash leaves it between the door and the answer; the sweep may come first."""
        offer = offer_of_a_store(market, price_minor=5000, units=5)
        made = make_promotion(market.id, code="WELCOME", bp=2000, most_uses=1)
        buyer.picks(offer)
        placed_by(buyer, **CODE)
        long_ago = now() - timedelta(hours=1)
        Claim.objects.update(state="held", until=long_ago)
        Checkout.objects.update(state="placing", outcomes=[], moved_at=long_ago)
        if is_swept:
            release_expired_claims(actor=SYSTEM)
            assert promotion(OPERATOR_ID, made.id).uses == 0
        assert resume_checkouts(actor=SYSTEM) == 1
        assert [claim.state for claim in Claim.objects.all()] == ["spent"]
        assert promotion(OPERATOR_ID, made.id).uses == 1
        assert_all_proved()


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_who_want_the_last_one_exactly_one_gets_it(market):
    offer = offer_of_a_store(market, price_minor=5000, units=40)
    made = make_promotion(market.id, code="WELCOME", bp=2000, most_uses=1)
    phones = [f"+9665512345{number:02}" for number in range(16)]
    buyers = [Buyer(market) for _ in phones]
    for one in buyers:
        one.picks(offer)
    seen = [one.basket(wishes=Wishes(ADDRESS.city, **CODE)).seen for one in buyers]

    def press(told):
        one, phone, mark = told
        try:
            return one.confirms(seen=mark, address=replace(ADDRESS, phone=phone), **CODE)
        except (PromotionGone, BasketChanged):
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as crowd:
        results = list(crowd.map(press, zip(buyers, phones, seen, strict=True)))
    assert sum(result is not None for result in results) == 1
    assert promotion(OPERATOR_ID, made.id).uses == 1
    assert_all_proved()
