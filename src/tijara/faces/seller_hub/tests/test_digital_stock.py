"""Codes and files at the hub."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.catalogue.testing import make_product
from tijara.domains.fulfilment.testing import make_digital_order
from tijara.domains.inventory.queries import codes_of_stock, files_of_stocks, stock_levels
from tijara.domains.offers.queries import own_offers
from tijara.domains.offers.testing import make_offer

pytestmark = pytest.mark.django_db(transaction=True)
CODE = "XBOX-<b>1234</b>-ABCD"


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def offer(shop):
    product = make_product(kind="digital", name_ar="<b>بطاقة</b> ألعاب")
    return make_offer(5000, 0, seller_id=shop.seller_id, product=product)


def on_hand(shop, offer) -> int:
    return stock_levels(shop.seller_id, [offer.stock_id])[offer.stock_id].on_hand


def test_codes_are_pasted_and_never_read_back(shop, offer):
    path = f"/hub/stock/{offer.stock_id}/codes"
    shop.post(path, codes=f"{CODE}\nSECOND-9876")
    assert on_hand(shop, offer) == 2
    shown = shop.read(path)
    assert "أُضيف رمزان" in shown and "…ABCD" in shown
    assert "XBOX" not in shown and "<b>بطاقة" not in shown
    shop.post(path, codes=f"{CODE}\nTHIRD-5555")
    assert "كان موجودًا من قبل" in shop.read(path)
    assert on_hand(shop, offer) == 3


def test_codes_come_in_a_file_too(shop, offer):
    path = f"/hub/stock/{offer.stock_id}/codes"
    file = SimpleUploadedFile("codes.txt", "\ufeffA-1\r\nB-2\r\n".encode())
    shop.browser.post(path, {"codes": "", "file": file})
    assert on_hand(shop, offer) == 2
    binary = SimpleUploadedFile("codes.txt", b"\xff\xfe\x00\x01")
    assert shop.browser.post(path, {"codes": "", "file": binary}).status_code == 422


def test_what_was_typed_stays_when_it_is_refused(shop, offer):
    path = f"/hub/stock/{offer.stock_id}/codes"
    answer = shop.post(path, codes="x" * 401)
    assert answer.status_code == 422 and "x" * 401 in answer.content.decode()
    assert on_hand(shop, offer) == 0


def test_a_wrong_code_is_taken_out(shop, offer):
    path = f"/hub/stock/{offer.stock_id}/codes"
    shop.post(path, codes="A-1\nB-2")
    (first, _) = codes_of_stock(shop.seller_id, offer.stock_id, waiting=True).items
    for _ in range(2):
        shop.post(f"{path}/{first.id}/withdrawal")
    assert on_hand(shop, offer) == 1


def test_a_sold_code_leads_to_its_order(shop):
    offer, placed = make_digital_order(codes=["A-1", "B-2"], seller_id=shop.seller_id)
    shown = shop.read(f"/hub/stock/{offer.stock_id}/codes?sold=1")
    assert f"/hub/orders/{placed.order_id}" in shown
    assert "A-1" not in shown
    assert "لم يره بعد" in shop.read(f"/hub/orders/{placed.order_id}")


def test_a_file_is_put_on_sale_and_a_program_is_not(shop, offer):
    path = f"/hub/stock/{offer.stock_id}/files"
    program = SimpleUploadedFile("book.pdf", b"MZ\x90\x00")
    assert shop.browser.post(path, {"file": program}).status_code == 422
    assert shop.browser.post(path, {}).status_code == 422
    book = SimpleUploadedFile("<script>.pdf", b"%PDF-1.7\n")
    assert shop.browser.post(path, {"file": book}).status_code == 303
    assert "<script>.pdf" not in shop.read(path)
    (file,) = files_of_stocks(shop.seller_id, [offer.stock_id])[offer.stock_id]
    shop.post(f"{path}/{file.id}/removal")
    assert "هذا ملفه الوحيد" in shop.read(path)
    assert "لا ينفد" in shop.read("/hub/stock")


def grid_of(shop, offer) -> str:
    return shop.read(f"/hub/products/{offer.product_id}/terms")


def test_the_grid_of_prices_leads_to_where_codes_and_files_are_brought(shop, offer):
    base = f"/hub/stock/{offer.stock_id}"
    shown = grid_of(shop, offer)
    assert "لا شيء يُسلَّم بعد" in shown and 'name="units_' not in shown
    assert f'href="{base}/codes"' in shown and f'href="{base}/files"' in shown
    shop.post(f"{base}/codes", codes="A-1\nB-2\nC-3")
    shown = grid_of(shop, offer)
    assert "بقيت 3 رموز" in shown
    assert f'href="{base}/codes"' in shown and f'href="{base}/files"' not in shown
    address = f"/hub/products/{offer.product_id}/terms"
    typed = {f"price_{offer.variant_id}": "60", f"units_{offer.variant_id}": "900"}
    assert shop.post(address, handling_days="1", **typed).status_code == 303
    (now,) = own_offers(shop.seller_id, offer.product_id)
    assert (now.price.minor, now.on_hand) == (6000, 3)


def test_the_grid_says_how_many_files_are_on_sale(shop, offer):
    base = f"/hub/stock/{offer.stock_id}"
    book = SimpleUploadedFile("a.pdf", b"%PDF-1.7\n")
    shop.browser.post(f"{base}/files", {"file": book})
    shown = grid_of(shop, offer)
    assert "ملف واحد للتحميل" in shown and f'href="{base}/codes"' not in shown


def test_what_is_offered_first_gets_its_codes_afterwards(shop):
    product = make_product(kind="digital", name_ar="بطاقة")
    make_offer(5000, 0, product=product)  # another seller's: so it is on the shelf
    address = f"/hub/products/{product.product_id}/terms"
    assert "احفظ السعر أولًا" in shop.read(address)
    given = {f"price_{product.variant_id}": "60", f"units_{product.variant_id}": "5"}
    assert shop.post(address, handling_days="0", **given).status_code == 303
    assert "لا شيء يُسلَّم بعد" in shop.read(address)
    (mine,) = own_offers(shop.seller_id, product.product_id)
    assert mine.on_hand == 0


def test_things_are_counted_as_ever(shop):
    thing = shop.offer(units=3)
    shown = grid_of(shop, thing)
    assert f'name="units_{thing.variant_id}" value="3"' in shown


@pytest.mark.parametrize("language", ["", "/en"])
def test_an_order_without_a_parcel_shows_no_way_and_no_place(shop, language):
    signs = ("<address>", "/slip", "/shipment", "/confirmation", "/packing")
    _offer, bought = make_digital_order(codes=["A-1"], seller_id=shop.seller_id)
    _offer, waiting = make_digital_order(units=2, seller_id=shop.seller_id)
    for order in (bought, waiting):
        shown = shop.read(f"{language}/hub/orders/{order.order_id}")
        assert [sign for sign in signs if sign in shown] == []
    carried = shop.read(f"{language}/hub/orders/{shop.sale().order_id}")
    assert "<address>" in carried and "/confirmation" in carried


def test_a_thing_has_neither_codes_nor_files(shop):
    thing = shop.offer(units=3)
    assert "الرموز للمنتجات الرقمية" in shop.read(f"/hub/stock/{thing.stock_id}/codes")
    assert shop.post(f"/hub/stock/{thing.stock_id}/codes", codes="A").status_code == 422
    book = SimpleUploadedFile("a.pdf", b"%PDF-1.7\n")
    path = f"/hub/stock/{thing.stock_id}/files"
    assert shop.browser.post(path, {"file": book}).status_code == 422
    assert on_hand(shop, thing) == 3


def test_goods_that_were_paid_before_their_codes_came_are_delivered_by_a_press(shop, offer):
    bought, placed = make_digital_order(seller_id=shop.seller_id, units=2)
    act = f"/hub/orders/{placed.order_id}/digital"
    shop.post(act)
    assert "لا شيء يُسلَّم بعد" in shop.read(f"/hub/orders/{placed.order_id}")
    book = SimpleUploadedFile("a.pdf", b"%PDF-1.7\n")
    shop.browser.post(f"/hub/stock/{bought.stock_id}/files", {"file": book})
    shop.post(act)
    assert "سُلّم، وأُبلغ المشتري" in shop.read(f"/hub/orders/{placed.order_id}")
