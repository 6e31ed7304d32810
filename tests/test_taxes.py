"""What a basket is taxed with is what is ordered, asked for and invoiced, to the last unit."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection

from tijara.domains.catalogue.actions import TaxClassUnknown, tax_department
from tijara.domains.catalogue.models import Product
from tijara.domains.checkout.actions import BasketChanged, CompanyInvalid
from tijara.domains.checkout.shapes import Wishes
from tijara.domains.checkout.testing import Buyer, assert_all_proved, offer_of_a_store
from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.invoicing.actions import issue_invoice
from tijara.domains.invoicing.queries import invoice as invoice_view
from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CompanyBuyer, OrderState
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity, RegisteredAddress
from tijara.domains.parties.testing import REGISTERED, make_seller
from tijara.domains.stores.testing import make_store
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs

pytestmark = pytest.mark.django_db

NUMBER = "310122393500003"
COMPANY = CompanyBuyer("شركة الأفق للتجارة", "310987654300003", str(REGISTERED), place=REGISTERED)


@pytest.fixture
def saudi():
    return make_market()


@pytest.fixture
def buyer(saudi):
    return Buyer(saudi)


def of_class(offer, word):
    Product.objects.filter(id=offer.product_id).update(tax_class=word)
    return offer


def beside(seller_id, price_minor):
    return make_offer(seller_id=seller_id, price_minor=price_minor, units=9)


def placed_order(result):
    (one,) = result.placed
    return order_view(one.seller_id, one.order_id)


def invoice_of(order):
    for step in ROAD[OrderState.DELIVERED]:
        move(step, order.seller_id, order.id)
    invoice_id = issue_invoice(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)
    return invoice_view(order.seller_id, invoice_id)


class TestCategories:
    def test_medicine_and_a_thermos_from_the_cart_to_the_invoice(self, saudi, buyer):
        medicine = of_class(offer_of_a_store(saudi, price_minor=9000, units=9), "medicine")
        declare_identity(
            actor=SYSTEM,
            seller_id=medicine.seller_id,
            identity=LegalIdentity("مؤسسة الشفاء", NUMBER, "1010551201", "الرياض"),
        )
        buyer.picks(medicine)
        buyer.picks(beside(medicine.seller_id, 4600))
        shown = buyer.basket()
        told = [(one.category, one.rate_bp, one.net_minor, one.tax_minor) for one in shown.taxes]
        # Delivery and fee go with the medicine.
        assert told == [(TaxCategory.STANDARD, 1500, 4000, 600), (TaxCategory.ZERO, 0, 12200, 0)]

        order = placed_order(buyer.confirms())
        assert (order.tax, order.total) == (shown.tax, shown.total)
        assert order.taxes == shown.taxes
        assert balances(order.seller_id)[Account.BUYER_RECEIVABLE] == order.total.minor

        invoice = invoice_of(order)
        assert invoice.kind is InvoiceKind.TAX_INVOICE
        assert (invoice.content.tax, invoice.content.total) == (order.tax, order.total)
        zero = invoice.content.taxes[1]
        assert (zero.category, zero.reason_code) == ("Z", "VATEX-SA-35")
        assert zero.reason_ar and zero.reason_en
        assert_all_proved()

    def test_a_department_says_it_for_all_below_it(self, saudi, buyer):
        offer = offer_of_a_store(saudi, price_minor=9000, units=9)
        category_id = Product.objects.get(id=offer.product_id).category_id
        tax_department(actor=SYSTEM, category_id=category_id, tax_class="medicine")
        buyer.picks(offer)
        assert [one.category for one in buyer.basket().taxes] == [TaxCategory.ZERO]
        of_class(offer, "standard")
        assert [one.category for one in buyer.basket().taxes] == [TaxCategory.STANDARD]

    def test_an_unknown_word_is_refused(self, saudi):
        with pytest.raises(TaxClassUnknown):
            tax_department(actor=SYSTEM, category_id=new_id(), tax_class="medicine")
        offer = offer_of_a_store(saudi, price_minor=9000, units=9)
        category_id = Product.objects.get(id=offer.product_id).category_id
        with pytest.raises(TaxClassUnknown):
            tax_department(actor=SYSTEM, category_id=category_id, tax_class="gold")

    def test_a_seller_without_a_number_charges_none_and_writes_a_receipt(self, saudi, buyer):
        seller_id = make_seller(saudi)
        make_store(seller_id)
        buyer.picks(beside(seller_id, 11500))
        shown = buyer.basket()
        assert (shown.tax.minor, shown.total.minor) == (0, 14700)
        order = placed_order(buyer.confirms())
        declare_identity(
            actor=SYSTEM,
            seller_id=seller_id,
            identity=LegalIdentity("مؤسسة", NUMBER, "1010551201", "الرياض"),
        )
        invoice = invoice_of(order)
        assert (invoice.kind, invoice.is_taxed) == (InvoiceKind.RECEIPT, False)
        assert_all_proved()

    def test_a_rate_that_comes_into_force_meanwhile_is_not_passed_over(self, saudi, buyer):
        buyer.picks(offer_of_a_store(saudi, price_minor=11500, units=9))
        before = buyer.basket(on=date(2020, 6, 30))
        after = buyer.basket(on=date(2020, 7, 1))
        assert before.total == after.total
        assert (before.tax.minor, after.tax.minor) == (700, 1917)
        with pytest.raises(BasketChanged):
            buyer.confirms(seen=before.seen)

    def test_the_proof_sees_a_tax_that_is_not_so(self, saudi, buyer):
        buyer.picks(offer_of_a_store(saudi, price_minor=11500, units=9))
        order = placed_order(buyer.confirms())
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE orders_order SET delivery_tax_minor = 0 WHERE seller_id = %s AND id = %s",
                [order.seller_id, order.id],
            )
        assert [proof.name for proof in run_proofs() if proof.faults] == [
            "every order's tax is that of its lines, its delivery and its fee, each at its rate"
        ]


class TestPricesWithoutTax:
    def test_the_tax_comes_on_top_and_is_in_every_amount_that_is_kept(self):
        saudi = make_market(prices_include_tax=False)
        buyer = Buyer(saudi)
        offer = offer_of_a_store(saudi, price_minor=3333, units=9)
        declare_identity(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            identity=LegalIdentity("مؤسسة", NUMBER, "1010551201", "الرياض"),
        )
        buyer.picks(offer, quantity=3)
        shown = buyer.basket()
        asked = 9999 + 2000 + 1200
        assert (shown.items.minor, shown.delivery.minor, shown.fee.minor) == (9999, 2000, 1200)
        assert (shown.tax.minor, shown.total.minor) == (1980, asked + 1980)
        order = placed_order(buyer.confirms())
        assert (order.total, order.tax) == (shown.total, shown.tax)
        assert [one.minor for one in order.asked] == [9999, 2000, 1200]
        assert order.items + order.delivery + order.fee == order.total
        assert balances(order.seller_id)[Account.BUYER_RECEIVABLE] == order.total.minor
        invoice = invoice_of(order)
        assert (invoice.content.net.minor, invoice.content.tax.minor) == (asked, 1980)
        assert [line.unit.minor for line in invoice.content.lines] == [3333, 2000, 1200]
        assert_all_proved()


class TestCompanies:
    def test_the_invoice_is_a_tax_invoice_in_its_name(self, saudi, buyer):
        offer = offer_of_a_store(saudi, price_minor=11500, units=9)
        declare_identity(
            actor=SYSTEM,
            seller_id=offer.seller_id,
            identity=LegalIdentity("مؤسسة", NUMBER, "1010551201", "الرياض"),
        )
        buyer.picks(offer)
        order = placed_order(buyer.confirms(company=replace(COMPANY, vat_number="٣١٠٩٨٧٦٥٤٣٠٠٠٠٣")))
        assert order.company == COMPANY
        invoice = invoice_of(order)
        assert invoice.kind is InvoiceKind.FULL_INVOICE
        assert invoice.number.startswith("INV-B-")
        assert invoice.content.company.vat_number == COMPANY.vat_number
        assert invoice.content.taxes[0].tax.minor == 1917
        assert_all_proved()

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"vat_number": "123"}, "vat_number"),
            ({"vat_number": ""}, "vat_number"),
            ({"name": " "}, "legal_name"),
            ({"place": replace(REGISTERED, postcode="122")}, "postcode"),
            ({"place": RegisteredAddress()}, "street"),
        ],
    )
    def test_one_that_no_invoice_can_name_is_refused_by_field(self, saudi, buyer, given, field):
        buyer.picks(offer_of_a_store(saudi, price_minor=11500, units=9))
        with pytest.raises(CompanyInvalid) as refused:
            buyer.confirms(company=replace(COMPANY, **given))
        assert field in refused.value.fields
        assert buyer.basket().pieces == 1

    def test_devices_to_sell_on_in_the_emirates_are_taxed_by_their_buyer(self):
        emirates = make_market("ae", country="AE", currency="AED", commission_vat_bp=500)
        buyer = Buyer(emirates)
        buyer.picks(
            of_class(
                offer_of_a_store(emirates, price_minor=105000, units=9, currency="AED"),
                "electronic_device",
            )
        )
        reseller = CompanyBuyer("Horizon LLC", "100123456700003", "Dubai", resells=True)
        here = replace(ADDRESS, city="ae-dubai", phone="+971501234567")
        plain = buyer.basket(wishes=Wishes(here.city, company=replace(reseller, resells=False)))
        free = buyer.basket(wishes=Wishes(here.city, company=reseller))
        assert [one.category for one in plain.taxes] == [TaxCategory.STANDARD]
        assert [one.category for one in free.taxes] == [TaxCategory.REVERSE]
        assert free.tax.minor == 0 and free.seen != plain.seen
