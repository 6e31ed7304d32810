"""Work on imports as they come."""

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import advance_imports


@pump(rest_seconds=0.5)
def advance_waiting_imports() -> int:
    return advance_imports(actor=SYSTEM)
