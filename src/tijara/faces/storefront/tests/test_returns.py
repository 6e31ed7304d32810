"""A buyer sends something back, from his order's page, without a script."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client

from tijara.domains.catalogue.actions import grant_after_sale
from tijara.domains.catalogue.testing import make_product
from tijara.domains.markets.queries import working_days, zone_of
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.actions import cancel_order
from tijara.domains.orders.queries import order_link_token
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    approve_return,
    ask_buyer,
    exchange_return,
    keep_label,
    reject_return,
    set_carriage_terms,
)
from tijara.domains.returns.queries import returns_of_order
from tijara.domains.returns.shapes import CarriageTerms, Payer, Wish
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.testing import make_paid_order, make_return, name_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.files import FileKind, store
from tijara.platform.outbox.relay import Relay
from tijara.platform.pictures.tests.samples import lying_photo

pytestmark = pytest.mark.django_db
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


@pytest.fixture
def client():
    return Client(headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def order():
    made = make_paid_order()
    name_store(made.seller_id)
    return made


def page_of(order, *rest):
    token = order_link_token(order.seller_id, order.id)
    return "/".join((f"/orders/{token}", *map(str, rest)))


def form(order, **given):
    told = {"id": new_id(), f"units-{order.lines[0].id}": "1", "reason": "faulty"}
    return told | {"wish": "refund", "words": "لا تعمل"} | given


def text_of(response):
    return response.content.decode()


def test_the_order_leads_to_the_form_as_long_as_something_may_go_back(client, order):
    assert page_of(order, "returns/new") in text_of(client.get(page_of(order)))
    make_return(order, {order.lines[0].id: 2})
    assert "returns/new" not in text_of(client.get(page_of(order)))
    assert "لا شيء" in text_of(client.get(page_of(order, "returns/new")))


def test_an_order_on_its_way_has_nothing_to_send_back(client):
    order = make_paid_order(state=OrderState.SHIPPED)
    name_store(order.seller_id)
    assert "returns/new" not in text_of(client.get(page_of(order)))


def test_asking_with_a_picture_in_arabic_digits(client, order, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    photo = BytesIO(lying_photo())
    photo.name = "fault.jpg"
    given = form(order, **{f"units-{order.lines[0].id}": "٢", "photos": photo})
    answer = client.post(page_of(order, "returns/new"), given)
    assert answer.status_code == 303
    (told,) = returns_of_order(order.seller_id, order.id)
    assert (told.pieces, told.said[0].text) == (2, "لا تعمل")
    shown = client.get(answer["Location"])
    assert told.number in text_of(shown) and shown["Cache-Control"] == "private, no-store"
    picture = client.get(page_of(order, "returns", told.id, "photos", told.photos[0].file_id))
    assert picture["Content-Type"] == "image/webp"


@pytest.mark.parametrize(
    "given",
    [{"reason": ""}, {"reason": "x"}, {"wish": "x"}, {"words": "ب" * 1001}],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(client, order, given):
    answer = client.post(page_of(order, "returns/new"), form(order, words="باقٍ هنا") | given)
    assert answer.status_code == 422
    assert given.get("words", "باقٍ هنا") in text_of(answer)
    assert returns_of_order(order.seller_id, order.id) == []


def test_goods_that_the_law_excepts_go_back_for_a_fault_only_and_the_form_says_why(client, order):
    told = {"actor": SYSTEM, "path": "coffee-and-hosting", "return_days": None}
    grant_after_sale(**told, warranty_months=None, goods_kind="perishable")
    shown = text_of(client.get(page_of(order, "returns/new")))
    assert "ما يفسد سريعًا" in shown and 'value="changed_mind"' not in shown
    unwanted = form(order, reason="changed_mind")
    assert client.post(page_of(order, "returns/new"), unwanted).status_code == 422
    grant_after_sale(**told | {"return_days": 0}, warranty_months=None, goods_kind="device")
    shown = text_of(client.get(page_of(order, "returns/new")))
    assert 'value="changed_mind"' in shown and 'value="warranty"' in shown
    assert client.post(page_of(order, "returns/new"), unwanted).status_code == 303


@pytest.mark.parametrize("units", ["", "0", "3", "-1", "x", "1e9"])
def test_units_that_cannot_be_are_refused(client, order, units):
    given = form(order, **{f"units-{order.lines[0].id}": units})
    assert client.post(page_of(order, "returns/new"), given).status_code == 422


def test_every_step_of_the_buyer_from_his_page(client, order):
    told = make_return(order)
    which = {"actor": SYSTEM, "seller_id": order.seller_id, "return_id": told.id}
    here = page_of(order, "returns", told.id)

    def post(act, **given):
        return client.post(f"{here}/{act}", given).status_code

    def state():
        return returns_of_order(order.seller_id, order.id)[0].state

    ask_buyer(**which | {"actor": STAFF}, words="أي زر؟")
    assert "أي زر؟" in text_of(client.get(here))
    assert (post("answer"), state()) == (422, S.ASKED)
    assert (post("answer", words="الأحمر"), state()) == (303, S.REQUESTED)
    reject_return(**which | {"actor": STAFF}, words="لا")
    assert (post("appeal", words="بلى"), state()) == (303, S.APPEALED)
    approve_return(**which | {"actor": STAFF})
    assert told.number in text_of(client.get(f"{here}/slip"))
    assert (post("sending"), state()) == (422, S.APPROVED)
    assert (post("sending", carrier="سمسا"), state()) == (303, S.SENT)
    assert (post("withdrawal"), state()) == (303, S.SENT)
    assert post("approval") == 404


def test_another_orders_return_is_unknown(client, order):
    other = make_paid_order()
    told = make_return(other)
    for rest in ((), ("slip",), ("photos", new_id())):
        assert client.get(page_of(order, "returns", told.id, *rest)).status_code == 404
    assert client.post(page_of(order, "returns", told.id, "withdrawal")).status_code == 404


def test_another_variant_is_offered_with_what_it_costs_more_or_less(client, order):
    make_market(payment_methods=("card", "cash_on_delivery"))
    product = replace(make_product(), product_id=order.lines[0].product_id)
    dear = make_offer(14500, seller_id=order.seller_id, product=product)
    cheap = make_offer(
        9500,
        seller_id=order.seller_id,
        product=replace(make_product(), product_id=product.product_id),
    )
    shown = text_of(client.get(page_of(order, "returns/new")))
    assert shown.count('name="variant"') == 3
    assert 'value="30.00"' in shown and 'value="20.00"' in shown
    assert f'value="{PaymentMethod.CARD}"' in shown
    for offer, paid in ((dear, "30.00"), (cheap, "20.00")):
        asked = form(order, wish="exchange", variant=offer.variant_id, pay_with="card")
        answer = client.post(page_of(order, "returns/new"), asked)
        assert paid in text_of(client.get(answer["Location"]))
    wrong = form(order, wish="exchange", variant=dear.variant_id, pay_with="shells")
    assert client.post(page_of(order, "returns/new"), wrong).status_code == 422


def test_who_owes_the_difference_is_told_so_until_his_piece_is_on_its_way(client, order):
    make_market(payment_methods=("card", "cash_on_delivery"))
    product = replace(make_product(), product_id=order.lines[0].product_id)
    dear = make_offer(14500, seller_id=order.seller_id, product=product)
    wish = {"wish": Wish.EXCHANGE, "variant_id": dear.variant_id}
    told = make_return(order, {order.lines[0].id: 1}, S.INSPECTED, **wish, pay_with="card")
    new_id = exchange_return(actor=SYSTEM, seller_id=order.seller_id, return_id=told.id)
    here = page_of(order, "returns", told.id)
    waits = text_of(client.get(here))
    assert "بقي أن تدفع الفرق" in waits
    assert "ينتظرك" in returns_of_page(client, order)
    paying = text_of(client.get(re.search('class="btn primary" href="(/pay/[^"]+)"', waits)[1]))
    assert "145.00" in paying and "115.00" in paying and "30.00" in paying
    cancel_order(
        actor=SYSTEM, seller_id=order.seller_id, order_id=new_id, reason=CancelReason.NOT_PAID
    )
    over = text_of(client.get(here))
    assert "لم يتمّ الاستبدال" in over and "/pay/" not in over and "استُبدل" not in over
    assert "انتهى" in returns_of_page(client, order)


def returns_of_page(client, order):
    """What the order's page says of them."""
    return (
        text_of(client.get(page_of(order))).partition("<h2>الإرجاع</h2>")[2].partition("</nav>")[0]
    )


def test_it_is_fetched_on_the_day_that_he_says(client, order):
    told = make_return(order, state=S.APPROVED)
    here = page_of(order, "returns", told.id)
    day = working_days("SA").after(now().astimezone(zone_of("SA")).date(), 2)
    for wrong in ("", "x", "2020-01-01"):
        refused = client.post(f"{here}/pickup", {"day": wrong, "place": "عند الحارس"})
        assert refused.status_code == 422 and "عند الحارس" in text_of(refused)
    assert client.post(f"{here}/pickup", {"day": str(day), "place": "الحارس"}).status_code == 303
    assert returns_of_order(order.seller_id, order.id)[0].pickup_on == day
    assert "الحارس" in text_of(client.get(here))


def test_the_label_is_there_when_it_is_printed(client, order, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    told = make_return(order, state=S.APPROVED)
    here = page_of(order, "returns", told.id)
    assert client.get(f"{here}/label").status_code == 404
    assert f"{here}/label" not in text_of(client.get(here))
    pdf = store(
        order.seller_id,
        BytesIO(b"%PDF-1.7 label"),
        accepted=frozenset({FileKind.PDF}),
        most_bytes=100,
    )
    keep_label(actor=SYSTEM, seller_id=order.seller_id, return_id=told.id, file_id=pdf.id)
    assert f"{here}/label" in text_of(client.get(here))
    assert client.get(f"{here}/label")["Content-Type"] == "application/pdf"


def test_who_pays_the_way_back_is_said_before_anything_is_asked(client, order):
    silent = text_of(client.get(page_of(order, "returns/new")))
    assert "على من شحن الإرجاع" not in silent
    set_carriage_terms(
        actor=SYSTEM,
        market_id=markets_of([order.seller_id])[order.seller_id],
        terms=CarriageTerms(charge_minor=1750),
    )
    shown = text_of(client.get(page_of(order, "returns/new")))
    assert "على من شحن الإرجاع" in shown and shown.count("17.50") >= 2
    assert "شحن الإرجاع عليك" in shown and "شحن الإرجاع على المتجر" in shown
    told = client.post(page_of(order, "returns/new"), form(order, reason="faulty"))
    mine = text_of(client.get(told["Location"]))
    assert "شحن الإرجاع على المتجر" in mine and "17.50" in mine
    made = returns_of_order(order.seller_id, order.id)[0]
    assert (made.payer, made.carriage.minor) == (Payer.SELLER, 1750)


def test_what_was_put_down_is_told_with_what_became_of_it(client):
    order = make_paid_order(
        PaymentMethod.CASH_ON_DELIVERY, OrderState.CONFIRMED, deposit_minor=5000
    )
    name_store(order.seller_id)
    while Relay().deliver_pending():
        pass
    shown = text_of(client.get(page_of(order)))
    assert "العربون" in shown and "محفوظ لطلبك" in shown
