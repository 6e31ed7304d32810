"""The life of a claim for a lost parcel: its carrier pays, or refuses."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import Effect, Move, Process, Rest

from .shapes import LossState as S

CARRIER, SELLER, STAFF = "carrier", "seller", "staff"
DESKS = (SELLER, STAFF)

LOSS = proved(
    Process(
        name="fulfilment.loss",
        version=1,
        actors=(CARRIER, SELLER, STAFF),
        start=S.OPEN,
        ends=(S.PAID, S.REFUSED),
        rests=(Rest(S.OPEN, CARRIER),),
        effects=(Effect("credit"),),
        moves=(
            Move("pay", (S.OPEN,), S.PAID, DESKS, does=("credit",)),
            Move("refuse", (S.OPEN,), S.REFUSED, DESKS),
        ),
    )
)
"""What a carrier pays never lies with us: it comes from his bank, and is its claimant's."""
