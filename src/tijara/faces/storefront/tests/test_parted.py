"""The page of an order of which one parcel has come and the other is on its way."""

import pytest
from django.test import Client

from tijara.domains.deals.queries import dispute_of_order
from tijara.domains.deals.shapes import DealState, ProcessKind
from tijara.domains.deals.testing import choose
from tijara.domains.fulfilment.actions import record_delivery
from tijara.domains.orders.queries import order_link_token
from tijara.domains.returns.queries import returns_of_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.returns.testing import make_parted_order, name_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
BEGINS = {
    "": "أمّا مهلة العدول فتبدأ مع وصول آخر طرد",
    "/en": "Your days to change your mind begin with the last parcel",
    "/fr": "Votre délai de rétractation commence avec le dernier colis",
}
TELL_NOW = {
    "": "فأخبرنا من الآن",
    "/en": "If something is wrong with what has come, tell us now",
    "/fr": "Si quelque chose ne va pas, dites-le dès maintenant",
}


@pytest.fixture
def client():
    return Client(headers={"sec-fetch-site": "same-origin"})


@pytest.fixture
def parted():
    choose(ProcessKind.FOR_BUYER)
    order, rest = make_parted_order(protection_days=3, languages=("ar", "en", "fr"))
    name_store(order.seller_id)
    return order, rest


def page_of(order, rest=""):
    return f"/orders/{order_link_token(order.seller_id, order.id)}{rest}"


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["", "/en", "/fr"])
def test_it_says_what_may_be_done_already_and_leads_there(client, parted, language):
    order, _ = parted
    page = read(client, language + page_of(order))
    assert BEGINS[language] in page and TELL_NOW[language] in page
    assert f"{language}{page_of(order, '/returns/new')}" in page
    assert f"{language}{page_of(order, '/dispute')}" in page


def test_what_has_come_is_asked_to_be_sent_back_as_unwanted(client, parted):
    order, _ = parted
    form = page_of(order, "/returns/new")
    assert "تبدأ مهلتك مع وصول آخر طرد" in read(client, form)
    line = order.lines[0].id
    given = {"id": new_id(), f"units-{line}": "1", "reason": RefundReason.CHANGED_MIND}
    assert client.post(form, given | {f"units-{line}": "2"}).status_code == 422
    assert client.post(form, given).status_code == 303
    (told,) = returns_of_order(order.seller_id, order.id)
    assert told.pieces == 1
    assert told.number in read(client, page_of(order))


def test_what_is_wrong_is_told_at_once_and_followed(client, parted):
    order, rest = parted
    page = page_of(order, "/dispute")
    assert "وتبدأ مهلة ردّه حين تصلك بقية طلبك" in read(client, page)
    assert client.post(page, {"reason": "damaged", "words": "مكسورة"}).status_code == 303
    assert dispute_of_order(order.seller_id, order.id).state is DealState.COMPLAINED
    shown = read(client, page)
    assert "تبدأ مهلة ردّ المتجر حين تصلك بقية طلبك" in shown and "/withdrawal" not in shown
    assert client.post(f"{page}/withdrawal").status_code == 303
    assert dispute_of_order(order.seller_id, order.id).state is DealState.COMPLAINED
    assert "Look at your complaint" in read(client, f"/en{page_of(order)}")
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=rest)
    while Relay().deliver_pending():
        pass
    shown = read(client, page)
    assert "وصلت بقية الطلب، وعلى المتجر أن يردّ" in shown and "/withdrawal" in shown
