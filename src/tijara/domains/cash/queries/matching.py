"""The parcels that the lines of a carrier's list may mean."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from ..models import CashParcel
from ..shapes import OWED, Candidate, CashState


def candidates(carrier_id: UUID, waybills: Sequence[str]) -> list[Candidate]:
    """Of all sellers: a list is the market's."""
    wanted = [one for one in waybills if one]
    rows = CashParcel.objects.filter(
        Q(waybill__in=wanted) | Q(number_key__in=wanted), carrier_id=carrier_id
    )
    return [candidate_of(one) for one in rows]


def candidate_of(row: CashParcel) -> Candidate:
    state = CashState(row.state)
    is_owed = state in (*OWED, CashState.WITH_CARRIER)
    left = row.amount_minor - row.paid_minor if is_owed else 0
    return Candidate(
        row.seller_id, row.id, row.waybill, row.number_key, state, left, row.owed_back_minor
    )
