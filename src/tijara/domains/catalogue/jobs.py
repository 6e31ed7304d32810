"""Work that nobody waits for: pictures are made."""

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import make_pictures


@pump(rest_seconds=1.0)
def make_waiting_pictures() -> int:
    return make_pictures(actor=SYSTEM)
