"""Makers of invoices, and the exam that every printer must pass."""

from uuid import UUID

from tijara.domains.fulfilment.testing import ROAD, move
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.shapes import OrderState, PlacedOrder
from tijara.domains.orders.testing import make_line, make_order_to_place, place_one
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.shapes import LegalIdentity
from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM

from .actions import issue_invoice
from .ports import DocumentPrinter
from .queries import invoice
from .shapes import InvoiceView, NotPrinted, Printed

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


class PrinterExam:
    """Subclass it as `TestExam` in the provider's tests and give `printer`, a fixture."""

    def test_prints_what_is_a_sheet(self, printer: DocumentPrinter):
        (answer,) = printer.print_sheets(['<p lang="ar" dir="rtl">فاتورة ضريبية</p>'])
        assert isinstance(answer, Printed)
        assert answer.content.startswith(b"%PDF-")

    def test_answers_each_sheet_in_order(self, printer: DocumentPrinter):
        first, second = printer.print_sheets(["<p>a</p>", "<p>b</p>" * 3000])
        assert isinstance(first, Printed) and isinstance(second, Printed)
        assert len(first.content) < len(second.content)

    def test_nothing_to_print_is_nothing(self, printer: DocumentPrinter):
        assert printer.print_sheets([]) == []

    def test_answers_whatever_it_is_given(self, printer: DocumentPrinter):
        for sheet in ("", "<", "\x00", "<p>" * 200, "<style>@page { size: 1e9mm }</style>"):
            (answer,) = printer.print_sheets([sheet])
            assert isinstance(answer, Printed | NotPrinted), sheet
