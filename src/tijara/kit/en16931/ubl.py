"""UBL 2.1: the parts that every profile writes alike, and the plain document of EN 16931.

A profile (a country's, a network's) puts its own root together from these parts. What is written
has no space between elements, so that nothing depends on how it is laid out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from tijara.kit.money import Money

from .model import (
    Adjustment,
    Allowance,
    Category,
    PaperKind,
    Place,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Trader,
)

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
COMMON = f'xmlns:cac="{UBL}CommonAggregateComponents-2" xmlns:cbc="{UBL}CommonBasicComponents-2"'
PIECE = "C62"
"""A unit that is counted (UN/ECE recommendation 20)."""
PLAIN_CUSTOMIZATION = "urn:cen.eu:en16931:2017"
TYPE_CODES = {
    PaperKind.INVOICE: "380",
    PaperKind.CREDIT_NOTE: "381",
    PaperKind.DEBIT_NOTE: "383",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """What differs between profiles within the shared parts.

    `states_rate_outside`: whether a supply that VAT does not touch has the rate 0 or none.
    `states_rate_exempt`: whether an exempt supply has the rate 0 or none, save beside the lines.
    `line_reasons`: codes that lines say beside the breakdown, why there is no tax.
    `with_scheme`: whether a category says which code list it is from.
    """

    unit_code: str = PIECE
    quantity_decimals: int = 0
    states_rate_outside: bool = False
    states_rate_exempt: bool = True
    with_scheme: bool = False
    line_tail: Callable[[SupplyLine], str] | None = None
    line_tax: Callable[[SupplyLine], str] | None = None
    price_tail: Callable[[SupplyLine], str] | None = None
    item_head: Callable[[SupplyLine], str] | None = None
    item_middle: Callable[[SupplyLine], str] | None = None
    line_reasons: Mapping[Category, str] = field(default_factory=dict)


def element(name: str, /, *inside: str, **attributes: str) -> str:
    """Nothing if there is nothing inside. What is inside is written already: texts by `text`."""
    body = "".join(inside)
    if not body:
        return ""
    told = "".join(f" {key}={quoteattr(value)}" for key, value in sorted(attributes.items()))
    return f"<{name}{told}>{body}</{name}>"


def text(name: str, value: object, /, **attributes: str) -> str:
    return element(name, escape(_clean(str(value))), **attributes)


def amount(name: str, money: Money) -> str:
    return text(name, money.to_decimal_string(), currencyID=money.currency)


def percent(rate_bp: int) -> str:
    return f"{rate_bp // 100}.{rate_bp % 100:02d}"


def tax_scheme(profile: Profile) -> str:
    marks = {"schemeID": "UN/ECE 5153", "schemeAgencyID": "6"} if profile.with_scheme else {}
    return element("cac:TaxScheme", text("cbc:ID", "VAT", **marks))


def tax_category(
    name: str, category: Category, rate_bp: int, profile: Profile, why: str = ""
) -> str:
    marks = {"schemeID": "UN/ECE 5305", "schemeAgencyID": "6"} if profile.with_scheme else {}
    silent = {Category.OUTSIDE: not profile.states_rate_outside}
    silent[Category.EXEMPT] = not profile.states_rate_exempt
    return element(
        name,
        text("cbc:ID", category, **marks),
        "" if silent.get(category) else text("cbc:Percent", percent(rate_bp)),
        why,
        tax_scheme(profile),
    )


def address(place: Place) -> str:
    return element(
        "cac:PostalAddress",
        text("cbc:StreetName", place.street),
        text("cbc:BuildingNumber", place.building),
        text("cbc:PlotIdentification", place.extra),
        text("cbc:CitySubdivisionName", place.district),
        text("cbc:CityName", place.city),
        text("cbc:PostalZone", place.postcode),
        text("cbc:CountrySubentity", place.region),
        element("cac:Country", text("cbc:IdentificationCode", place.country)),
    )


def trader(
    of: Trader, *, endpoint: str = "", legal_number: str = "", names_registration: bool = True
) -> str:
    is_named = names_registration and of.scheme
    registration = text("cbc:ID", of.registration, schemeID=of.scheme) if is_named else ""
    number = text("cbc:CompanyID", of.vat_number)
    tax = element("cac:PartyTaxScheme", number, tax_scheme(Profile()))
    return element(
        "cac:Party",
        endpoint,
        element("cac:PartyIdentification", registration),
        address(of.place),
        tax if of.vat_number else "",
        element("cac:PartyLegalEntity", text("cbc:RegistrationName", of.name), legal_number),
    )


def preceding(invoice: SemanticInvoice) -> str:
    before = invoice.preceding
    if before is None:
        return ""
    day = text("cbc:IssueDate", before.issued_on.isoformat()) if before.issued_on else ""
    told = element("cac:InvoiceDocumentReference", text("cbc:ID", before.number), day)
    return element("cac:BillingReference", told)


def adjustments(of: Iterable[Adjustment], profile: Profile) -> str:
    beside = replace(profile, states_rate_exempt=True)
    return "".join(
        element(
            "cac:AllowanceCharge",
            text("cbc:ChargeIndicator", "true" if one.is_charge else "false"),
            text("cbc:AllowanceChargeReasonCode", one.reason_code),
            text("cbc:AllowanceChargeReason", one.reason),
            amount("cbc:Amount", one.amount),
            tax_category("cac:TaxCategory", one.category, one.rate_bp, beside),
        )
        for one in of
    )


def allowance(of: Allowance | None) -> str:
    """What is off a line. Its base is told where a percentage makes the amount of it: the
    authorities want both or neither."""
    if of is None:
        return ""
    rate = of.percent_bp
    return element(
        "cac:AllowanceCharge",
        text("cbc:ChargeIndicator", "false"),
        text("cbc:AllowanceChargeReasonCode", of.reason_code),
        text("cbc:AllowanceChargeReason", of.reason),
        "" if rate is None else text("cbc:MultiplierFactorNumeric", percent(rate)),
        amount("cbc:Amount", of.amount),
        "" if rate is None else amount("cbc:BaseAmount", of.base),
    )


def tax_total(
    total: Money, shares: Iterable[TaxShare], profile: Profile, *, middle: str = ""
) -> str:
    return element(
        "cac:TaxTotal",
        amount("cbc:TaxAmount", total),
        middle,
        *(_tax_subtotal(share, profile) for share in shares),
    )


def monetary_total(invoice: SemanticInvoice) -> str:
    told = invoice.totals
    return element(
        "cac:LegalMonetaryTotal",
        amount("cbc:LineExtensionAmount", told.lines),
        amount("cbc:TaxExclusiveAmount", told.net),
        amount("cbc:TaxInclusiveAmount", told.gross),
        amount("cbc:AllowanceTotalAmount", told.allowances) if told.allowances else "",
        amount("cbc:ChargeTotalAmount", told.charges) if told.charges else "",
        amount("cbc:PrepaidAmount", told.paid) if told.paid else "",
        amount("cbc:PayableRoundingAmount", told.rounding) if told.rounding else "",
        amount("cbc:PayableAmount", told.payable),
    )


def lines(invoice: SemanticInvoice, profile: Profile, *, name: str, quantity: str) -> str:
    return "".join(
        _line(place, line, profile, name, quantity) for place, line in enumerate(invoice.lines, 1)
    )


def names_of(kind: PaperKind) -> tuple[str, str, str, str]:
    """(root, type code, line, quantity): a credit note has names of its own."""
    if kind is PaperKind.CREDIT_NOTE:
        return "CreditNote", "cbc:CreditNoteTypeCode", "cac:CreditNoteLine", "cbc:CreditedQuantity"
    return "Invoice", "cbc:InvoiceTypeCode", "cac:InvoiceLine", "cbc:InvoicedQuantity"


def plain(invoice: SemanticInvoice) -> bytes:
    """The document of EN 16931 itself, without any country's additions."""
    root, code, line, quantity = names_of(invoice.kind)
    profile = Profile()
    body = (
        text("cbc:CustomizationID", PLAIN_CUSTOMIZATION),
        text("cbc:ID", invoice.number),
        text("cbc:UUID", invoice.uuid),
        text("cbc:IssueDate", invoice.issued_at.date().isoformat()),
        text(code, TYPE_CODES[invoice.kind]),
        text("cbc:Note", invoice.reason),
        text("cbc:DocumentCurrencyCode", invoice.currency),
        preceding(invoice),
        element("cac:AccountingSupplierParty", trader(invoice.seller)),
        element("cac:AccountingCustomerParty", trader(invoice.buyer)),
        element("cac:Delivery", text("cbc:ActualDeliveryDate", invoice.supplied_on.isoformat())),
        element("cac:PaymentMeans", text("cbc:PaymentMeansCode", invoice.payment_code)),
        adjustments(invoice.adjustments, profile),
        tax_total(invoice.totals.tax, invoice.shares, profile),
        monetary_total(invoice),
        lines(invoice, profile, name=line, quantity=quantity),
    )
    inside = "".join(body)
    return f'{HEAD}<{root} xmlns="{UBL}{root}-2" {COMMON}>{inside}</{root}>'.encode()


def _tax_subtotal(share: TaxShare, profile: Profile) -> str:
    why = text("cbc:TaxExemptionReasonCode", share.reason_code)
    why += text("cbc:TaxExemptionReason", share.reason)
    return element(
        "cac:TaxSubtotal",
        amount("cbc:TaxableAmount", share.taxable),
        amount("cbc:TaxAmount", share.tax),
        tax_category("cac:TaxCategory", share.category, share.rate_bp, profile, why),
    )


def _line(place: int, line: SupplyLine, profile: Profile, name: str, quantity: str) -> str:
    """The price is that of the line's whole quantity: a price that includes tax has no exact unit
    price without it."""
    number = f"{line.quantity:.{profile.quantity_decimals}f}"
    item = element(
        "cac:Item",
        profile.item_head(line) if profile.item_head else "",
        text("cbc:Name", line.name),
        profile.item_middle(line) if profile.item_middle else "",
        tax_category(
            "cac:ClassifiedTaxCategory",
            line.category,
            line.rate_bp,
            profile,
            text("cbc:TaxExemptionReasonCode", profile.line_reasons.get(line.category, "")),
        ),
    )
    price = element(
        "cac:Price",
        amount("cbc:PriceAmount", line.price),
        text("cbc:BaseQuantity", number, unitCode=profile.unit_code),
        profile.price_tail(line) if profile.price_tail else "",
    )
    return element(
        name,
        text("cbc:ID", place),
        text(quantity, number, unitCode=profile.unit_code),
        amount("cbc:LineExtensionAmount", line.net),
        allowance(line.allowance),
        profile.line_tax(line) if profile.line_tax else "",
        item,
        price,
        profile.line_tail(line) if profile.line_tail else "",
    )


def _clean(value: str) -> str:
    """Without what no XML may hold."""
    return "".join(one for one in value if one >= " " or one in "\t\n").strip()
