"""Where transfers lie, for the process that moves them."""

from tijara.platform.process.moving import Track

from ..states import PROCESS

TRACK = Track(
    process=PROCESS,
    table="settlements_transfer",
    owner="seller_id",
    shown=("id", "run_id", "currency", "amount_minor", "holder", "masked"),
)
