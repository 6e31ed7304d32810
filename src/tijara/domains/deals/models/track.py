"""Where deals lie, for the processes that move them."""

from psycopg.sql import SQL

from tijara.platform.process.moving import Track

from ..events import DisputeMoved
from ..states import PROCESS

TRACK = Track(
    process=PROCESS,
    table="deals_deal",
    owner="seller_id",
    log="deals_move",
    subject="deal_id",
    version="process_version",
    shown=("seller_id", "id"),
    facts={
        DisputeMoved: {
            "seller_id": SQL("fit.seller_id"),
            "order_id": SQL("fit.id"),
            "state": SQL("%(after)s::text"),
            "by": SQL("%(kind)s::text"),
            "move_id": SQL("%(key)s::uuid"),
        }
    },
)
"""By the house's own process; `queries.deal_track` adds those that markets have chosen."""
