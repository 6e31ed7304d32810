"""How gateways write their reports: what their documentation says, and what headings suggest."""

from collections.abc import Iterable, Mapping, Sequence

from tijara.kit import lists
from tijara.kit.arabic import fold, strip_controls
from tijara.kit.lists import LineKind, ListForm

FIELDS = ("reference", "amount", "kind", "fee", "vat", "net", "currency", "moment")
NEEDED = ("reference", "amount")
HEADINGS = {
    "vat": ("vat", "tax", "ضريبة", "tva", "taxe"),
    "fee": ("fee", "commission", "mdr", "رسوم", "عمولة", "frais"),
    "net": ("net", "صافي"),
    "currency": ("currency", "عملة", "devise"),
    "moment": ("date", "time", "created", "تاريخ", "وقت"),
    "kind": ("type", "category", "kind", "نوع"),
    "amount": ("amount", "gross", "مبلغ", "قيمة", "montant", "brut"),
    "reference": (
        "charge", "payment", "transaction", "txn", "reference", "order", "مرجع", "رقم", "référence",
    ),
}  # fmt: skip
"""How gateways call their columns, in part. Asked in this order: "VAT on fee" is a tax, "payment
type" is no payment."""
WORDS = {
    LineKind.TAKEN: ("chargeback", "dispute", "نزاع", "اعتراض", "litige"),
    LineKind.REFUND: ("refund", "void", "revers", "استرداد", "مرتجع", "إلغاء", "rembours"),
    LineKind.FEE: ("fee", "commission", "رسوم", "عمولة", "frais"),
    LineKind.NOTHING: ("payout", "transfer", "total", "تحويل", "إجمالي", "virement"),
    LineKind.PAYMENT: (
        "pay", "charge", "sale", "purchase", "captur", "دفع", "شراء", "بيع", "paiement", "vente",
    ),
}  # fmt: skip
"""How gateways call kinds of lines, in part. Asked in this order: a chargeback is no charge."""
STRIPE = ListForm(
    columns={
        "kind": "reporting_category",
        "reference": "charge_id",
        "amount": "gross",
        "fee": "fee",
        "net": "net",
        "currency": "currency",
        "moment": "created",
    },
    kinds={
        "charge": LineKind.PAYMENT,
        "refund": LineKind.REFUND,
        "partial_capture_reversal": LineKind.REFUND,
        "dispute": LineKind.TAKEN,
        "dispute_reversal": LineKind.PAYMENT,
        "fee": LineKind.FEE,
        "payout": LineKind.NOTHING,
    },
)
"""The itemized payout reconciliation of its documentation; several resellers write the same."""
DOCUMENTED = (STRIPE,)
"""Beside those that a gateway's own package says. Tap, HyperPay, Paymob and PayTabs don't say how
their files are written, or let the merchant choose: theirs are told by hand, once."""


def fitting(forms: Iterable[ListForm], header: Sequence[str]) -> ListForm | None:
    """The first whose needed columns are there; of it, the columns that are there."""
    for form in forms:
        columns = {field: name for field, name in form.columns.items() if name in header}
        needed = {*NEEDED, *(["kind"] if "kind" in form.columns else [])}
        if needed <= columns.keys():
            return ListForm(columns, form.kinds)
    return None


def guessed_form(header: Sequence[str], kept: Mapping[str, str]) -> dict[str, str]:
    """Which heading holds what, by its words."""
    return lists.guessed_columns(header, kept, HEADINGS)


def guessed_kind(word: str) -> LineKind | None:
    said = fold(word)
    kinds = (kind for kind, words in WORDS.items() if any(fold(one) in said for one in words))
    return next(kinds, None)


def columns_fault(columns: Mapping[str, str], header: Sequence[str]) -> dict[str, str]:
    return lists.columns_fault(columns, header, NEEDED)


def told_word(cell: str) -> str:
    """A gateway's word for a kind, as it is compared."""
    return strip_controls(cell).strip().lower()[:60]
