"""Replace rejected documents that another one may help, without anybody's asking."""

import logging

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import curable_filings
from .correct_filing import NotRejected, correct_filing
from .file_invoice import PaperHeld
from .withdraw_unit import NoUnit

log = logging.getLogger(__name__)


@action(power=Power.SYSTEM, atomic=False)
def heal_filings(*, actor: Actor) -> int:
    """How many were replaced, each in a commit of its own. What somebody has done meanwhile, or
    would be turned away again, stays as it is."""
    healed = 0
    for seller_id, filing_id in curable_filings():
        try:
            correct_filing(actor=actor, seller_id=seller_id, filing_id=filing_id)
        except (NotRejected, NoUnit, PaperHeld) as refusal:
            log.info("document %s is not healed: %s", filing_id, refusal.code)
        else:
            healed += 1
    return healed
