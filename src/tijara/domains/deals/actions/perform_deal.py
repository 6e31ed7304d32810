"""All of an order has arrived: from now on its buyer is protected for a while."""

from uuid import UUID

from django.db import connection

from tijara.domains.markets.queries import market_by_id, working_days, zone_of
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step, move

from ..queries import deal_track
from ..rules import protected_until

OPEN = """
    INSERT INTO deals_deal (seller_id, id, state, process_version, opened_at, moved_at)
    VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""


@action(power=Power.SYSTEM)
def perform_deal(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Opens the deal, too, by the process that its market has now; again is nothing. Its parcels
    have filled the purse, each in the commit of its delivery."""
    market = market_by_id(markets_of([seller_id])[seller_id])
    working, zone = working_days(market.country), zone_of(market.country)
    until = protected_until(now(), market.protection_days, working, zone)
    track = deal_track(seller_id)
    process = track.process
    with connection.cursor() as cursor:
        cursor.execute(OPEN, [seller_id, order_id, process.start, process.version, now(), now()])
    step = Step("perform", SYSTEM, does=("collect",), sets={"due_at": until})
    move(track, seller_id, order_id, step)
