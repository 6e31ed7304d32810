"""Where the cash of parcels lies, for the process that moves it."""

from tijara.platform.process.moving import Track

from ..states import PROCESS

TRACK = Track(
    process=PROCESS,
    table="cash_parcel",
    owner="seller_id",
    log="cash_move",
    subject="parcel_id",
    version="process_version",
    shown=("seller_id", "id"),
)
