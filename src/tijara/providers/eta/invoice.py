"""A semantic invoice as Egypt's document between businesses, version 1.0."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from tijara.kit.en16931 import Broken, PaperKind, Place, SemanticInvoice

from .canonical import Number, Value, canonical
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
from .receipt import CURRENCY, RIN

TYPES = {PaperKind.INVOICE: "I", PaperKind.CREDIT_NOTE: "C", PaperKind.DEBIT_NOTE: "D"}
VERSION = "1.0"
BUSINESS = "B"
UUID = re.compile(r"[0-9A-Z]{26}")
"""As the authority names a document that it has taken."""


def faults(invoice: SemanticInvoice) -> list[Broken]:
    return [Broken(rule, about) for rule, about, holds in _asked(invoice) if not holds]


def _asked(invoice: SemanticInvoice) -> Iterator[tuple[str, str, bool]]:
    """Named as the authority's documentation names the field."""
    seller, buyer = invoice.seller, invoice.buyer
    yield "ETA-issuer.id", "seller's number", bool(RIN.fullmatch(seller.vat_number))
    yield "ETA-issuer.address", "seller's address", _is_whole(seller.place)
    yield "ETA-receiver.id", "buyer's number", bool(RIN.fullmatch(buyer.vat_number))
    yield "ETA-receiver.name", "buyer's name", bool(buyer.name.strip())
    yield "ETA-receiver.address", "buyer's address", _is_whole(buyer.place)
    yield "ETA-unitValue.currencySold", "currency", invoice.currency == CURRENCY
    known = all(share.category in SUBTYPES for share in invoice.shares)
    yield "ETA-taxableItems.subType", "VAT category", known
    if invoice.preceding is not None:
        is_taken = bool(UUID.fullmatch(invoice.preceding.mark))
        yield "ETA-references", "invoice that the note is about", is_taken


def _is_whole(place: Place) -> bool:
    return all((place.country, place.region, place.city, place.street, place.building))


def document(invoice: SemanticInvoice, keys: Mapping[str, str]) -> dict[str, Value]:
    """Without a signature."""
    told: dict[str, Value] = {
        "issuer": {
            "address": {"branchID": keys.get("branch", "0"), **_address(invoice.seller.place)},
            "type": BUSINESS,
            "id": invoice.seller.vat_number,
            "name": invoice.seller.name,
        },
        "receiver": {
            "address": _address(invoice.buyer.place),
            "type": BUSINESS,
            "id": invoice.buyer.vat_number,
            "name": invoice.buyer.name,
        },
        "documentType": TYPES[invoice.kind],
        "documentTypeVersion": VERSION,
        "dateTimeIssued": issued(invoice),
        "taxpayerActivityCode": keys.get("activity", ""),
        "internalID": invoice.number,
    }
    if invoice.preceding is not None:
        told["references"] = [invoice.preceding.mark]
    told["invoiceLines"] = [_line(invoice, one, keys) for one in goods(invoice)]
    return told | _totals(invoice)


def fingerprint(told: Mapping[str, Value]) -> str:
    """What is signed, as its hash."""
    return sha256(canonical(told).encode()).hexdigest()


def _address(place: Place) -> dict[str, Value]:
    return {
        "country": place.country,
        "governate": place.region,
        "regionCity": place.city,
        "street": place.street,
        "buildingNumber": place.building,
        "postalCode": place.postcode,
        "floor": "",
        "room": "",
        "landmark": "",
        "additionalInformation": place.district,
    }


def _line(invoice: SemanticInvoice, sold: Sold, keys: Mapping[str, str]) -> Value:
    return {
        "description": sold.name,
        **item_codes(invoice.seller.vat_number, sold, with_barcodes=keys.get("codes") != OWN_CODES),
        "unitType": "EA",
        "quantity": Number(sold.quantity),
        "internalCode": sold.code or sold.name[:50],
        "salesTotal": figure(sold.price),
        "total": figure(sold.net + sold.tax),
        "valueDifference": Number("0"),
        "totalTaxableFees": Number("0"),
        "netTotal": figure(sold.net),
        "itemsDiscount": Number("0"),
        "unitValue": {
            "currencySold": CURRENCY,
            "amountEGP": unit_price(sold.price, sold.quantity),
        },
        "discount": {"rate": discount_rate(sold), "amount": figure(sold.off)},
        "taxableItems": [taxable(sold)],
    }


def _totals(invoice: SemanticInvoice) -> dict[str, Value]:
    told, off = invoice.totals, discounts(invoice)
    return {
        "totalDiscountAmount": figure(off),
        "totalSalesAmount": figure(told.net + off),
        "netAmount": figure(told.net),
        "taxTotals": [{"taxType": VAT, "amount": figure(told.tax)}],
        "totalAmount": figure(told.gross),
        "extraDiscountAmount": Number("0"),
        "totalItemsDiscountAmount": Number("0"),
    }
