"""Where deals lie, for the process that moves them."""

from tijara.platform.process.moving import Track

from ..states import PROCESS

TRACK = Track(
    process=PROCESS,
    table="deals_deal",
    owner="seller_id",
    log="deals_move",
    subject="deal_id",
    version="process_version",
    shown=("seller_id", "id"),
)
