"""Makers for tests."""

from datetime import timedelta

from tijara.kit.clock import now

from .models import Installation


def let_key_grow_old() -> None:
    """Its time is over."""
    Installation.objects.update(key_until=now() - timedelta(hours=1))


def finish_setup() -> None:
    """As if its last step had been settled."""
    Installation.objects.update(finished_at=now(), key_digest="")
