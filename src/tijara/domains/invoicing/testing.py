"""Makers of invoices, and the exams that every printer and every authority must pass."""

import re
import zlib
from dataclasses import fields, replace
from uuid import UUID

import pytest

from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.shapes import OrderState, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.en16931 import (
    Adjustment,
    Category,
    PaperKind,
    Place,
    Preceding,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Trader,
    totals_of,
)
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .actions import issue_invoice
from .models import Filing, InvoicePrint
from .ports import DocumentPrinter, InvoiceAuthority
from .queries import invoice
from .shapes import (
    UNABLE,
    Accepted,
    Applicant,
    AuthoritySilent,
    ChainPlace,
    Enclosure,
    Enrolled,
    FilingState,
    InvoiceView,
    NotEnrolled,
    NotPrinted,
    Printed,
    Rejected,
    Sheet,
    ToSend,
    UnitFacts,
)

IDENTITY = LegalIdentity(
    legal_name="مؤسسة بيت النحّاس",
    vat_number="310122393500003",
    registration_number="1010551201",
    address="شارع الزل، الرياض 12652",
)


def make_registered_seller(identity: LegalIdentity = IDENTITY) -> UUID:
    seller_id = make_seller(legal_name=identity.legal_name)
    declare_identity(actor=SYSTEM, seller_id=seller_id, identity=identity)
    return seller_id


def make_taxed_order(
    seller_id: UUID, state: OrderState = OrderState.DELIVERED, **given
) -> PlacedOrder:
    """Two pieces at 115.00 with delivery and fee, every tax to the last unit."""
    offer = make_offer(price_minor=11500, units=10, seller_id=seller_id)
    line = make_line(
        offer_id=offer.id,
        stock_id=offer.stock_id,
        unit_minor=offer.price.minor,
        quantity=2,
        tax_minor=3000,
        commission_minor=2300,
        commission_vat_minor=345,
        **given.pop("line", {}),
    )
    amounts = {"delivery_minor": 2000, "fee_minor": 1200, "tax_minor": 3000 + 261 + 157}
    placed = place_one(seller_id, make_order_to_place(line, **(amounts | given)))
    for step in ROAD[state]:
        move(step, seller_id, placed.order_id)
    return placed


def make_invoice(seller_id: UUID | None = None, **given) -> InvoiceView:
    """Of a delivered order; of a seller with a VAT number, if none is given."""
    seller_id = seller_id or make_registered_seller()
    placed = make_taxed_order(seller_id, **given)
    invoice_id = issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id)
    return invoice(seller_id, invoice_id)


def unpacked(pdf: bytes) -> bytes:
    """All that lies packed in a PDF, one after the other."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join(_inflated(one) for one in found)


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed)
    except zlib.error:
        return packed


class PrinterExam:
    """Subclass it as `TestExam` in the provider's tests and give `printer`, a fixture."""

    def test_prints_what_is_a_sheet(self, printer: DocumentPrinter):
        (answer,) = printer.print_sheets([Sheet('<p lang="ar" dir="rtl">فاتورة</p>')])
        assert isinstance(answer, Printed)
        assert answer.content.startswith(b"%PDF-")

    def test_answers_each_sheet_in_order(self, printer: DocumentPrinter):
        first, second = printer.print_sheets([Sheet("<p>a</p>"), Sheet("<p>b</p>" * 3000)])
        assert isinstance(first, Printed) and isinstance(second, Printed)
        assert len(first.content) < len(second.content)

    def test_nothing_to_print_is_nothing(self, printer: DocumentPrinter):
        assert printer.print_sheets([]) == []

    def test_answers_whatever_it_is_given(self, printer: DocumentPrinter):
        for sheet in ("", "<", "\x00", "<p>" * 200, "<style>@page { size: 1e9mm }</style>"):
            (answer,) = printer.print_sheets([Sheet(sheet)])
            assert isinstance(answer, Printed | NotPrinted), sheet

    def test_what_has_enclosures_is_made_to_be_kept(self, printer: DocumentPrinter):
        enclosed = Enclosure("INV-000042.xml", "<Invoice>فاتورة</Invoice>")
        page = '<html lang="ar"><title>INV-000042</title><p dir="rtl">فاتورة</p></html>'
        (answer,) = printer.print_sheets([Sheet(page, (enclosed,))])
        assert isinstance(answer, Printed)
        inside = unpacked(answer.content)
        assert b'pdfaid:part="3"' in inside and b"/AFRelationship" in inside
        assert enclosed.content.encode() in inside


def make_semantic(
    kind: PaperKind = PaperKind.INVOICE,
    *,
    country: str = "SA",
    currency: str = "SAR",
    is_simplified: bool = True,
    **changes,
) -> SemanticInvoice:
    """Two pieces for 200.00 and a delivery for 20.00, VAT 15 %; anything can be changed."""

    def money(minor: int) -> Money:
        return Money(minor, currency)

    place = Place(country, "شارع الزل", "3242", "", "الديرة", "الرياض", "", "12652")
    lines = (SupplyLine("دلّة نحاس", 2, money(20000), Category.STANDARD, 1500, money(3000)),)
    beside = (Adjustment(True, money(2000), "التوصيل", "FC", Category.STANDARD, 1500),)
    shares = (TaxShare(Category.STANDARD, 1500, money(22000), money(3300)),)
    is_note = kind is not PaperKind.INVOICE
    buyer = (
        Trader("شركة الواحة", place, "311111111100003") if not is_simplified else Trader("", place)
    )
    made = SemanticInvoice(
        kind=kind,
        is_simplified=is_simplified,
        number="INV-000042",
        uuid=new_id(),
        issued_at=now(),
        supplied_on=now().date(),
        seller=Trader("مؤسسة بيت النحّاس", place, "310122393500003", "1010551201", "CRN"),
        buyer=buyer,
        lines=lines,
        adjustments=beside,
        shares=shares,
        totals=totals_of(lines, beside, shares, money(0)),
        payment_code="10",
        preceding=Preceding("INV-000041") if is_note else None,
        reason="استرجاع" if is_note else "",
    )
    return replace(made, **changes)


FACTS = UnitFacts(
    branch="الفرع الرئيس",
    business="تجارة التجزئة",
    street="شارع الزل",
    building="3242",
    district="الديرة",
    city="الرياض",
    postcode="12652",
)


def make_applicant(**changes) -> Applicant:
    given = {
        "unit": new_id(),
        "legal_name": IDENTITY.legal_name,
        "vat_number": IDENTITY.vat_number,
        "registration": IDENTITY.registration_number,
        "country": "SA",
        "facts": FACTS,
    }
    return Applicant(**(given | changes))


def make_unprintable(invoice: InvoiceView) -> None:
    """It was tried on a machine that can print nothing."""
    prints = InvoicePrint.objects.filter(seller_id=invoice.seller_id, invoice_id=invoice.id)
    prints.update(last_error=UNABLE, attempts=1)


def let_filings_wait_no_longer() -> None:
    """As if the pauses between questions were over."""
    Filing.objects.filter(state=FilingState.WAITING).update(retry_at=now())


class FactsExam:
    """That an authority's form asks what the authority judges. Subclass it where nobody is asked to
    send anything; give `authority`, a fixture, and `applicant`, whom it takes as he is."""

    def applicant(self):
        return make_applicant()

    def faults(self, authority: InvoiceAuthority, **changes: str) -> set[str]:
        applicant = self.applicant()
        told = replace(applicant, facts=replace(applicant.facts, **changes))
        return set(authority.facts_faults(told))

    def test_asks_for_facts_of_a_unit_each_once(self, authority):
        asked = [one.name for one in authority.facts]
        assert len(asked) == len(set(asked))
        assert set(asked) <= {one.name for one in fields(UnitFacts)}
        assert self.faults(authority) == set()

    def test_misses_what_it_needs_and_nothing_else(self, authority):
        needed = {one.name for one in authority.facts if one.is_needed}
        for one in fields(UnitFacts):
            missed = self.faults(authority, **{one.name: ""})
            assert missed == ({one.name} & needed), one.name

    def test_takes_the_digits_that_it_asks_for_and_no_others(self, authority):
        for one in authority.facts:
            for few, many in [one.digits] if one.digits else []:
                for right in ("1" * few, "1" * many):
                    assert self.faults(authority, **{one.name: right}) == set(), right
                for wrong in ("1" * (few - 1) + "x", "1" * (many + 1), "١" * few, "1" * few + " "):
                    assert self.faults(authority, **{one.name: wrong}) == {one.name}, wrong

    def test_takes_the_letters_that_it_offers_and_no_others(self, authority):
        for one in authority.facts:
            for right in one.choices:
                assert self.faults(authority, **{one.name: right}) == set(), right
            if one.choices:
                assert self.faults(authority, **{one.name: "ZZZ"}) == {one.name}

    def test_a_fact_without_digits_or_letters_is_free(self, authority):
        for one in authority.facts:
            if not one.digits and not one.choices:
                assert self.faults(authority, **{one.name: "برج ٧، east"}) == set(), one.name


class AuthorityExam(FactsExam):
    """Subclass it as `TestExam` in the provider's tests. Give `authority`, a fixture connected to
    the authority's simulator, `code`, what it takes to enrol by its `asks`, and `mishap`:
    `mishap(what)` orders "error", "silent", "lost", "garbage", "busy", "stranger", "reject" or
    "warn" for the next question."""

    def paper(self, kind: PaperKind = PaperKind.INVOICE, **given):
        return make_semantic(kind, **given)

    def enrolled(self, authority, code):
        applicant = self.applicant()
        begun = authority.begin(applicant, code)
        assert isinstance(begun, Enrolled), begun
        proved = authority.prove(applicant, begun.keys)
        assert isinstance(proved, Enrolled), proved
        return proved.keys

    def sent(self, authority, keys, paper=None, counter=1, before=""):
        paper = paper or self.paper()
        made = authority.compose(paper, keys, ChainPlace(counter, before))
        shown = ToSend(paper.uuid, made.hash, made.document, made.needs_clearance)
        return shown, authority.send(shown, keys)

    @pytest.mark.parametrize("is_simplified", [True, False])
    @pytest.mark.parametrize("kind", PaperKind)
    def test_takes_every_kind_of_paper(self, authority, code, kind, is_simplified):
        keys = self.enrolled(authority, code)
        paper = self.paper(kind, is_simplified=is_simplified)
        if not authority.takes(paper):
            return
        assert authority.faults(paper) == []
        shown, answer = self.sent(authority, keys, paper)
        assert isinstance(answer, Accepted), answer
        assert bool(answer.document) == shown.needs_clearance

    def test_what_it_has_already_is_accepted_again(self, authority, code):
        keys = self.enrolled(authority, code)
        shown, _ = self.sent(authority, keys)
        assert isinstance(authority.send(shown, keys), Accepted)

    def test_documents_follow_one_another(self, authority, code):
        keys = self.enrolled(authority, code)
        first, _ = self.sent(authority, keys)
        _, answer = self.sent(authority, keys, counter=2, before=first.hash)
        assert isinstance(answer, Accepted)
        _, answer = self.sent(authority, keys, counter=3, before=first.hash)
        assert isinstance(answer, Rejected) and answer.errors

    def test_a_document_that_was_touched_is_rejected(self, authority, code):
        keys = self.enrolled(authority, code)
        paper = self.paper()
        made = authority.compose(paper, keys, ChainPlace(1, ""))
        touched = made.document.replace("220.00", "120.00")
        answer = authority.send(ToSend(paper.uuid, made.hash, touched, False), keys)
        assert isinstance(answer, Rejected) and answer.errors

    def test_a_rejection_and_a_warning_say_which_rule(self, authority, code, mishap):
        keys = self.enrolled(authority, code)
        mishap("reject")
        first, answer = self.sent(authority, keys)
        assert isinstance(answer, Rejected) and answer.errors[0].rule
        mishap("warn")
        _, answer = self.sent(authority, keys, counter=2, before=first.hash)
        assert isinstance(answer, Accepted) and answer.warnings[0].rule

    @pytest.mark.parametrize("what", ["error", "silent", "garbage", "busy"])
    def test_its_errors_are_silence(self, authority, code, mishap, what):
        keys = self.enrolled(authority, code)
        mishap(what)
        _, answer = self.sent(authority, keys)
        assert isinstance(answer, AuthoritySilent) and not answer.keys_refused

    def test_an_answer_that_was_lost_is_heard_by_asking_again(self, authority, code, mishap):
        keys = self.enrolled(authority, code)
        mishap("lost")
        shown, answer = self.sent(authority, keys)
        assert isinstance(answer, AuthoritySilent)
        assert isinstance(authority.send(shown, keys), Accepted)

    def test_it_says_when_it_does_not_know_us(self, authority, code, mishap):
        keys = self.enrolled(authority, code)
        mishap("stranger")
        _, answer = self.sent(authority, keys)
        assert isinstance(answer, AuthoritySilent) and answer.keys_refused

    def test_a_wrong_code_enrols_nobody(self, authority):
        assert isinstance(
            authority.begin(self.applicant(), dict.fromkeys(authority.asks, "000000")), NotEnrolled
        )
