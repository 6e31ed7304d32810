"""A semantic invoice as Egypt's e-receipt, version 1.2."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC

from tijara.kit.en16931 import (
    Adjustment,
    Broken,
    Category,
    PaperKind,
    SemanticInvoice,
    SupplyLine,
)
from tijara.kit.money import Money

from .canonical import Number, Value

RIN = re.compile(r"[0-9]{9}")
"""A registration number in Egypt."""
SALE, RETURN = "S", "R"
VAT = "T1"
SUBTYPES = {
    Category.STANDARD: "V009",
    Category.ZERO: "V001",
    Category.EXPORT: "V001",
    Category.EXEMPT: "V003",
    Category.OUTSIDE: "V004",
}
PAYMENTS = {"10": "C", "48": "V", "30": "TC"}
OTHERWISE = "O"
DECIMALS = 5
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
        "buyer": {"type": "P", "id": "", "name": "", "mobileNumber": "", "paymentNumber": ""},
        "itemData": [_item(invoice, *one) for one in _items(invoice)],
        **_totals(invoice),
        "paymentMethod": PAYMENTS.get(invoice.payment_code, OTHERWISE),
        "adjustment": Number("0"),
    }


def issued(invoice: SemanticInvoice) -> str:
    return invoice.issued_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def figure(money: Money) -> Number:
    """Five decimals, as the authority counts."""
    return Number(money.to_decimal_string() + "0" * (DECIMALS - money.exponent))


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


Item = tuple[str, int, Money, Category, int, Money]
"""(name, quantity, net, category, rate, tax)."""


def _items(invoice: SemanticInvoice) -> Iterator[Item]:
    """A receipt knows no charges of the whole: delivery and fee are things that were sold. Their
    tax is what the lines leave of the breakdown's."""
    for line in invoice.lines:
        yield _of_line(line)
    for share in invoice.shares:
        kind = (share.category, share.rate_bp)
        beside = [one for one in invoice.adjustments if (one.category, one.rate_bp) == kind]
        left = share.tax.minor - sum(
            line.tax.minor for line in invoice.lines if (line.category, line.rate_bp) == kind
        )
        for place, one in enumerate(beside, 1):
            tax = left if place == len(beside) else one.amount.minor * one.rate_bp // 10_000
            left -= tax
            yield _of_charge(one, Money(tax, one.amount.currency))


def _of_line(line: SupplyLine) -> Item:
    return line.name, line.quantity, line.net, line.category, line.rate_bp, line.tax


def _of_charge(one: Adjustment, tax: Money) -> Item:
    return one.reason, 1, one.amount, one.category, one.rate_bp, tax


def _item(
    invoice: SemanticInvoice,
    name: str,
    quantity: int,
    net: Money,
    category: Category,
    rate_bp: int,
    tax: Money,
) -> Value:
    return {
        "internalCode": name[:50],
        "description": name,
        "itemType": "EGS",
        "itemCode": f"EG-{invoice.seller.vat_number}-1",
        "unitType": "EA",
        "quantity": Number(quantity),
        "unitPrice": _unit(net, quantity),
        "netSale": figure(net),
        "totalSale": figure(net),
        "total": figure(net + tax),
        "commercialDiscountData": [],
        "itemDiscountData": [],
        "valueDifference": Number("0"),
        "taxableItems": [
            {
                "taxType": VAT,
                "amount": figure(tax),
                "subType": SUBTYPES[category],
                "rate": Number(f"{rate_bp // 100}.{rate_bp % 100:02d}"),
            }
        ],
    }


def _unit(net: Money, quantity: int) -> Number:
    """To five decimals, rounded half up."""
    scale = 10**DECIMALS
    whole = (2 * net.minor * scale + quantity * 10**net.exponent) // (
        2 * quantity * 10**net.exponent
    )
    return Number(f"{whole // scale}.{whole % scale:0{DECIMALS}d}")


def _totals(invoice: SemanticInvoice) -> dict[str, Value]:
    told = invoice.totals
    return {
        "totalSales": figure(told.net),
        "totalCommercialDiscount": Number("0"),
        "totalItemsDiscount": Number("0"),
        "extraReceiptDiscountData": [],
        "netAmount": figure(told.net),
        "feesAmount": Number("0"),
        "totalAmount": figure(told.gross),
        "taxTotals": [{"taxType": VAT, "amount": figure(told.tax)}],
    }
