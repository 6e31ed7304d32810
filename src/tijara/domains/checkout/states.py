"""The life of a checkout."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process

PLACING, PLACED, REFUSED = "placing", "placed", "refused"

PROCESS = proved(
    Process(
        name="checkout.checkout",
        version=1,
        actors=("buyer",),
        start=PLACING,
        ends=(PLACED, REFUSED),
        moves=(
            Move("place", (PLACING,), PLACED, ("buyer", SYSTEM)),
            Move("refuse", (PLACING,), REFUSED, ("buyer", SYSTEM)),
        ),
    )
)
"""PLACED: at least one of its orders stands; REFUSED: the door refused them all."""
