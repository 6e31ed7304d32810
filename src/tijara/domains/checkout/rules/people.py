"""How a phone is marked by which a person is known again."""

from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "tijara.checkout.phone"


def phone_mark(market_id: UUID, phone: str, secret: str | None = None) -> UUID:
    """`phone` in E.164. By the installation's secret: who has the table alone can't try numbers,
    and what is known of one in a market is told nowhere else."""
    told = salted_hmac(SALT, f"{market_id}:{phone}", secret=secret, algorithm="sha256")
    return UUID(bytes=told.digest()[:16])


def phone_marks(market_id: UUID, phone: str) -> list[UUID]:
    """By the secret of today and by those before it: a mark can't be made anew from a hash."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [phone_mark(market_id, phone, one) for one in secrets]
