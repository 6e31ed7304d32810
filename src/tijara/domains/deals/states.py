"""The life of a deal: what is held for the seller from the delivery until his buyer is safe."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import DealState as S

SELLER, STAFF = "seller", "staff"

PROCESS = proved(
    Process(
        name="deals.deal",
        version=1,
        actors=("buyer", SELLER, STAFF),
        duties=(SELLER,),
        start=S.OPEN,
        ends=(S.SETTLED, S.UNDONE),
        rests=(Rest(S.OPEN, SELLER),),
        holdings=(Holding("purse"),),
        effects=(
            Effect("collect", "purse", Way.IN, "buyer"),
            Effect("release", "purse", Way.OUT, SELLER),
            Effect("refund", "purse", Way.OUT, "buyer"),
        ),
        moves=(
            Move("perform", (S.OPEN,), S.PERFORMED, (SELLER,), does=("collect",), performs=SELLER),
            Move("settle", (S.PERFORMED,), S.SETTLED, (SYSTEM,), does=("release",), due="due_at"),
            Move("take_back", (S.PERFORMED,), S.UNDONE, (SELLER, STAFF), does=("refund",)),
        ),
    )
)
"""Parcels fill the purse one by one, in the commit of their delivery: a deal is performed when the
last of them has ended."""
