"""Payout runs and their transfers."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, Sum

from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import PayoutRun, PayoutTransfer
from ..shapes import RunState, RunView, TransferState, TransferView

RUN = (
    "id", "market_id", "code", "state", "pay_on", "prepared_at", "prepared_by", "approved_at",
    "approved_by", "currency",
)  # fmt: skip
TRANSFER = (
    "seller_id", "id", "run_id", "amount_minor", "currency", "holder", "masked", "state", "reason",
    "moved_at",
)  # fmt: skip
OPEN = (TransferState.PROPOSED, TransferState.ORDERED)
ORDERED = TransferState.ORDERED
NOT_PAID = (TransferState.FAILED, TransferState.RETURNED)
DECIDED = (TransferState.PAID, *NOT_PAID)


def run(run_id: UUID) -> RunView | None:
    return next(iter(_runs(PayoutRun.objects.filter(id=run_id))), None)


def runs(*, page: int = 1, size: int = 20) -> Page[RunView]:
    """Of all markets, the newest first."""
    start = (page - 1) * size
    listed = _runs(PayoutRun.objects.order_by("-prepared_at", "-id")[start : start + size + 1])
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def runs_waiting() -> int:
    """For another one of the staff to approve."""
    return PayoutRun.objects.filter(state=RunState.PREPARED).count()


def transfers_of_run(run_id: UUID, *, page: int = 1, size: int = 50) -> Page[TransferView]:
    """The largest amounts first."""
    start = (page - 1) * size
    rows = PayoutTransfer.objects.filter(run_id=run_id).order_by("-amount_minor", "id")
    listed = [_transfer(*row) for row in rows.values_list(*TRANSFER)[start : start + size + 1]]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def latest_transfers(seller_id: UUID, *, most: int = 10) -> list[TransferView]:
    """What has left a seller's account for his bank, and what became of it; the newest first."""
    rows = PayoutTransfer.objects.filter(seller_id=seller_id, state__in=(ORDERED, *DECIDED))
    found = rows.order_by("-moved_at").values_list(*TRANSFER)[:most]
    return [_transfer(*row) for row in found]


def came_back(*, page: int = 1, size: int = 30) -> Page[TransferView]:
    """Of all sellers: what no bank took, or sent back; the newest first."""
    start = (page - 1) * size
    rows = PayoutTransfer.objects.filter(state__in=NOT_PAID).order_by("-moved_at", "-id")
    listed = [_transfer(*row) for row in rows.values_list(*TRANSFER)[start : start + size + 1]]
    return Page(listed[:size], page, size, has_next=len(listed) > size)


def _runs(rows) -> list[RunView]:
    found = list(rows.values_list(*RUN))
    counted = (
        PayoutTransfer.objects.filter(run_id__in=[row[0] for row in found])
        .exclude(state=TransferState.LEFT_OUT)
        .values_list("run_id")
        .annotate(
            count=Count("id"),
            sum=Sum("amount_minor"),
            open=Count("id", Q(state__in=OPEN)),
            paid=Sum("amount_minor", filter=Q(state=TransferState.PAID), default=0),
            back=Sum("amount_minor", filter=Q(state__in=NOT_PAID), default=0),
        )
    )
    told = {run_id: told for run_id, *told in counted}
    return [_run(row, *told.get(row[0], (0, 0, 0, 0, 0))) for row in found]


def _run(row: Sequence[Any], count: int, total: int, still_open: int, *sums: int) -> RunView:
    run_id, market_id, code, state, pay_on, *people, currency = row
    prepared_at, prepared_by, approved_at, approved_by = people
    return RunView(
        id=run_id,
        market_id=market_id,
        code=code,
        state=RunState(state),
        pay_on=pay_on,
        prepared_at=prepared_at,
        prepared_by=prepared_by,
        approved_at=approved_at,
        approved_by=approved_by,
        count=count,
        total=Money(total, currency),
        open=still_open,
        paid=Money(sums[0], currency),
        back=Money(sums[1], currency),
    )


def _transfer(
    seller_id: UUID, transfer_id: UUID, run_id: UUID, minor: int, currency: str, *rest
) -> TransferView:
    holder, masked, state, *last = rest
    whole = (Money(minor, currency), holder, masked, TransferState(state), *last)
    return TransferView(seller_id, transfer_id, run_id, *whole)
