"""A semantic invoice as PINT-AE: the Peppol document of the United Arab Emirates."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tijara.kit.en16931 import (
    Broken,
    Category,
    PaperKind,
    Place,
    SemanticInvoice,
    SupplyLine,
    Trader,
    ubl,
)
from tijara.kit.money import zero

CUSTOMIZATION = "urn:peppol:pint:billing-1@ae-1"
PROCESS = "urn:peppol:bis:billing"
NOTHING_SPECIAL = "00000000"
"""Eight flags: free zone, deemed supply, margin, summary, continuous, agent, e-commerce, export."""
EXPORTED = 7
SCHEME = "0235"
"""Of an address in the Emirates' part of Peppol: the tax identification number."""
RETURNED = "DL8.61.1.C"
"""Why a credit note is given: goods or services came back."""
KINDS = {PaperKind.INVOICE: "380", PaperKind.CREDIT_NOTE: "381", PaperKind.DEBIT_NOTE: "380"}
OUTSIDE_KINDS = {PaperKind.INVOICE: "480", PaperKind.CREDIT_NOTE: "81", PaperKind.DEBIT_NOTE: "480"}
UNTAXABLE = frozenset({Category.EXEMPT, Category.OUTSIDE})
EMIRATES = frozenset({"AUH", "DXB", "SHJ", "UAQ", "FUJ", "AJM", "RAK"})
GOODS = "G"
ANY_HS = "999999"
GTIN = "0160"
"""The register of barcodes' numbers, as Peppol counts registers."""
TRN = re.compile(r"1[0-9]{12}03")


def _line_tail(line: SupplyLine) -> str:
    """What the buyer sees: with tax, in dirhams."""
    untaxed = line.category is Category.EXEMPT
    tax = "" if untaxed else ubl.element("cac:TaxTotal", ubl.amount("cbc:TaxAmount", line.tax))
    return ubl.element("cac:ItemPriceExtension", ubl.amount("cbc:Amount", line.gross), tax)


def _price_tail(line: SupplyLine) -> str:
    """The price before a reduction of nothing."""
    return ubl.element(
        "cac:AllowanceCharge",
        ubl.text("cbc:ChargeIndicator", "false"),
        ubl.amount("cbc:Amount", zero(line.net.currency)),
        ubl.amount("cbc:BaseAmount", line.price),
    )


def _item_head(line: SupplyLine) -> str:
    return ubl.text("cbc:Description", line.name)


def _item_middle(line: SupplyLine) -> str:
    """Its barcode, and of what the buyer owes the tax the kind of goods that it is (BTAE-09)."""
    number = ubl.text("cbc:ID", line.gtin, schemeID=GTIN)
    return ubl.element("cac:StandardItemIdentification", number) + ubl.element(
        "cac:CommodityClassification",
        ubl.text("cbc:NatureCode", line.nature),
        ubl.text("cbc:CommodityCode", GOODS),
        ubl.text("cbc:ItemClassificationCode", ANY_HS, listID="HS"),
    )


PROFILE = ubl.Profile(
    line_tail=_line_tail,
    price_tail=_price_tail,
    item_head=_item_head,
    item_middle=_item_middle,
    states_rate_exempt=False,
)


def faults(invoice: SemanticInvoice) -> list[Broken]:
    return [Broken(rule, about) for rule, about, holds in _asked(invoice) if not holds]


def _asked(invoice: SemanticInvoice) -> Iterator[tuple[str, str, bool]]:
    seller, buyer = invoice.seller, invoice.buyer
    yield "ibr-132-ae", "seller's VAT number", bool(TRN.fullmatch(seller.vat_number))
    yield "ibr-132-ae", "buyer's VAT number", _is_number(buyer.vat_number)
    yield "ibr-080", "buyer's electronic address", bool(buyer.vat_number)
    for who, place in (("seller's", seller.place), ("buyer's", buyer.place)):
        yield "ibr-128-ae", f"{who} emirate", place.country != "AE" or place.region in EMIRATES
        yield "ibr-123-ae", f"{who} address", bool(place.street and place.city)
    exempt = [one for one in invoice.shares if one.category is Category.EXEMPT]
    yield "ibr-167-ae", "reason of no tax", all(one.reason_code for one in exempt)
    reversed_ = [one for one in invoice.lines if one.category is Category.REVERSE_CHARGE]
    yield "ibr-103-ae", "buyer's VAT number", bool(buyer.vat_number) or not reversed_
    for line in reversed_:
        yield "ibr-166-ae", f"kind of goods: {line.name}", bool(line.nature)
        yield "ibr-174-ae", f"barcode: {line.name}", bool(line.gtin)
    yield "ibr-co-15", "currency", invoice.currency == "AED"


def _is_number(vat_number: str) -> bool:
    return not vat_number or bool(TRN.fullmatch(vat_number))


def written(invoice: SemanticInvoice) -> str:
    """Exports are zero-rated here, and the flags say what they are."""
    flags = _flags(invoice)
    invoice = invoice.with_exports_zero_rated()
    exempt = {one.category: one.reason_code for one in invoice.shares}
    profile = replace(PROFILE, line_reasons={Category.EXEMPT: exempt.get(Category.EXEMPT, "")})
    root, code, line, quantity = ubl.names_of(invoice.kind)
    is_credit = invoice.kind is PaperKind.CREDIT_NOTE
    issued = invoice.issued_at
    reason = ubl.text("cbc:ResponseCode", RETURNED) if is_credit else ""
    body = (
        ubl.text("cbc:CustomizationID", CUSTOMIZATION),
        ubl.text("cbc:ProfileID", PROCESS),
        ubl.text("cbc:ProfileExecutionID", flags),
        ubl.text("cbc:ID", invoice.number),
        ubl.text("cbc:UUID", invoice.uuid),
        ubl.text("cbc:IssueDate", issued.date().isoformat()),
        "" if is_credit else ubl.text("cbc:DueDate", issued.date().isoformat()),
        ubl.text(code, _kind(invoice)),
        ubl.text("cbc:Note", invoice.reason),
        ubl.text("cbc:DocumentCurrencyCode", invoice.currency),
        ubl.element("cac:DiscrepancyResponse", reason),
        ubl.preceding(invoice),
        ubl.element("cac:AccountingSupplierParty", _trader(invoice.seller)),
        ubl.element("cac:AccountingCustomerParty", _trader(invoice.buyer)),
        _delivery(invoice.delivered_to or invoice.buyer.place),
        ubl.element("cac:PaymentMeans", ubl.text("cbc:PaymentMeansCode", invoice.payment_code)),
        ubl.adjustments(invoice.adjustments, PROFILE),
        _taxes(invoice),
        ubl.monetary_total(invoice),
        ubl.lines(invoice, profile, name=line, quantity=quantity),
    )
    space = f'xmlns="{ubl.UBL}{root}-2" {ubl.COMMON}'
    return f"{ubl.HEAD}<{root} {space}>{''.join(body)}</{root}>"


def _kind(invoice: SemanticInvoice) -> str:
    """A paper on which nothing could be taxed has a code of its own."""
    is_taxable = any(share.category not in UNTAXABLE for share in invoice.shares)
    return (KINDS if is_taxable else OUTSIDE_KINDS)[invoice.kind]


def _flags(invoice: SemanticInvoice) -> str:
    told = list(NOTHING_SPECIAL)
    if invoice.is_export:
        told[EXPORTED] = "1"
    return "".join(told)


def _trader(of: Trader) -> str:
    """Its tax identification number is the first ten digits of its VAT number."""
    endpoint = ubl.text("cbc:EndpointID", of.vat_number[:10], schemeID=SCHEME)
    licence = ubl.text(
        "cbc:CompanyID",
        of.registration or of.vat_number,
        schemeAgencyID="TL",
        schemeAgencyName="Trade licence authority",
    )
    return ubl.trader(of, endpoint=endpoint, legal_number=licence, names_registration=False)


def _delivery(place: Place) -> str:
    told = ubl.address(place).replace("cac:PostalAddress>", "cac:Address>")
    return ubl.element("cac:Delivery", ubl.element("cac:DeliveryLocation", told))


def _taxes(invoice: SemanticInvoice) -> str:
    included = ubl.text("cbc:TaxIncludedIndicator", "false")
    return ubl.tax_total(invoice.totals.tax, invoice.shares, PROFILE, middle=included)
