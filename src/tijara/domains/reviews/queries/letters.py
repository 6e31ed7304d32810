"""Who is not asked for reviews."""

from uuid import UUID

from ..models import Silence


def is_silent(buyer_id: UUID) -> bool:
    return Silence.objects.filter(buyer_id=buyer_id).exists()
