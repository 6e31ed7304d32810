"""Approved runs are ordered; a worker goes on where another was cut off."""

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import order_transfers


@pump(rest_seconds=2.0)
def order_approved_transfers() -> int:
    return order_transfers(actor=SYSTEM)
