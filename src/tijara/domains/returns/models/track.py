"""Where returns lie, for the process that moves them."""

from psycopg.sql import SQL

from tijara.platform.process.moving import Track

from ..events import ReturnMoved
from ..states import PROCESS

TRACK = Track(
    process=PROCESS,
    table="returns_return",
    owner="seller_id",
    log="returns_move",
    subject="return_id",
    version="process_version",
    shown=("seller_id", "id", "order_id", "buyer_id"),
    facts={
        ReturnMoved: {
            "seller_id": SQL("fit.seller_id"),
            "return_id": SQL("fit.id"),
            "order_id": SQL("fit.order_id"),
            "buyer_id": SQL("fit.buyer_id"),
            "state": SQL("%(after)s::text"),
            "by": SQL("%(kind)s::text"),
            "move_id": SQL("%(key)s::uuid"),
        }
    },
)
