"""The life of a transfer to a seller's bank, from a proposal until the bank has answered."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Move, Process, Rest

from .shapes import TransferState as S

BANK = "bank"

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
