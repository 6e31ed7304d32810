"""The lives of a parcel's cash, and of what its carrier is asked for:
docs/algorithms/cash-on-delivery.md."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import OWED
from .shapes import CashState as S
from .shapes import ClaimState as C

CARRIER, SELLER, STAFF = "carrier", "seller", "staff"

PROCESS = proved(
    Process(
        name="cash.parcel",
        version=1,
        actors=(CARRIER, SELLER, STAFF),
        start=S.WITH_CARRIER,
        ends=(S.RETURNED, S.RECONCILED, S.WRITTEN_OFF),
        rests=(
            Rest(S.WITH_CARRIER, CARRIER),
            Rest(S.LATE, CARRIER),
            Rest(S.SHORT, CARRIER),
            Rest(S.CLAIMED, CARRIER),
            Rest(S.REMITTED, STAFF),
        ),
        holdings=(Holding("debt", is_money=False),),
        effects=(
            Effect("owe", "debt", Way.IN, CARRIER),
            Effect("pay", "debt", Way.OUT, "bank"),
            Effect("forgive", "debt", Way.OUT, "losses"),
        ),
        moves=(
            Move("collect", (S.WITH_CARRIER,), S.COLLECTED, (SELLER, STAFF), does=("owe",)),
            Move("bring_back", (S.WITH_CARRIER,), S.RETURNED, (SELLER, STAFF)),
            Move("grow_late", (S.COLLECTED,), S.LATE, (SYSTEM,), due="due_at"),
            Move("pay_part", (S.COLLECTED, S.LATE, S.SHORT), S.SHORT, (STAFF,)),
            Move("pay_part_of_claim", (S.CLAIMED,), S.CLAIMED, (STAFF,)),
            Move("claim", (S.COLLECTED, S.LATE, S.SHORT), S.CLAIMED, (STAFF,)),
            Move("remit", OWED, S.REMITTED, (STAFF,), does=("pay",)),
            Move("write_off", (S.CLAIMED,), S.WRITTEN_OFF, (STAFF,), does=("forgive",)),
            Move("reconcile", (S.REMITTED,), S.RECONCILED, (STAFF,)),
        ),
    )
)
"""The debt is no money of ours: it may lie with the carrier as long as he is silent. What ends it
stands in the journal in the same commit."""

CLAIM = proved(
    Process(
        name="cash.claim",
        version=1,
        actors=(CARRIER, STAFF),
        start=C.OPEN,
        ends=(C.SETTLED, C.WRITTEN_OFF),
        rests=(Rest(C.OPEN, CARRIER), Rest(C.REFUSED, STAFF), Rest(C.PROPOSED, STAFF)),
        moves=(
            Move("settle", (C.OPEN, C.REFUSED, C.PROPOSED), C.SETTLED, (STAFF,)),
            Move("refuse", (C.OPEN,), C.REFUSED, (STAFF,)),
            Move("ask_again", (C.OPEN, C.REFUSED), C.OPEN, (STAFF,)),
            Move("propose", (C.OPEN, C.REFUSED), C.PROPOSED, (STAFF,)),
            Move("take_back", (C.PROPOSED,), C.OPEN, (STAFF,)),
            Move("take_back_refused", (C.PROPOSED,), C.REFUSED, (STAFF,)),
            Move("write_off", (C.PROPOSED,), C.WRITTEN_OFF, (STAFF,), guards=("by_another",)),
        ),
    )
)
"""What a carrier refuses he owes still: his list may bring it, or staff ask again."""
