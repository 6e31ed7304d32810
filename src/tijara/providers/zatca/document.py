"""A semantic invoice as the UBL of Saudi Arabia, before it is signed."""

from collections.abc import Iterator
from dataclasses import replace

from tijara.domains.invoicing.shapes import ChainPlace
from tijara.kit.en16931 import Broken, Category, PaperKind, SemanticInvoice, SupplyLine, Trader, ubl
from tijara.kit.money import zero

from .names import EXT, FIRST_PIH

TYPE_CODES = {
    PaperKind.INVOICE: "388",
    PaperKind.CREDIT_NOTE: "381",
    PaperKind.DEBIT_NOTE: "383",
}
STANDARD, SIMPLIFIED, EXPORT = "0100000", "0200000", "0100100"
CURRENCY = "SAR"


def _line_tax(line: SupplyLine) -> str:
    return ubl.element(
        "cac:TaxTotal",
        ubl.amount("cbc:TaxAmount", line.tax),
        ubl.amount("cbc:RoundingAmount", line.gross),
    )


PROFILE = ubl.Profile(
    unit_code="PCE",
    quantity_decimals=6,
    states_rate_outside=True,
    with_scheme=True,
    line_tax=_line_tax,
)


def faults(invoice: SemanticInvoice) -> list[Broken]:
    return [Broken(rule, about) for rule, about, holds in _asked(invoice) if not holds]


def _asked(invoice: SemanticInvoice) -> Iterator[tuple[str, str, bool]]:
    """The authority's rules that a sale may break; what our writing always keeps is not asked."""
    seller, place = invoice.seller, invoice.seller.place
    yield "BR-KSA-EN16931-02", "currency", invoice.currency == CURRENCY
    yield "BR-KSA-39", "seller's VAT number", bool(seller.vat_number)
    yield "BR-KSA-40", "seller's VAT number", is_vat_number(seller.vat_number)
    yield "BR-KSA-08", "seller's registration number", seller.registration.isalnum()
    told = (place.street, place.building, place.postcode, place.city, place.district)
    yield "BR-KSA-09", "seller's address", all(told)
    yield "BR-KSA-66", "seller's postal code", _digits(place.postcode, 5)
    yield "BR-KSA-37", "seller's building number", _digits(place.building, 4)
    unknown = {Category.REVERSE_CHARGE}
    yield (
        "BR-KSA-18",
        "VAT category",
        all(share.category not in unknown for share in invoice.shares),
    )
    untaxed = [share for share in invoice.shares if share.category is not Category.STANDARD]
    yield "BR-KSA-83", "reason of no tax", all(one.reason and one.reason_code for one in untaxed)
    if invoice.kind is not PaperKind.INVOICE:
        yield "BR-KSA-17", "reason of the note", bool(invoice.reason.strip())
    if not invoice.is_simplified:
        yield from _asked_of_buyer(invoice)


def _asked_of_buyer(invoice: SemanticInvoice) -> Iterator[tuple[str, str, bool]]:
    """A buyer's address that is not parted (BR-KSA-63, -67) is remarked and accepted: nothing is
    held for it."""
    buyer, place = invoice.buyer, invoice.buyer.place
    yield "BR-KSA-10", "buyer's address", bool(place.street and place.city and place.country)
    yield "BR-KSA-81", "buyer's number", bool(buyer.vat_number or buyer.registration)
    yield "BR-KSA-44", "buyer's VAT number", not buyer.vat_number or is_vat_number(buyer.vat_number)


def is_vat_number(number: str) -> bool:
    return _digits(number, 15) and number[0] == number[-1] == "3"


def _digits(value: str, length: int) -> bool:
    return len(value) == length and value.isascii() and value.isdigit()


def unsigned(invoice: SemanticInvoice, place: ChainPlace, *, stamp: str = "", qr: str = "") -> str:
    """The whole document. Exports are zero-rated here, and the kind of the paper says that it is
    one. `stamp` is what stands in its extensions; with it comes the signature's
    mark, with `qr` the reference that holds the code. None of the three is part of the hash."""
    kind = _kind(invoice)
    invoice = invoice.with_exports_zero_rated()
    issued = invoice.issued_at
    mark = ubl.element(
        "cac:Signature",
        ubl.text("cbc:ID", "urn:oasis:names:specification:ubl:signature:Invoice"),
        ubl.text("cbc:SignatureMethod", "urn:oasis:names:specification:ubl:dsig:enveloped:xades"),
    )
    body = (
        stamp,
        ubl.text("cbc:ProfileID", "reporting:1.0"),
        ubl.text("cbc:ID", invoice.number),
        ubl.text("cbc:UUID", invoice.uuid),
        ubl.text("cbc:IssueDate", issued.date().isoformat()),
        ubl.text("cbc:IssueTime", issued.strftime("%H:%M:%S")),
        ubl.text(
            "cbc:InvoiceTypeCode",
            TYPE_CODES[invoice.kind],
            name=kind,
        ),
        ubl.text("cbc:DocumentCurrencyCode", CURRENCY),
        ubl.text("cbc:TaxCurrencyCode", CURRENCY),
        ubl.preceding(invoice),
        _reference("ICV", ubl.text("cbc:UUID", place.counter)),
        _reference("PIH", _attached(place.before or FIRST_PIH)),
        _reference("QR", _attached(qr)) if qr else "",
        mark if stamp else "",
        _parties(invoice, is_export=kind == EXPORT),
        ubl.element("cac:Delivery", ubl.text("cbc:ActualDeliveryDate", invoice.supplied_on)),
        ubl.element(
            "cac:PaymentMeans",
            ubl.text("cbc:PaymentMeansCode", invoice.payment_code),
            ubl.text("cbc:InstructionNote", invoice.reason),
        ),
        _money(invoice),
    )
    space = f'xmlns="{ubl.UBL}Invoice-2" {ubl.COMMON} xmlns:ext="{EXT}"'
    return f"{ubl.HEAD}<Invoice {space}>{''.join(body)}</Invoice>"


def _kind(invoice: SemanticInvoice) -> str:
    """A simplified paper can't say that it is of an export (BR-KSA-31)."""
    if invoice.is_simplified:
        return SIMPLIFIED
    return EXPORT if invoice.is_export else STANDARD


def _parties(invoice: SemanticInvoice, *, is_export: bool) -> str:
    named = _without_vat_number(invoice.buyer) if is_export else invoice.buyer
    seller = ubl.element("cac:AccountingSupplierParty", ubl.trader(invoice.seller))
    buyer = ubl.element("cac:AccountingCustomerParty", ubl.trader(named))
    return seller + buyer


def _without_vat_number(buyer: Trader) -> Trader:
    """A paper of an export tells no VAT number of its buyer (BR-KSA-46), but another one."""
    if buyer.registration:
        return replace(buyer, vat_number="")
    return replace(buyer, vat_number="", registration=buyer.vat_number[:10], scheme="TIN")


def _money(invoice: SemanticInvoice) -> str:
    """The tax stands twice: alone, in riyals, and with its breakdown. What was paid before is left
    out: to this authority it means an advance that had a document of its own (BR-KSA-73)."""
    told = replace(invoice.totals, paid=zero(CURRENCY), payable=invoice.totals.gross)
    return "".join(
        (
            ubl.adjustments(invoice.adjustments, PROFILE),
            ubl.tax_total(invoice.totals.tax, (), PROFILE),
            ubl.tax_total(invoice.totals.tax, invoice.shares, PROFILE),
            ubl.monetary_total(replace(invoice, totals=told)),
            ubl.lines(invoice, PROFILE, name="cac:InvoiceLine", quantity="cbc:InvoicedQuantity"),
        )
    )


def _reference(name: str, inside: str) -> str:
    return ubl.element("cac:AdditionalDocumentReference", ubl.text("cbc:ID", name), inside)


def _attached(value: str) -> str:
    held = ubl.text("cbc:EmbeddedDocumentBinaryObject", value, mimeCode="text/plain")
    return ubl.element("cac:Attachment", held)
