"""A company buys devices to sell them on in the Emirates: from the cart to an accepted document."""

from dataclasses import replace

import pytest
from defusedxml import ElementTree

from tijara.domains.catalogue.actions import describe_variants
from tijara.domains.catalogue.models import Product, Variant
from tijara.domains.catalogue.shapes import VariantDetails
from tijara.domains.checkout.testing import Buyer, offer_of_a_store
from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.invoicing.actions import issue_missing_invoices, issue_or_hold
from tijara.domains.invoicing.queries import (
    document_of,
    held_papers,
    invoices_of_order,
    rule_wording,
)
from tijara.domains.invoicing.shapes import FilingState, InvoiceKind
from tijara.domains.invoicing.testing import FACTS
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import CompanyBuyer, OrderState
from tijara.domains.orders.testing import ADDRESS
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity, RegisteredAddress
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.relay import Relay

from .conftest import enrol, faults

pytestmark = pytest.mark.django_db(transaction=True)

BARCODE = "6291041500213"
SELLER = LegalIdentity("مؤسسة الخليج", "100354321098703", "112345678900003", "شارع الشيخ زايد، دبي")
PLACE = RegisteredAddress("12", "شارع الوحدة", "التعاون", "الشارقة", region="SHJ")
RESELLER = CompanyBuyer(
    "شركة الواحة", "100987654321003", str(PLACE), "112345679000001", place=PLACE, resells=True
)
HERE = replace(
    ADDRESS,
    city="ae-dubai",
    short_code="",
    street="شارع الوصل",
    building="12",
    phone="+971501234567",
)
COMMON = "urn:oasis:names:specification:ubl:schema:xsd:Common"
SPACE = {"cac": f"{COMMON}AggregateComponents-2", "cbc": f"{COMMON}BasicComponents-2"}


@pytest.fixture
def device():
    """A phone on the shelf of an enrolled seller."""
    emirates = make_market("ae", country="AE", currency="AED", commission_vat_bp=500)
    offer = offer_of_a_store(emirates, price_minor=105000, units=9, currency="AED")
    Product.objects.filter(id=offer.product_id).update(tax_class="electronic_device")
    declare_identity(actor=SYSTEM, seller_id=offer.seller_id, identity=SELLER)
    facts = replace(FACTS, region="DXB")
    enrol(offer.seller_id, authority="pint_ae", facts=facts, fields={}, given={})
    return emirates, offer


def write_barcode(offer):
    details = VariantDetails(offer.variant_id, gtin=BARCODE)
    given = {"seller_id": None, "product_id": offer.product_id, "variants": [details]}
    describe_variants(actor=SYSTEM, **given)


def sold(market, offer, **changes):
    buyer = Buyer(market)
    buyer.picks(offer, quantity=2)
    (one,) = buyer.confirms(address=HERE, company=replace(RESELLER, **changes)).placed
    for step in ROAD[OrderState.DELIVERED]:
        move(step, one.seller_id, one.order_id)
    return order_view(one.seller_id, one.order_id)


def issued(order):
    return issue_or_hold(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id)


def document(paper):
    return ElementTree.fromstring(document_of(paper.seller_id, paper.filed.id))


def test_the_sale_ends_in_a_document_that_says_what_was_sold(device):
    emirates, offer = device
    write_barcode(offer)
    order = sold(emirates, offer)
    assert {line.tax_category for line in order.lines} == {TaxCategory.REVERSE}
    assert issued(order) is not None and held_papers() == []
    (paper,) = invoices_of_order(order.seller_id, order.id)
    assert (paper.kind, paper.filed.state) == (InvoiceKind.FULL_INVOICE, FilingState.KEPT)
    told = document(paper)
    item = told.find(".//cac:InvoiceLine/cac:Item", SPACE)
    number = item.find("cac:StandardItemIdentification/cbc:ID", SPACE)
    assert (number.text, number.get("schemeID")) == (BARCODE, "0160")
    nature = item.findtext("cac:CommodityClassification/cbc:NatureCode", "", SPACE)
    assert nature == "DL8.48.8.2"
    taxed = item.find("cac:ClassifiedTaxCategory", SPACE)
    assert [one.text for one in taxed[:2]] == ["AE", "0.00"]
    assert told.findtext("cac:TaxTotal/cbc:TaxAmount", "", SPACE) == "0.00"
    assert not faults()


def test_without_a_barcode_it_is_held_and_goes_out_once_somebody_writes_it(device):
    emirates, offer = device
    order = sold(emirates, offer)
    Relay().deliver_pending()
    (held,) = held_papers()
    assert [one.rule for one in held.remarks] == ["ibr-174-ae"]
    words = rule_wording("pint_ae", "ibr-174-ae")
    assert "باركود" in words.name_ar and "barcode" in words.name_en
    write_barcode(offer)
    assert issue_missing_invoices(actor=SYSTEM) == 1
    assert held_papers() == [] and not faults()
    (paper,) = invoices_of_order(order.seller_id, order.id)
    assert paper.content.lines[0].gtin == BARCODE


def test_what_is_taken_back_is_told_as_it_was_told(device):
    emirates, offer = device
    write_barcode(offer)
    order = sold(emirates, offer)
    issued(order)
    Variant.objects.filter(id=offer.variant_id).update(gtin="")
    refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.OTHER,
        restock=False,
    )
    Relay().deliver_pending()
    note = next(
        one
        for one in invoices_of_order(order.seller_id, order.id)
        if one.kind is InvoiceKind.CREDIT_NOTE
    )
    line = note.content.lines[0]
    assert (line.gtin, line.nature) == (BARCODE, "DL8.48.8.2")
    assert note.filed.state is FilingState.KEPT and held_papers() == []


def test_a_company_that_does_not_resell_pays_the_tax_and_needs_no_barcode(device):
    emirates, offer = device
    order = sold(emirates, offer, resells=False)
    assert issued(order) is not None
    (paper,) = invoices_of_order(order.seller_id, order.id)
    assert paper.content.lines[0].nature == "" and paper.content.tax.minor > 0
