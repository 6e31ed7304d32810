"""The life of a promotion."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import Move, Process, Rest

PROCESS = proved(
    Process(
        name="promotions.promotion",
        version=1,
        actors=("owner",),
        start="active",
        ends=("ended",),
        moves=(
            Move("pause", ("active",), "paused", ("owner",)),
            Move("resume", ("paused",), "active", ("owner",)),
            Move("end", ("active", "paused"), "ended", ("owner",)),
        ),
        rests=(Rest("active", "owner"), Rest("paused", "owner")),
    )
)
"""One whose last day is over is still called active: it just holds no more."""
