"""The lives of a payout run, of its transfers until the bank has answered, and of a demand."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Move, Process, Rest

from .shapes import DemandState as D
from .shapes import RunState as R
from .shapes import TransferState as S

BANK, SELLER, STAFF = "bank", "seller", "staff"

PROCESS = proved(
    Process(
        name="settlements.transfer",
        version=1,
        actors=("staff", BANK),
        start=S.PROPOSED,
        ends=(S.FAILED, S.RETURNED, S.LEFT_OUT),
        rests=(Rest(S.PROPOSED, "staff"), Rest(S.ORDERED, BANK), Rest(S.PAID)),
        effects=(
            Effect("take_off"), Effect("pay"), Effect("give_back"), Effect("credit_anew"),
        ),
        moves=(
            Move("leave_out", (S.PROPOSED,), S.LEFT_OUT, ("staff", SYSTEM)),
            Move("order", (S.PROPOSED,), S.ORDERED, (SYSTEM,), guards=("approved", "owed"),
                 does=("take_off",)),
            Move("confirm", (S.ORDERED,), S.PAID, ("staff", BANK), does=("pay",)),
            Move("fail", (S.ORDERED,), S.FAILED, ("staff", BANK), does=("give_back",)),
            Move("return", (S.PAID,), S.RETURNED, ("staff", BANK), does=("credit_anew",)),
        ),
    )
)  # fmt: skip
"""Between the order and the answer the money lies in the account `payouts_on_their_way`: the bank's
silence moves nothing, for nobody here knows what it has done."""

RUN = proved(
    Process(
        name="settlements.run",
        version=1,
        actors=(STAFF,),
        start=R.PREPARED,
        ends=(R.APPROVED, R.CANCELLED),
        rests=(Rest(R.PREPARED, STAFF),),
        moves=(
            Move("approve", (R.PREPARED,), R.APPROVED, (STAFF,), guards=("by_another",)),
            Move("give_up", (R.PREPARED,), R.CANCELLED, (STAFF,)),
        ),
    )
)

DEMAND = proved(
    Process(
        name="settlements.demand",
        version=1,
        actors=(SELLER, STAFF),
        start=D.OPEN,
        ends=(D.SETTLED, D.WITHDRAWN),
        rests=(Rest(D.OPEN, SELLER),),
        moves=(
            Move("settle", (D.OPEN,), D.SETTLED, (SYSTEM,), guards=("owes_nothing",)),
            Move("withdraw", (D.OPEN,), D.WITHDRAWN, (STAFF,)),
        ),
    )
)
