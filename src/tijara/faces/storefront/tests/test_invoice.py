"""A buyer reads the invoice of his order by the order's own link, and no other's."""

import pytest
from django.test import Client

from tijara.domains.invoicing.actions import print_invoices
from tijara.domains.invoicing.testing import IDENTITY, make_invoice, make_unprintable
from tijara.domains.orders.queries import order_link_token
from tijara.domains.parties.testing import make_seller
from tijara.domains.returns.testing import make_paid_order, make_refunded_order
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def link(invoice):
    token = order_link_token(invoice.seller_id, invoice.order_id)
    return f"/orders/{token}/invoices/{invoice.id}"


def test_the_order_leads_to_its_invoice_and_the_invoice_to_its_pdf():
    store = make_store()
    written = make_invoice(store.seller_id)
    browser = Client()
    order_page = link(written).split("/invoices/")[0]
    assert link(written) in browser.get(order_page).content.decode()
    shown = browser.get(link(written)).content.decode()
    assert written.number in shown and "نورة السبيعي" in shown
    awaited = browser.get(f"{link(written)}/pdf")
    assert awaited.status_code == 202 and "قيد الإعداد" in awaited.content.decode()
    assert awaited["Refresh"] == "2; url=?tries=1"
    print_invoices(actor=SYSTEM)
    answer = browser.get(f"{link(written)}/pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]


def test_a_page_that_waits_for_a_pdf_gives_up_and_says_so(settings):
    path = f"{link(make_invoice())}/pdf"
    late = Client().get(f"{path}?tries=15")
    assert "Refresh" not in late and "تأخّر الملف قليلًا" in late.content.decode()
    settings.DOCUMENT_PRINTER = ""
    assert Client().get(path).status_code == 404


def test_where_no_pdf_can_be_made_it_says_so_and_offers_what_there_is():
    written = make_invoice()
    path = f"/en{link(written)}/pdf"
    browser = Client()
    make_unprintable(written)
    assert "is being made" in browser.get(path).content.decode(), "it is tried once more"
    told = browser.get(f"{path}?tries=1")
    page = told.content.decode()
    assert "Refresh" not in told and "No PDF can be made here now" in page
    assert f'href="/en{link(written)}"' in page
    xml = browser.get(f"{path}?as=xml")
    assert xml.content.startswith(b"<?xml") and written.number in xml["Content-Disposition"]
    assert f"{written.number}.xml" in page
    plain = make_invoice(make_seller())
    assert browser.get(f"{link(plain)}/pdf?as=xml").status_code == 404, "a receipt has none"


def test_shows_the_tax_and_the_code_of_a_registered_seller():
    shown = Client().get(link(make_invoice())).content.decode()
    assert IDENTITY.vat_number in shown
    assert 'src="data:image/svg+xml' in shown and "فاتورة ضريبية مبسّطة" in shown
    english = Client().get(f"/en{link(make_invoice())}").content.decode()
    assert "Simplified tax invoice" in english


def test_a_link_opens_the_invoice_of_its_own_order_only():
    mine, other = make_invoice(), make_invoice()
    token = order_link_token(mine.seller_id, mine.order_id)
    same_seller = make_invoice(mine.seller_id)
    for invoice_id in (other.id, same_seller.id, new_id()):
        for end in ("", "/pdf"):
            path = f"/orders/{token}/invoices/{invoice_id}{end}"
            assert Client().get(path).status_code == 404
    for forged in ("x", token[:-1], token.replace(":", "")):
        assert Client().get(f"/orders/{forged}/invoices/{mine.id}").status_code == 404


def test_what_goes_back_is_shown_on_the_order():
    store = make_store()
    order = make_refunded_order(seller_id=store.seller_id)
    page = f"/orders/{order_link_token(order.seller_id, order.id)}"
    shown = Client().get(page).content.decode()
    assert "يعود إليك" in shown and 'value="250.00"' in shown
    assert "المبلغ في طريقه إليك" in shown and "عاد إليك مالك" not in shown
    assert "أرجع منتجًا" not in shown
    untouched = make_paid_order(seller_id=store.seller_id)
    page = f"/orders/{order_link_token(untouched.seller_id, untouched.id)}"
    assert "يعود إليك" not in Client().get(page).content.decode()
