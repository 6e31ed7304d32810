"""The time is over in which buyers are protected: what was held for sellers is theirs."""

from tijara.domains.ledger.actions import release_purses
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.sweeping import sweep

from ..queries import deal_track


@action(power=Power.SYSTEM)
def settle_deals(*, actor: Actor, limit: int = 1000) -> int:
    """How many, those that were due first; all of them in one commit with their money."""
    settled = sweep(deal_track(), Step("settle", SYSTEM, does=("release",)), limit=limit)
    release_purses(actor=SYSTEM, keys=[(seller_id, order_id) for seller_id, order_id in settled])
    return len(settled)
