"""All of an order has arrived: from now on its buyer is protected for a while."""

from uuid import UUID

from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Outcome, Step, move

from ..queries import after_days, deal_terms_of, deal_track, standing_of_dispute
from ..rules import protected_until
from ..shapes import DealState
from .move_deal import move_deal
from .open_deal import open_deal


@action(power=Power.SYSTEM)
def perform_deal(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Opens the deal, too, by the process that its market has now; again is nothing. Its parcels
    have filled the purse, each in the commit of its delivery. Has its buyer complained of what came
    before the rest, the days of the dispute begin instead."""
    market = market_by_id(markets_of([seller_id])[seller_id])
    working, zone = working_days(market.country), zone_of(market.country)
    until = protected_until(now(), market.protection_days, working, zone)
    open_deal(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    step = Step("perform", SYSTEM, does=("collect",), sets={"due_at": until})
    if move(deal_track(seller_id), seller_id, order_id, step).outcome is not Outcome.MOVED:
        _take_up(seller_id, order_id)


def _take_up(seller_id: UUID, order_id: UUID) -> None:
    standing = standing_of_dispute(seller_id, order_id)
    if standing is None or standing[0] is not DealState.COMPLAINED:
        return
    days = deal_terms_of(seller_id, order_id).answer_days
    sets = {"due_at": after_days(seller_id, days)}
    step = Step("take_up", SYSTEM, does=("collect",), sets=sets)
    move_deal(actor=SYSTEM, seller_id=seller_id, order_id=order_id, step=step)
