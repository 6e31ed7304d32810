"""What is bought without a parcel: each code has one buyer, each link an end."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from tijara.domains.catalogue.testing import make_product
from tijara.domains.fulfilment.actions import (
    LinkIsOver,
    NoSuchDownload,
    NotYoursAnyMore,
    deliver_digital,
    renew_downloads,
    show_codes,
    take_download,
)
from tijara.domains.fulfilment.models import DownloadGrant
from tijara.domains.fulfilment.queries import digital_parts, shipments
from tijara.domains.fulfilment.rules.downloads import MOST_TIMES
from tijara.domains.fulfilment.shapes import DigitalForm, ParcelKind
from tijara.domains.fulfilment.testing import make_paid_order, move, pay
from tijara.domains.inventory.actions import add_codes, add_stock_file
from tijara.domains.inventory.queries import code_counts, stock_levels
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import NoSuchOrder, cancel_order, confirm_order, move_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import TAKE_BACK, CancelReason, LineKind, OrderState, Outcome
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay
from tijara.platform.process.moving import Step

PDF = b"%PDF-1.7\nrecipes"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def digital_offer(seller_id=None, units=0):
    seller_id = seller_id or make_store().seller_id
    return make_offer(3900, units, seller_id=seller_id, product=make_product(kind="digital"))


def codes_in(offer, many):
    text = "\n".join(f"GAME-{n:04d}-{new_id().hex[:8]}" for n in range(many))
    add_codes(actor=SYSTEM, seller_id=offer.seller_id, stock_id=offer.stock_id, text=text)


def file_in(offer, name="book.pdf"):
    add_stock_file(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        stock_id=offer.stock_id,
        content=io.BytesIO(PDF),
        name=name,
    )


def counts(offer):
    return code_counts(offer.seller_id, [offer.stock_id])[offer.stock_id]


def line_of(offer, quantity=1):
    return make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        product_id=offer.product_id,
        unit_minor=offer.price.minor,
        quantity=quantity,
        kind=LineKind.DIGITAL,
    )


def buy(*offers, quantity=1):
    lines = [line_of(offer, quantity) for offer in offers]
    return make_paid_order(offers[0].seller_id, *lines)


def deliver(offer, placed):
    return deliver_digital(actor=SYSTEM, seller_id=offer.seller_id, order_id=placed.order_id)


def view(offer, placed):
    return order_view(offer.seller_id, placed.order_id)


def buyer_of(offer, placed):
    return Actor(ActorKind.BUYER, None, view(offer, placed).buyer_id, BUYER_POWERS)


def shown(offer, placed, actor=None):
    actor = actor or buyer_of(offer, placed)
    found = show_codes(actor=actor, seller_id=offer.seller_id, order_id=placed.order_id)
    return [code.text for codes in found.values() for code in codes]


def assert_all_proved():
    assert [(proof.name, proof.faults) for proof in run_proofs() if proof.faults] == []


@pytest.mark.django_db(transaction=True)
class TestCodes:
    def test_a_paid_order_has_its_codes_at_once_and_is_delivered(self):
        offer = digital_offer()
        codes_in(offer, 3)
        placed = buy(offer, quantity=2)
        Relay().deliver_pending()
        Relay().deliver_pending()
        assert view(offer, placed).state is OrderState.DELIVERED
        assert len(set(shown(offer, placed))) == 2
        (parcel,) = shipments(offer.seller_id, [placed.order_id])[placed.order_id]
        assert (parcel.kind, parcel.carrier) == (ParcelKind.DIGITAL, "digital")
        assert stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].on_hand == 1
        [letter] = [one for one in recent_messages() if one.kind == "fulfilment.parcel_digital"]
        assert not any(
            code in letter.text + letter.html + letter.subject for code in shown(offer, placed)
        )
        assert_all_proved()

    def test_delivering_again_gives_nothing_more(self):
        offer = digital_offer()
        codes_in(offer, 5)
        placed = buy(offer)
        assert deliver(offer, placed) is True
        assert deliver(offer, placed) is False
        assert counts(offer).assigned == 1

    def test_a_crash_between_the_steps_leaves_nothing_half_done(self):
        """The worker dies when the codes are given and the money is booked, before the commit."""
        offer = digital_offer()
        codes_in(offer, 2)
        placed = buy(offer)
        with pytest.raises(SystemExit), transaction.atomic():
            assert deliver(offer, placed)
            raise SystemExit
        assert counts(offer).assigned == 0
        assert view(offer, placed).state is OrderState.PLACED
        assert deliver(offer, placed)
        assert_all_proved()

    def test_only_its_buyer_sees_a_code(self):
        offer = digital_offer()
        codes_in(offer, 1)
        placed = buy(offer)
        deliver(offer, placed)
        stranger = Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS)
        with pytest.raises(NoSuchOrder):
            shown(offer, placed, stranger)
        assert counts(offer).shown == 0
        assert shown(offer, placed) and counts(offer).shown == 1

    def test_an_unpaid_order_gets_nothing(self):
        offer = digital_offer()
        codes_in(offer, 1)
        order = make_order_to_place(line_of(offer))
        placed = place_one(offer.seller_id, order)
        assert deliver(offer, placed) is False
        cancel_order(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            order_id=placed.order_id,
            reason=CancelReason.CHANGED_MIND,
        )
        assert stock_levels(offer.seller_id, [offer.stock_id])[offer.stock_id].free == 1
        assert_all_proved()

    def test_money_that_went_back_takes_the_codes_along(self):
        offer = digital_offer()
        codes_in(offer, 1)
        placed = buy(offer)
        deliver(offer, placed)
        move_order(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            order_id=placed.order_id,
            step=Step("take_back", SYSTEM, does=TAKE_BACK),
        )
        with pytest.raises(NotYoursAnyMore):
            shown(offer, placed)

    def test_goods_whose_codes_are_brought_late_wait_for_them(self):
        offer = digital_offer(units=2)
        placed = buy(offer)
        assert deliver(offer, placed) is False
        (part,) = digital_parts(view(offer, placed))
        assert part.form is DigitalForm.NOTHING_YET
        file_in(offer)
        assert deliver(offer, placed) is True
        assert view(offer, placed).state is OrderState.DELIVERED
        assert_all_proved()

    def test_the_last_codes_by_many_buyers(self):
        """Twelve buyers, five codes: five have one each, the others were told at the door."""
        offer = digital_offer()
        codes_in(offer, 5)

        def rush(_):
            try:
                order = make_order_to_place(
                    line_of(offer),
                    state=OrderState.PENDING,
                    due_at=now() + timedelta(hours=1),
                    payment_method="card",
                )
                placed = place_one(offer.seller_id, order)
                if placed.outcome is not Outcome.PLACED:
                    return placed.outcome
                pay(offer.seller_id, placed)
                deliver(offer, placed)
                return tuple(shown(offer, placed))
            finally:
                connection.close()

        with ThreadPoolExecutor(6) as crowd:
            told = list(crowd.map(rush, range(12)))
        codes = [one for one in told if isinstance(one, tuple)]
        assert len(codes) == 5 and len({code for (code,) in codes}) == 5
        assert told.count(Outcome.SOLD_OUT) == 7
        assert_all_proved()

    def test_one_order_served_by_two_at_once_gets_its_codes_once(self):
        offer = digital_offer()
        codes_in(offer, 4)
        placed = buy(offer, quantity=2)

        def serve(_):
            try:
                return deliver(offer, placed)
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as crowd:
            assert sorted(crowd.map(serve, range(4))) == [False, False, False, True]
        assert counts(offer).assigned == 2
        assert_all_proved()


@pytest.mark.django_db
class TestMixed:
    def test_the_digital_part_is_there_at_once_and_the_parcel_follows(self):
        digital = digital_offer()
        codes_in(digital, 1)
        thing = make_offer(10000, 5, seller_id=digital.seller_id)
        line = make_line(offer_id=thing.id, stock_id=thing.stock_id, unit_minor=10000)
        placed = make_paid_order(
            digital.seller_id, line_of(digital), line, delivery_minor=1800, tax_minor=235
        )
        assert deliver(digital, placed)
        assert view(digital, placed).state is OrderState.PLACED
        assert not view(digital, placed).can_be_cancelled
        confirm_order(actor=SYSTEM, seller_id=digital.seller_id, order_id=placed.order_id)
        move(OrderState.SHIPPED, digital.seller_id, placed.order_id)
        parcels = shipments(digital.seller_id, [placed.order_id])[placed.order_id]
        assert [one.has_charges for one in parcels] == [False, True]
        move(OrderState.DELIVERED, digital.seller_id, placed.order_id)
        assert view(digital, placed).state is OrderState.DELIVERED
        assert_all_proved()


@pytest.mark.django_db(transaction=True)
class TestFiles:
    def bought(self):
        offer = digital_offer()
        file_in(offer)
        placed = buy(offer)
        deliver(offer, placed)
        return offer, placed

    def token(self, offer, placed):
        (part,) = digital_parts(view(offer, placed))
        (file,) = part.files
        return file.token

    def test_a_link_gives_the_file_as_often_as_it_says(self):
        offer, placed = self.bought()
        token = self.token(offer, placed)
        for _ in range(MOST_TIMES):
            assert take_download(actor=SYSTEM, token=token).name == "book.pdf"
        with pytest.raises(LinkIsOver):
            take_download(actor=SYSTEM, token=token)
        assert take_download(actor=SYSTEM, token=token, goes_on=True)
        assert self.token(offer, placed) == ""

    def test_links_end_and_are_renewed_by_the_buyer(self):
        offer, placed = self.bought()
        old = self.token(offer, placed)
        DownloadGrant.objects.update(expires_at=now())
        with pytest.raises(LinkIsOver):
            take_download(actor=SYSTEM, token=old)
        key = {"seller_id": offer.seller_id, "order_id": placed.order_id}
        with pytest.raises(NoSuchOrder):
            renew_downloads(actor=Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS), **key)
        renew_downloads(actor=buyer_of(offer, placed), **key)
        with pytest.raises(LinkIsOver):
            take_download(actor=SYSTEM, token=old)
        assert take_download(actor=SYSTEM, token=self.token(offer, placed))

    def test_a_forged_link_leads_nowhere(self):
        offer, placed = self.bought()
        token = self.token(offer, placed)
        for forged in ("", "x", token[:-2], "B" + token[1:], f"{token}x", "../../etc/passwd"):
            with pytest.raises(NoSuchDownload):
                take_download(actor=SYSTEM, token=forged)

    def test_a_refund_ends_the_links(self):
        offer, placed = self.bought()
        token = self.token(offer, placed)
        move_order(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            order_id=placed.order_id,
            step=Step("take_back", SYSTEM, does=TAKE_BACK),
        )
        with pytest.raises(LinkIsOver):
            take_download(actor=SYSTEM, token=token)
