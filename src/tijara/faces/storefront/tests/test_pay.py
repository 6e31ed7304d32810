"""The pages of a payment: what a buyer sees and brings; cards are tried in faces/hooks."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from tijara.domains.checkout.queries import orders_of_buyer
from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.queries import order_link_token
from tijara.domains.payments.actions import approve_transfer, cancel_charge, expire_charges
from tijara.domains.payments.queries import charge_by_id, pay_link_token
from tijara.domains.payments.shapes import OFFERED, ChargeState, PaymentMethod
from tijara.domains.payments.testing import let_time_pass, make_charge
from tijara.domains.search.testing import make_shelved_offer
from tijara.faces.storefront.tests.shopper import Shopper
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.ui.visitors import remember_guest

pytestmark = pytest.mark.django_db(transaction=True)
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100
FILES = {
    "png": PNG,
    "jpeg": b"\xff\xd8\xff\xe0" + b"0" * 100,
    "pdf": b"%PDF-1.7\n" + b"0" * 100,
    "webp": b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"0" * 100,
}
NO_RECEIPTS = {
    "html": b"<html><script>alert(1)</script>",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "xlsx": b"PK\x03\x04" + b"0" * 100,
    "exe": b"MZ\x90\x00" + b"\x00" * 100,
    "empty": b"",
}


def browser_of(buyer_id) -> Client:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    answer = HttpResponse()
    remember_guest(answer, buyer_id)
    browser.cookies.update(answer.cookies)
    return browser


@pytest.fixture
def market(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return make_market(
        payment_methods=OFFERED,
        bank_iban="SA0380000000608010167519",
        bank_name="مصرف <b>",
        bank_holder="شركة تجارة",
    )


@pytest.fixture
def charge(market):
    due_at = now() + timedelta(hours=72)
    given = {"market_id": market.id, "method": PaymentMethod.BANK_TRANSFER, "due_at": due_at}
    return make_charge(None, 10000, 24900, **given)


@pytest.fixture
def browser(charge):
    return browser_of(charge.buyer_id)


def bring(browser, key, content: bytes, name: str = "receipt.png"):
    return browser.post(f"/pay/{key}/receipts", {"receipt": SimpleUploadedFile(name, content)})


def read(browser, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def test_a_transfer_is_explained(browser, charge):
    shown = read(browser, f"/pay/{charge.checkout_id}")
    assert "SA03 8000 0000 6080 1016 7519" in shown
    assert 'data-copy="SA0380000000608010167519"' in shown
    assert charge.reference in shown and charge.parts[0].number in shown
    assert "مصرف &lt;b&gt;" in shown
    assert "Transfer to this account" in read(browser, f"/en/pay/{charge.checkout_id}")


def test_the_page_is_kept_by_no_cache_and_found_by_no_engine(browser, charge):
    answer = browser.get(f"/pay/{charge.checkout_id}")
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer.content.decode()


@pytest.mark.parametrize("kind", FILES)
def test_a_receipt_is_taken_by_what_it_is(browser, charge, kind):
    assert bring(browser, charge.checkout_id, FILES[kind], "x.exe").status_code == 303
    assert charge_by_id(charge.id).is_waiting_for_staff
    assert "نطابقه مع حسابنا" in read(browser, f"/pay/{charge.checkout_id}")


def market_of_transfers():
    make_market(
        payment_methods=OFFERED,
        bank_iban="SA0380000000608010167519",
        bank_name="بنك",
        bank_holder="شركة",
    )


def test_who_goes_back_from_paying_finds_what_he_has_ordered_and_may_take_it_apart():
    guest, offer = Shopper(), make_shelved_offer(units=5)
    market_of_transfers()
    guest.picks(offer, quantity="2")
    page = guest.confirms(payment="bank_transfer")["Location"]
    checkout_id = page.rpartition("/")[2]
    assert guest.client.get("/checkout")["Location"] == "/cart"
    cart = guest.sees("/cart")
    assert f'href="{page}"' in cart and "طلب لك ينتظر الدفع" in cart
    assert "سلّتك تنتظر أول اختيار" not in cart
    assert Shopper().sends(f"/checkouts/{checkout_id}/withdrawal").status_code == 404
    assert guest.sends(f"/checkouts/{checkout_id}/withdrawal")["Location"] == "/cart"
    again = guest.sees("/cart")
    assert 'value="2" maxlength="3"' in again and "طلب لك ينتظر الدفع" not in again
    assert guest.sends(f"/checkouts/{checkout_id}/withdrawal")["Location"] == page
    assert 'value="2" maxlength="3"' in guest.sees("/cart")


def test_a_payment_that_is_looked_for_is_not_asked_for_again(market):
    """He has brought a receipt: cart, order and list say the same."""
    guest, offer = Shopper(), make_shelved_offer(units=5)
    market_of_transfers()
    guest.picks(offer)
    page = guest.confirms(payment="bank_transfer")["Location"]
    (order,) = orders_of_buyer(guest.buyer_id())
    bring(guest.client, order.checkout_id, PNG)
    token = order_link_token(order.seller_id, order.id)
    for path in ("/cart", f"/orders/{token}", f"/checkouts/{order.checkout_id}"):
        shown = guest.sees(path)
        assert "وصلنا إيصالك" in shown and "ادفع الآن" not in shown, path
    withdrawal = f"/checkouts/{order.checkout_id}/withdrawal"
    assert withdrawal not in guest.sees("/cart") + guest.sees(page)
    assert guest.sends(withdrawal)["Location"] == page


def test_who_has_sent_a_receipt_is_not_asked_to_pay_again():
    guest, offer = Shopper(), make_shelved_offer(units=5)
    market_of_transfers()
    guest.picks(offer)
    guest.confirms(payment="bank_transfer")
    (order,) = orders_of_buyer(guest.buyer_id())
    pages = (
        f"/orders/{order_link_token(order.seller_id, order.id)}",
        f"/checkouts/{order.checkout_id}",
    )
    assert all("ادفع الآن" in guest.sees(path) for path in pages)
    assert "ينتظرك" in guest.sees("/orders")
    bring(guest.client, order.checkout_id, PNG)
    for path in pages:
        shown = guest.sees(path)
        assert "وصلنا إيصالك" in shown and "ادفع الآن" not in shown
    assert "الإيصال قيد المطابقة" in guest.sees("/orders")
    guest.sends(f"{pages[0]}/cancellation", reason="changed_mind")
    assert "دفعة لك لا تزال في الطريق" in guest.sees(pages[0])


@pytest.mark.parametrize("kind", NO_RECEIPTS)
def test_what_is_no_receipt_is_refused_whatever_it_is_called(browser, charge, kind):
    answer = bring(browser, charge.checkout_id, NO_RECEIPTS[kind])
    assert answer.status_code == 422
    assert charge_by_id(charge.id).receipts == ()


def test_a_huge_file_is_refused(browser, charge):
    assert bring(browser, charge.checkout_id, PNG + b"0" * 10_500_000).status_code == 422
    assert charge_by_id(charge.id).receipts == ()


def test_one_receipt_waits_at_a_time(browser, charge):
    for _ in range(2):
        assert bring(browser, charge.checkout_id, PNG).status_code == 303
    assert len(charge_by_id(charge.id).receipts) == 1


def test_its_owner_gets_it_back_as_a_file(browser, charge):
    bring(browser, charge.checkout_id, PNG)
    (receipt,) = charge_by_id(charge.id).receipts
    address = f"/pay/{charge.checkout_id}/receipts/{receipt.id}"
    answer = browser.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content) == PNG
    stranger = browser_of(new_id())
    other = make_charge(new_id(), method=PaymentMethod.BANK_TRANSFER, market_id=charge.market_id)
    assert stranger.get(address).status_code == 404
    mine = browser_of(other.buyer_id)
    assert mine.get(f"/pay/{other.checkout_id}/receipts/{receipt.id}").status_code == 404


def test_the_link_of_the_message_opens_it_for_whoever_holds_it(charge):
    letter = recent_messages(1)[0]
    assert letter.kind == "payments.transfer_due"
    key = letter.text.partition("/pay/")[2].split()[0]
    assert key == pay_link_token(charge.buyer_id, charge.checkout_id)
    anybody = Client(headers={"sec-fetch-site": "same-origin"})
    assert charge.reference in read(anybody, f"/pay/{key}")
    assert bring(anybody, key, PNG).status_code == 303
    assert anybody.get(f"/pay/{key[:-2]}xx").status_code == 404
    assert anybody.get(f"/pay/{charge.checkout_id}").status_code == 404


def test_when_it_is_paid_the_buyer_goes_on_and_the_link_says_so(browser, charge):
    given = {"buyer_id": charge.buyer_id, "charge_id": charge.id}
    approve_transfer(actor=SYSTEM, received=charge.amount, bank_reference="FT1", **given)
    answer = browser.get(f"/pay/{charge.checkout_id}")
    part = charge.parts[0]  # of no checkout: he is led to the first of its orders
    assert answer["Location"] == f"/orders/{order_link_token(part.seller_id, part.order_id)}"
    key = pay_link_token(charge.buyer_id, charge.checkout_id)
    assert "وصلت دفعتك" in read(Client(), f"/pay/{key}")
    assert bring(browser, charge.checkout_id, PNG).status_code == 303
    assert charge_by_id(charge.id).receipts == ()


def test_a_transfer_whose_receipt_waits_does_not_expire(browser, charge):
    bring(browser, charge.checkout_id, PNG)
    let_time_pass(hours=100)
    assert expire_charges(actor=SYSTEM) == 0
    assert charge_by_id(charge.id).state is ChargeState.OPEN


def test_a_transfer_that_nobody_sent_expires(browser, charge):
    let_time_pass(hours=73)
    assert expire_charges(actor=SYSTEM) == 1
    assert "انتهت مهلة الدفع" in read(browser, f"/pay/{charge.checkout_id}")
    assert bring(browser, charge.checkout_id, PNG).status_code == 303
    assert charge_by_id(charge.id).receipts == ()


def test_what_was_called_off_says_so(browser, charge):
    cancel_charge(actor=SYSTEM, buyer_id=charge.buyer_id, charge_id=charge.id)
    assert "أُلغي الطلب" in read(browser, f"/pay/{charge.checkout_id}")


def test_a_form_without_a_file_says_what_is_missing(browser, charge):
    answer = browser.post(f"/pay/{charge.checkout_id}/receipts", {})
    assert answer.status_code == 422
    assert "اختر صورة" in answer.content.decode()
    answer = browser.post(f"/pay/{charge.checkout_id}/receipts", {"receipt": "text"})
    assert answer.status_code == 422
