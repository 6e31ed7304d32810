"""Letters that claim cash from carriers, and what may be claimed."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from tijara.domains.fulfilment.queries import carrier_name
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.rebuilding import rebuild
from tijara.platform import files
from tijara.platform.files import StoredFile

from ..models import Carrier, CashParcel, Claim, ClaimLetter
from ..shapes import (
    CashParcelView,
    CashState,
    ClaimedParcel,
    ClaimLetterView,
    ClaimState,
    ClaimView,
)
from .parcels import claims_among, views_of

MOST_TRIES = 5
OPEN = Q(state=ClaimState.OPEN, ended_at=None)


def claimable(carrier_id: UUID, *, days: int, most: int) -> list[CashParcelView]:
    """What a carrier should have paid more than so many days ago and nobody has claimed; what is
    overdue longest first."""
    rows = CashParcel.objects.filter(
        carrier_id=carrier_id,
        state__in=[CashState.LATE, CashState.SHORT],
        due_at__lte=now() - timedelta(days=days),
    )
    return views_of(rows.order_by("due_at", "id")[:most])


def claim_letters(*, page: int = 1, size: int = 20) -> Page[ClaimLetterView]:
    """The newest first."""
    start = (page - 1) * size
    rows = ClaimLetter.objects.order_by("-written_at", "-id")[start : start + size + 1]
    found = _letters(rows)
    return Page(found[:size], page, size, has_next=len(found) > size)


def claim_letter(letter_id: UUID) -> ClaimLetterView | None:
    return next(iter(_letters(ClaimLetter.objects.filter(id=letter_id))), None)


def claims_of_letter(letter_id: UUID) -> list[ClaimView]:
    """Where each stands now. What was asked for again by a later letter stands there."""
    return claims_among(Claim.objects.filter(letter_id=letter_id).order_by("opened_at", "id"))


def letters_waiting(most: int) -> list[UUID]:
    """Those that are not printed yet and may be tried."""
    rows = ClaimLetter.objects.filter(file_id=None, tries__lt=MOST_TRIES)
    rows = rows.filter(Q(retry_at=None) | Q(retry_at__lte=now()))
    return list(rows.order_by("id").values_list("id", flat=True)[:most])


def last_day(until: datetime, zone: ZoneInfo) -> date:
    """A claim may be answered until the last moment of it."""
    return (until.astimezone(zone) - timedelta(seconds=1)).date()


def letter_file(letter: ClaimLetterView) -> StoredFile | None:
    """None until it is printed."""
    return files.find(OPERATOR_ID, letter.file_id) if letter.file_id else None


def _letters(rows: Iterable[ClaimLetter]) -> list[ClaimLetterView]:
    told = list(rows)
    names = dict(
        Carrier.objects.filter(id__in={one.carrier_id for one in told}).values_list("id", "name")
    )
    waiting = dict(
        Claim.objects.filter(OPEN, letter_id__in=[one.id for one in told])
        .values_list("letter_id")
        .annotate(many=Count("id"))
    )
    return [
        ClaimLetterView(
            id=one.id,
            number=one.number,
            carrier_id=one.carrier_id,
            carrier=carrier_name(names.get(one.carrier_id, "")),
            market_id=one.market_id,
            amount=Money(one.amount_minor, one.currency),
            parcels=tuple(rebuild(ClaimedParcel, row) for row in one.parcels),
            note=one.note,
            written_at=one.written_at,
            answer_by=one.answer_by,
            sent_to=one.sent_to,
            file_id=one.file_id,
            open_claims=waiting.get(one.id, 0),
            is_unanswered=bool(waiting.get(one.id)) and one.answer_by <= now(),
        )
        for one in told
    ]
