"""Deliver messages as they come."""

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import deliver_messages


@pump(rest_seconds=0.5)
def deliver_waiting_messages() -> int:
    return deliver_messages(actor=SYSTEM)
