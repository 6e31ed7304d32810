"""What was sold, as both of Egypt's documents tell it: receipts and invoices know no charges of the
whole, so delivery and fee are things that were sold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC

from tijara.domains.invoicing.shapes import GoodsToCode
from tijara.kit.en16931 import Adjustment, Category, SemanticInvoice, SupplyLine
from tijara.kit.money import Money, total, zero

from .canonical import Number, Value

VAT = "T1"
SUBTYPES = {
    Category.STANDARD: "V009",
    Category.ZERO: "V001",
    Category.EXPORT: "V001",
    Category.EXEMPT: "V003",
    Category.OUTSIDE: "V004",
}
DECIMALS = 5
SIDES = {"FC": "DELIVERY", "ABK": "FEE"}
"""The codes of what stands beside the goods, by why it is asked for (UNTDID 7161)."""
ONE_FOR_ALL = "1"
HEADS_OF_CODES = [
    "codeType",
    "parentCode",
    "itemCode",
    "codeName",
    "codeNameAr",
    "activeFrom",
    "activeTo",
    "description",
    "descriptionAr",
    "requestReason",
]
"""Named as the authority's documentation names what it is told of a code."""
BARCODES, OWN_CODES = "barcode", "own"
"""Under which codes goods go that have a barcode, as staff choose for a seller."""


@dataclass(frozen=True, slots=True)
class Sold:
    """`price` is that of the whole quantity, before what is `off` it."""

    name: str
    code: str
    gtin: str
    quantity: int
    price: Money
    off: Money
    category: Category
    rate_bp: int
    tax: Money

    @property
    def net(self) -> Money:
        return self.price - self.off


def goods(invoice: SemanticInvoice) -> Iterator[Sold]:
    """The tax of delivery and fee is what the lines leave of the breakdown's."""
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


def _of_line(line: SupplyLine) -> Sold:
    off = line.allowance.amount if line.allowance else zero(line.net.currency)
    return Sold(
        line.name,
        line.code,
        line.gtin,
        line.quantity,
        line.price,
        off,
        line.category,
        line.rate_bp,
        line.tax,
    )


def _of_charge(one: Adjustment, tax: Money) -> Sold:
    nothing = zero(tax.currency)
    code = SIDES.get(one.reason_code, "")
    return Sold(one.reason, code, "", 1, one.amount, nothing, one.category, one.rate_bp, tax)


def discounts(invoice: SemanticInvoice) -> Money:
    told = [line.allowance.amount for line in invoice.lines if line.allowance]
    return total(told, invoice.currency)


def discount_rate(sold: Sold) -> Number:
    """In percent, where it makes the amount; else none is told."""
    bp = sold.off.minor * 10_000 // sold.price.minor if sold.price else 0
    exact = sold.price.minor * bp == sold.off.minor * 10_000
    return Number(f"{bp // 100}.{bp % 100:02d}") if exact else Number("0")


def taxable(sold: Sold) -> Value:
    return {
        "taxType": VAT,
        "amount": figure(sold.tax),
        "subType": SUBTYPES[sold.category],
        "rate": Number(f"{sold.rate_bp // 100}.{sold.rate_bp % 100:02d}"),
    }


def item_codes(vat_number: str, sold: Sold, *, with_barcodes: bool = True) -> dict[str, Value]:
    """By the number of its barcode, which is known to everybody; what has none by a code that its
    seller has registered. Papers from before goods had codes go under one for all."""
    if sold.gtin and with_barcodes:
        return {"itemType": "GS1", "itemCode": sold.gtin}
    return {"itemType": "EGS", "itemCode": own_code(vat_number, sold.code or ONE_FOR_ALL)}


def own_code(vat_number: str, code: str) -> str:
    return f"EG-{vat_number}-{code}"


def issued(invoice: SemanticInvoice) -> str:
    return invoice.issued_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def figure(money: Money) -> Number:
    """Five decimals, as the authority counts."""
    return Number(money.to_decimal_string() + "0" * (DECIMALS - money.exponent))


def unit_price(net: Money, quantity: int) -> Number:
    """To five decimals, rounded half up."""
    scale = 10**DECIMALS
    whole = (2 * net.minor * scale + quantity * 10**net.exponent) // (
        2 * quantity * 10**net.exponent
    )
    return Number(f"{whole // scale}.{whole % scale:0{DECIMALS}d}")


def sheet_of_codes(
    vat_number: str, goods: Iterable[GoodsToCode], since: str, *, with_barcodes: bool
) -> list[list[str]]:
    """What the authority's portal takes as a file: the codes that are the seller's own. The class
    of goods (GPC) is his to choose."""
    return [
        ["EGS", "", own_code(vat_number, one.code), one.name_en or one.name_ar, one.name_ar]
        + [since, "", "", "", ""]
        for one in goods
        if not (one.gtin and with_barcodes)
    ]
