"""Money that goes back to buyers."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.kit.money import Money
from tijara.platform.prepared import prepared

from ..models import Owed, OwedLine
from ..shapes import GoodsRefund, OwedView, RefundCause

OWED = (
    "seller_id", "id", "order_id", "cause", "reason", "is_restocked", "amount_minor", "currency",
    "method", "payment_refund_id", "opened_at", "paid_at",
    "credit_minor", "ahead_minor", "ahead_method", "ahead_refund_id", "ahead_paid_at",
    "carriage_minor",
)  # fmt: skip
SHARE = (
    "currency", "items_minor", "delivery_minor", "fee_minor", "tax_minor", "commission_minor",
    "commission_vat_minor", "support_minor",
)  # fmt: skip
PART = (
    "line_id", "quantity", "items_minor", "tax_minor", "commission_minor", "commission_vat_minor",
    "support_minor", "support_tax_minor",
)  # fmt: skip
TAKEN_BACK = (RefundCause.RETURNED, RefundCause.EXCHANGED, RefundCause.REDUCED)
"""Of what was delivered."""
GONE = """
    SELECT EXISTS (SELECT FROM returns_owed
                   WHERE seller_id = %s AND order_id = %s AND cause = ANY(%s))
"""


def owed_of_orders(seller_id: UUID, order_ids: Sequence[UUID]) -> dict[UUID, list[OwedView]]:
    """What goes or went back of each order in money, the oldest first."""
    rows = Owed.objects.filter(seller_id=seller_id, order_id__in=order_ids)
    found: dict[UUID, list[OwedView]] = {}
    going = rows.exclude(cause=RefundCause.EXCHANGED).order_by("opened_at", "id")
    for row in going.values_list(*OWED):
        view = _view(*row)
        found.setdefault(view.order_id, []).append(view)
    return found


def owed_by_ids(seller_id: UUID, owed_ids: Sequence[UUID]) -> dict[UUID, OwedView]:
    rows = Owed.objects.filter(seller_id=seller_id, id__in=owed_ids).values_list(*OWED)
    return {row[1]: _view(*row) for row in rows}


def is_reduced(seller_id: UUID, order_id: UUID) -> bool:
    """Whether a decision has given a part of its price back."""
    rows = Owed.objects.filter(seller_id=seller_id, order_id=order_id, cause=RefundCause.REDUCED)
    return rows.exists()


def has_goods_refunds(seller_id: UUID, order_id: UUID) -> bool:
    """Whether any of an order's delivered goods was taken back."""
    with connection.cursor() as cursor:
        cursor.execute(GONE, [seller_id, order_id, [str(one) for one in TAKEN_BACK]])
        return bool(cursor.fetchone()[0])


def goods_back_for(seller_id: UUID, order_id: UUID) -> tuple[RefundCause, str]:
    """What became of the goods that were taken back last, and why they came."""
    rows = Owed.objects.filter(seller_id=seller_id, order_id=order_id, cause__in=TAKEN_BACK)
    cause, reason = rows.order_by("-opened_at", "-id").values_list("cause", "reason")[0]
    return RefundCause(cause), reason


def goods_refunds(seller_id: UUID, order_id: UUID) -> list[GoodsRefund]:
    """What of an order's delivered goods was taken back, each time by its lines; the oldest
    first."""
    found = _taken_back(seller_id, order_id)
    if not found:
        return []
    parts: dict[UUID, list[LineShare]] = {}
    for owed_id, *columns in _parts(seller_id, order_id):
        parts.setdefault(owed_id, []).append(LineShare(*columns))
    return [
        GoodsRefund(
            seller_id=seller_id,
            id=id,
            order_id=order_id,
            share=Share(*share),
            parts=tuple(parts.get(id, ())),
            opened_at=opened_at,
            is_exchange=cause == RefundCause.EXCHANGED,
        )
        for id, opened_at, cause, *share in found
    ]


def refunds_by_reference(
    seller_id: UUID, references: Sequence[str]
) -> dict[str, tuple[Share, tuple[LineShare, ...]]]:
    """What was taken back of delivered goods, and its lines, by what it was for: "return:<id>",
    "order:<id>"."""
    rows = Owed.objects.filter(
        seller_id=seller_id, reference__in=references, cause__in=TAKEN_BACK
    ).values_list("id", "reference", *SHARE)
    found = {owed_id: (reference, Share(*share)) for owed_id, reference, *share in rows}
    parts: dict[UUID, list[LineShare]] = {}
    lines = OwedLine.objects.filter(seller_id=seller_id, owed_id__in=found).order_by("id")
    for owed_id, *columns in lines.values_list("owed_id", *PART):
        parts.setdefault(owed_id, []).append(LineShare(*columns))
    return {
        reference: (share, tuple(parts.get(owed_id, ())))
        for owed_id, (reference, share) in found.items()
    }


@prepared
def _taken_back(seller_id: UUID, order_id: UUID) -> QuerySet:
    rows = Owed.objects.filter(seller_id=seller_id, order_id=order_id, cause__in=TAKEN_BACK)
    return rows.order_by("opened_at", "id").values_list("id", "opened_at", "cause", *SHARE)


@prepared
def _parts(seller_id: UUID, order_id: UUID) -> QuerySet:
    rows = OwedLine.objects.filter(seller_id=seller_id, order_id=order_id)
    return rows.order_by("id").values_list("owed_id", *PART)


def _view(*row) -> OwedView:
    seller_id, owed_id, order_id, cause, reason, is_restocked, amount_minor, currency = row[:8]
    method, payment_refund_id, opened_at, paid_at, credit, ahead, ahead_method = row[8:15]
    ahead_refund_id, ahead_paid_at, carriage = row[15:]
    if ahead and ahead_refund_id:
        payment_refund_id = (
            ahead_refund_id if credit + ahead + carriage == amount_minor else payment_refund_id
        )
        paid_at = max(paid_at, ahead_paid_at) if paid_at and ahead_paid_at else None
    return OwedView(
        seller_id=seller_id,
        id=owed_id,
        order_id=order_id,
        cause=RefundCause(cause),
        reason=reason,
        is_restocked=is_restocked,
        amount=Money(amount_minor - carriage, currency),
        method=method,
        payment_refund_id=payment_refund_id,
        opened_at=opened_at,
        paid_at=paid_at,
        credit_minor=credit,
        ahead_minor=ahead,
        ahead_method=ahead_method,
        carriage_minor=carriage,
    )
