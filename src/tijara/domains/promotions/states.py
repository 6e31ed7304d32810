"""The lives of a promotion, and of a use of it that a checkout claims."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process, Rest

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

CLAIM = proved(
    Process(
        name="promotions.claim",
        version=1,
        start="held",
        ends=("spent",),
        rests=(Rest("released"),),
        moves=(
            Move("spend", ("held", "released"), "spent", (SYSTEM,)),
            Move("release", ("held",), "released", (SYSTEM,)),
        ),
    )
)
"""What the sweep gave back is counted after all where its checkout had ordered by it."""
