"""Keep the counts of shelves up with what stands on them."""

from tijara.kit.actor import SYSTEM
from tijara.platform.jobs.pumps import pump

from .actions import recount_shelves


@pump(rest_seconds=1.0)
def recount_stale_shelves() -> int:
    return recount_shelves(actor=SYSTEM)
