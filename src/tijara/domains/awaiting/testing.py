"""For tests of the faces."""

from uuid import UUID

from django.db.models import QuerySet

from tijara.kit.ids import new_id

from .models import Silence, Wait


def waits() -> QuerySet:
    """All that anybody waits for."""
    return Wait.objects.all()


def make_wait(buyer_id: UUID, variant_id: UUID, email: str = "") -> None:
    """As if it had been sold out when he asked."""
    Wait.objects.create(
        buyer_id=buyer_id,
        market_id=new_id(),
        product_id=new_id(),
        variant_id=variant_id,
        email=email,
        language="ar",
    )


def make_silent(buyer_id: UUID) -> None:
    Silence.objects.create(buyer_id=buyer_id)
