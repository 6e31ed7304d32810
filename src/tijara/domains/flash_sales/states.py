"""The life of a flash sale."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process, Rest

PROCESS = proved(
    Process(
        name="flash_sales.sale",
        version=1,
        actors=("seller", "staff"),
        start="proposed",
        ends=("ended", "refused"),
        moves=(
            Move("agree", ("proposed",), "agreed", ("staff",)),
            Move("refuse", ("proposed",), "refused", ("staff", "seller")),
            Move("pause", ("agreed",), "paused", ("staff",)),
            Move("resume", ("paused",), "agreed", ("staff",)),
            Move("end", ("agreed", "paused"), "ended", ("staff", "seller", SYSTEM)),
        ),
        rests=(Rest("proposed", "staff"), Rest("agreed", "staff"), Rest("paused", "staff")),
    )
)
"""An agreed one opens and closes by its hours; the clock ends it when they are over."""
