"""Parcels that carriers have lost, and what became of the claims for them."""

from collections.abc import Iterable
from uuid import UUID

from tijara.domains.orders.queries import orders
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page

from ..models import LossClaim
from ..rules.losses import STEPS, age_part, days_between
from ..shapes import Claimant, LossAgeing, LossState, LossView


def losses(*, claimant: Claimant, is_open: bool, page: int = 1, size: int = 30) -> Page[LossView]:
    """Of all sellers: the open ones by age, the oldest first; the answered ones newest first."""
    rows = LossClaim.objects.filter(claimant=claimant)
    if is_open:
        rows = rows.filter(state=LossState.OPEN).order_by("lost_at", "id")
    else:
        rows = rows.exclude(state=LossState.OPEN).order_by("-answered_at", "-id")
    start = (page - 1) * size
    found = _views(rows[start : start + size + 1])
    return Page(found[:size], page, size, has_next=len(found) > size)


def losses_of_order(seller_id: UUID, order_id: UUID) -> list[LossView]:
    """The first one first."""
    rows = LossClaim.objects.filter(seller_id=seller_id, order_id=order_id)
    return _views(rows.order_by("lost_at", "id"))


def loss(seller_id: UUID, loss_id: UUID) -> LossView | None:
    return next(iter(_views(LossClaim.objects.filter(seller_id=seller_id, id=loss_id))), None)


def losses_waiting(claimant: Claimant = Claimant.MARKET) -> int:
    return LossClaim.objects.filter(claimant=claimant, state=LossState.OPEN).count()


def loss_ageing(claimant: Claimant = Claimant.MARKET) -> list[LossAgeing]:
    """By carrier, who owes most answers first."""
    rows = LossClaim.objects.filter(claimant=claimant, state=LossState.OPEN)
    sums: dict[tuple[str, str], list[int]] = {}
    counts: dict[tuple[str, str], int] = {}
    for carrier, currency, minor, lost_at in rows.values_list(
        "carrier", "currency", "amount_minor", "lost_at"
    ):
        parts = sums.setdefault((carrier, currency), [0] * (len(STEPS) + 1))
        parts[age_part(days_between(lost_at, now()))] += minor
        counts[carrier, currency] = counts.get((carrier, currency), 0) + 1
    told = [LossAgeing(*key, tuple(parts), counts[key]) for key, parts in sums.items()]
    return sorted(told, key=lambda one: (one.currency, -sum(one.minors), one.carrier))


def _views(rows: Iterable[LossClaim]) -> list[LossView]:
    found = list(rows)
    known = orders([(one.seller_id, one.order_id) for one in found])
    return [
        LossView(
            seller_id=one.seller_id,
            id=one.id,
            shipment_id=one.shipment_id,
            order_id=one.order_id,
            number=known[one.order_id].number,
            claimant=Claimant(one.claimant),
            carrier=one.carrier,
            tracking_number=one.tracking_number,
            is_resent=one.is_resent,
            amount=Money(one.amount_minor, one.currency),
            basis=one.basis,
            state=LossState(one.state),
            lost_at=one.lost_at,
            days=days_between(one.lost_at, one.answered_at or now()),
            paid=Money(one.paid_minor, one.currency),
            bank_reference=one.bank_reference,
            answer=one.answer,
            answered_at=one.answered_at,
        )
        for one in found
    ]
