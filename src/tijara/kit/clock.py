"""The one clock. Everything that asks for the time asks here."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC)
