"""The life of a checkout."""

from tijara.platform.states import Life

PLACING, PLACED, REFUSED = "placing", "placed", "refused"

LIFE = Life(
    start=PLACING,
    moves={
        PLACING: frozenset({PLACED, REFUSED}),
        PLACED: frozenset(),
        REFUSED: frozenset(),
    },
    ends=frozenset({PLACED, REFUSED}),
)
"""PLACED: at least one of its orders stands; REFUSED: the door refused them all."""
