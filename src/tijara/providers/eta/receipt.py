"""A semantic invoice as Egypt's e-receipt, version 1.2."""

import re
from collections.abc import Iterator, Mapping

from tijara.kit.en16931 import Broken, PaperKind, SemanticInvoice

from .canonical import Number, Value
from .goods import (
    OWN_CODES,
    SUBTYPES,
    VAT,
    Sold,
    discount_rate,
    discounts,
    figure,
    goods,
    issued,
    item_codes,
    taxable,
    unit_price,
)

RIN = re.compile(r"[0-9]{9}")
"""A registration number in Egypt."""
SALE, RETURN = "S", "R"
PERSON, FOREIGNER = "P", "F"
"""Who has bought: a person in the country, or one out of it."""
PAYMENTS = {"10": "C", "48": "V", "30": "TC"}
OTHERWISE = "O"
CURRENCY = "EGP"


def faults(invoice: SemanticInvoice) -> list[Broken]:
    return [Broken(rule, about) for rule, about, holds in _asked(invoice) if not holds]


def _asked(invoice: SemanticInvoice) -> Iterator[tuple[str, str, bool]]:
    """Named as the authority's documentation names the field."""
    place = invoice.seller.place
    yield "ETA-seller.rin", "seller's number", bool(RIN.fullmatch(invoice.seller.vat_number))
    told = (place.region, place.city, place.street, place.building)
    yield "ETA-seller.branchAddress", "seller's address", all(told)
    yield "ETA-header.currency", "currency", invoice.currency == CURRENCY
    known = all(share.category in SUBTYPES for share in invoice.shares)
    yield "ETA-taxableItems.subType", "VAT category", known


def receipt(
    invoice: SemanticInvoice, keys: Mapping[str, str], before: str, uuid: str = ""
) -> dict[str, Value]:
    """Without `uuid`, what the identity is taken of."""
    is_return = invoice.kind is PaperKind.CREDIT_NOTE
    header: dict[str, Value] = {
        "dateTimeIssued": issued(invoice),
        "receiptNumber": invoice.number,
        "uuid": uuid,
        "previousUUID": before,
        "referenceOldUUID": "",
    }
    if is_return and invoice.preceding:
        header["referenceUUID"] = invoice.preceding.mark
    header |= {"currency": CURRENCY, "exchangeRate": Number("0"), "sOrderNameCode": ""}
    header |= {"orderdeliveryMode": "", "grossWeight": Number("0"), "netWeight": Number("0")}
    return {
        "header": header,
        "documentType": {"receiptType": RETURN if is_return else SALE, "typeVersion": "1.2"},
        "seller": _seller(invoice, keys),
        "buyer": {
            "type": FOREIGNER if invoice.is_export else PERSON,
            "id": "",
            "name": "",
            "mobileNumber": "",
            "paymentNumber": "",
        },
        "itemData": [item(invoice, one, keys) for one in goods(invoice)],
        **_totals(invoice),
        "paymentMethod": PAYMENTS.get(invoice.payment_code, OTHERWISE),
        "adjustment": Number("0"),
    }


def _seller(invoice: SemanticInvoice, keys: Mapping[str, str]) -> dict[str, Value]:
    place = invoice.seller.place
    return {
        "rin": invoice.seller.vat_number,
        "companyTradeName": invoice.seller.name,
        "branchCode": keys.get("branch", "0"),
        "branchAddress": {
            "country": place.country,
            "governate": place.region,
            "regionCity": place.city,
            "street": place.street,
            "buildingNumber": place.building,
            "postalCode": place.postcode,
            "floor": "",
            "room": "",
            "landmark": "",
            "additionalInformation": "",
        },
        "deviceSerialNumber": keys.get("device", ""),
        "syndicateLicenseNumber": "",
        "activityCode": keys.get("activity", ""),
    }


def item(invoice: SemanticInvoice, sold: Sold, keys: Mapping[str, str]) -> Value:
    return {
        "internalCode": sold.code or sold.name[:50],
        "description": sold.name,
        **item_codes(invoice.seller.vat_number, sold, with_barcodes=keys.get("codes") != OWN_CODES),
        "unitType": "EA",
        "quantity": Number(sold.quantity),
        "unitPrice": unit_price(sold.price, sold.quantity),
        "netSale": figure(sold.net),
        "totalSale": figure(sold.price),
        "total": figure(sold.net + sold.tax),
        "commercialDiscountData": _discounts(sold),
        "itemDiscountData": [],
        "valueDifference": Number("0"),
        "taxableItems": [taxable(sold)],
    }


def _discounts(sold: Sold) -> list[Value]:
    if not sold.off:
        return []
    rate = discount_rate(sold)
    return [{"amount": figure(sold.off), "description": "خصم", "rate": rate}]


def _totals(invoice: SemanticInvoice) -> dict[str, Value]:
    told = invoice.totals
    off = discounts(invoice)
    return {
        "totalSales": figure(told.net + off),
        "totalCommercialDiscount": figure(off) if off else Number("0"),
        "totalItemsDiscount": Number("0"),
        "extraReceiptDiscountData": [],
        "netAmount": figure(told.net),
        "feesAmount": Number("0"),
        "totalAmount": figure(told.gross),
        "taxTotals": [{"taxType": VAT, "amount": figure(told.tax)}],
    }
