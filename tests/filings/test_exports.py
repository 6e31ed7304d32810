"""Goods leave Saudi Arabia for Kuwait: from the cart to an accepted document and the VAT return."""

import pytest
from defusedxml import ElementTree

from tijara.domains.books.queries import book_of_seller, report, today_in
from tijara.domains.books.shapes import Period, ReportName
from tijara.domains.checkout.actions import take_payment
from tijara.domains.checkout.shapes import Wishes
from tijara.domains.checkout.testing import Buyer
from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.invoicing.actions import issue_or_hold
from tijara.domains.invoicing.queries import document_of, held_papers, invoices_of_order
from tijara.domains.invoicing.shapes import FilingState, InvoiceKind
from tijara.domains.markets.testing import make_market
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import DeliveryAddress, OrderState
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.shipping.actions import set_own_country
from tijara.domains.shipping.shapes import CountryTerms
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.relay import Relay

from .conftest import faults, send

pytestmark = pytest.mark.django_db(transaction=True)

COMMON = "urn:oasis:names:specification:ubl:schema:xsd:Common"
SPACE = {"cac": f"{COMMON}AggregateComponents-2", "cbc": f"{COMMON}BasicComponents-2"}
KUWAIT = DeliveryAddress(
    "فهد المطيري", "+96550012345", "السالمية", street="شارع سالم المبارك", country="KW"
)


@pytest.fixture
def sold(seller_id):
    """Two dallahs at 230.00 with their tax, delivered in Kuwait and paid by card: the basket as it
    was shown, and the order."""
    market = make_market(abroad=("KW",), payment_methods=("card",))
    make_store(seller_id)
    offer = make_offer(seller_id=seller_id, price_minor=23000, units=9)
    terms = CountryTerms("KW", 4500, None, 3, 6)
    set_own_country(actor=SYSTEM, seller_id=seller_id, terms=terms)
    buyer = Buyer(market)
    buyer.picks(offer, quantity=2)
    wishes = Wishes(KUWAIT.city, phone=KUWAIT.phone, country="KW")
    shown = buyer.basket(wishes=wishes, payment_method="card")
    result = buyer.confirms(address=KUWAIT, method="card", seen=shown.seen)
    charge = charge_of_checkout(buyer.id, result.checkout_id)
    assert charge.amount == shown.total
    take_payment(actor=SYSTEM, charge_id=charge.id, method=charge.method, parts=charge.parts)
    (one,) = result.placed
    for step in ROAD[OrderState.DELIVERED]:
        move(step, one.seller_id, one.order_id)
    return shown, order_view(one.seller_id, one.order_id)


def issued(order):
    assert issue_or_hold(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id) is not None
    assert held_papers() == []
    return invoices_of_order(order.seller_id, order.id)


def written(paper):
    return ElementTree.fromstring(document_of(paper.seller_id, paper.filed.id))


def test_the_same_figure_from_the_cart_to_the_document(sold):
    shown, order = sold
    assert (shown.total.minor, shown.tax.minor) == (44500, 0)
    assert (order.total, order.tax) == (shown.total, shown.tax)
    (paper,) = issued(order)
    assert paper.kind is InvoiceKind.FULL_INVOICE
    assert (paper.content.total, paper.content.tax) == (order.total, order.tax)
    assert paper.content.buyer_place == "السالمية، الكويت"
    [group] = paper.content.taxes
    assert (group.category, group.net.minor, group.reason_en) == (
        "G", 44500, "Export out of the country",
    )  # fmt: skip
    told = written(paper)
    kind = told.find("cbc:InvoiceTypeCode", SPACE)
    assert (kind.text, kind.get("name")) == ("388", "0100100")
    [share] = told.findall("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory", SPACE)
    assert share.findtext("cbc:ID", "", SPACE) == "Z"
    assert share.findtext("cbc:TaxExemptionReasonCode", "", SPACE) == "VATEX-SA-32"
    total = "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"
    assert told.findtext(total, "", SPACE) == "445.00"
    buyer = told.find("cac:AccountingCustomerParty/cac:Party", SPACE)
    assert buyer.findtext("cac:PostalAddress/cac:Country/cbc:IdentificationCode", "", SPACE) == "KW"
    assert buyer.findtext("cac:PartyLegalEntity/cbc:RegistrationName", "", SPACE) == "فهد المطيري"
    assert buyer.find("cac:PartyTaxScheme", SPACE) is None
    mark = buyer.find("cac:PartyIdentification/cbc:ID", SPACE)
    assert (mark.get("schemeID"), mark.text) == ("OTH", order.number.replace("-", ""))
    send()
    (paper,) = invoices_of_order(order.seller_id, order.id)
    assert paper.filed.state is FilingState.ACCEPTED
    assert not faults()


def test_the_return_shows_it_among_exports_and_a_refund_beside_it(sold):
    _, order = sold
    issued(order)
    key = book_of_seller(order.seller_id)
    month = Period(today_in(key).replace(day=1), today_in(key))
    rows = {one.code: one.values for one in report(key, ReportName.VAT, month).rows}
    assert rows["sa_4"] == (44500, 0, 0)
    assert rows["sa_1"] == (0, 0, 0)
    refund_order(
        actor=SYSTEM,
        seller_id=order.seller_id,
        order_id=order.id,
        reason=RefundReason.OTHER,
        restock=True,
    )
    Relay().deliver_pending()
    papers = {one.kind: one for one in invoices_of_order(order.seller_id, order.id)}
    note = papers[InvoiceKind.CREDIT_NOTE]
    kind = written(note).find("cbc:InvoiceTypeCode", SPACE)
    assert (kind.text, kind.get("name")) == ("381", "0100100")
    rows = {one.code: one.values for one in report(key, ReportName.VAT, month).rows}
    assert rows["sa_4"] == (44500, -44500, 0)
    assert not faults()
