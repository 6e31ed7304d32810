"""The store's complaints at its desk: listed, answered, agreed with."""

import re
from io import BytesIO

import pytest

from tijara.domains.deals.queries import deal_of_order
from tijara.domains.deals.shapes import DealState, ProcessKind
from tijara.domains.deals.testing import choose, dispute, make_dispute
from tijara.domains.parties.shapes import Role
from tijara.domains.returns.queries import owed_of_orders
from tijara.domains.returns.testing import make_parted_order
from tijara.faces.seller_hub.tests.test_money import shop_of
from tijara.platform.pictures.tests.samples import lying_photo

pytestmark = pytest.mark.django_db(transaction=True)
HOSTILE = "<script>alert(1)</script>"


def state(order):
    return deal_of_order(order.seller_id, order.id).state


def test_from_the_complaint_to_the_answer(shop):
    order = make_dispute(seller_id=shop.seller_id)
    page = f"/hub/disputes/{order.id}"
    assert order.number in shop.read("/hub/disputes")
    assert page in shop.read(f"/hub/orders/{order.id}")
    assert "شكوى" in shop.read("/hub/money") and "/hub/disputes" in shop.read("/hub/")
    assert shop.post(f"{page}/answer", words=" ").status_code == 422
    assert shop.post(f"{page}/answer", words=HOSTILE).status_code == 303
    assert state(order) == DealState.ANSWERED
    shown = shop.read(page)
    assert HOSTILE not in shown and "&lt;script&gt;" in shown
    assert order.number not in shop.read("/hub/disputes")
    assert order.number in shop.read("/hub/disputes?view=open")
    assert shop.post(f"{page}/answer", words="ثانية").status_code == 303
    assert len(shop.read(page).split("blockquote")) == 5


def test_the_answer_is_a_ready_text_with_pictures(shop, open_shop, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    order = make_dispute(seller_id=shop.seller_id)
    page = f"/hub/disputes/{order.id}"
    text = re.search(r'<option value="([^"]{20,})"', shop.read(page))[1]
    wrong = shop.post(f"{page}/answer", words=text, photos=BytesIO(b"nothing"))
    assert wrong.status_code == 422 and text in wrong.content.decode()
    assert state(order) == DealState.DISPUTED and not list(tmp_path.rglob("*.*"))
    mine = f"{text} وشكرًا."
    told = {"words": " ", "ready": mine, "keep": "on", "photos": BytesIO(lying_photo())}
    assert shop.post(f"{page}/answer", **told).status_code == 303
    shown = shop.read(page)
    assert mine in shown
    picture = re.search(rf'src="({page}/photos/[^"]+)"', shown)[1]
    assert shop.browser.get(picture)["Content-Type"] == "image/webp"
    assert open_shop(name_ar="متجر الجار").browser.get(picture).status_code == 404
    assert mine in shop.read("/hub/texts")


def test_one_that_is_told_before_the_rest_has_come_waits_for_it(shop):
    choose(ProcessKind.FOR_BUYER)
    order, _ = make_parted_order(seller_id=shop.seller_id, protection_days=3)
    dispute(order)
    page = f"/hub/disputes/{order.id}"
    assert page in shop.read(f"/hub/orders/{order.id}")
    assert order.number in shop.read("/hub/disputes?view=open")
    shown = shop.read(page)
    assert "تبدأ مهلة الردّ مع وصول آخر طرد" in shown
    assert "/answer" not in shown and "/giving-in" not in shown
    assert shop.post(f"{page}/answer", words="سليمة").status_code == 303
    assert state(order) == DealState.COMPLAINED


def test_agreeing_gives_the_money_back(shop):
    order = make_dispute(seller_id=shop.seller_id)
    assert shop.post(f"/hub/disputes/{order.id}/giving-in").status_code == 303
    (owed,) = owed_of_orders(order.seller_id, [order.id])[order.id]
    assert (state(order), owed.amount.minor) == (DealState.UNDONE, 25000)
    assert order.number in shop.read("/hub/disputes?view=done")


def test_a_clerk_answers_and_gives_nothing_away(shop):
    order = make_dispute(seller_id=shop.seller_id)
    clerk = shop_of(shop.seller_id, Role.CLERK)
    assert "giving-in" not in clerk.read(f"/hub/disputes/{order.id}")
    assert clerk.post(f"/hub/disputes/{order.id}/giving-in").status_code == 403
    assert clerk.post(f"/hub/disputes/{order.id}/answer", words="نعم").status_code == 303


def test_anothers_is_unknown(shop):
    order = make_dispute()
    assert shop.browser.get(f"/hub/disputes/{order.id}").status_code == 404
    assert shop.post(f"/hub/disputes/{order.id}/answer", words="لي").status_code == 404
    assert state(order) == DealState.DISPUTED
