"""The lives of a charge, of what is asked of gateways for it, of what is shown as a proof that it
was paid, and of what is given back."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import AttemptState as A
from .shapes import ChargeState as S
from .shapes import NoticeState as N
from .shapes import ReceiptState, RefundState

STAFF, GATEWAY = "staff", "gateway"

PROCESS = proved(
    Process(
        name="payments.charge",
        version=1,
        actors=("buyer", "staff"),
        start=S.OPEN,
        ends=(S.PAID,),
        rests=(Rest(S.OPEN, "staff"), Rest(S.EXPIRED), Rest(S.CANCELLED)),
        holdings=(Holding("money"),),
        effects=(
            Effect("collect", "money", Way.IN, "buyer"),
            Effect("hand_over", "money", Way.OUT, "orders"),
        ),
        moves=(
            Move("pay", (S.OPEN, S.EXPIRED, S.CANCELLED), S.PAID, ("staff", SYSTEM),
                 does=("collect", "hand_over"), tells="payments.charge_paid.v1"),
            Move("expire", (S.OPEN,), S.EXPIRED, (SYSTEM,), guards=("no_more_is_awaited",),
                 tells="payments.charge_expired.v1", due="due_at"),
            Move("cancel", (S.OPEN,), S.CANCELLED, ("buyer", SYSTEM)),
        ),
    )
)  # fmt: skip
"""An open one may wait for staff: they have a receipt to look at. Whoever pays a charge late or not
at all is not waited for. Money that comes late still pays it; the orders decide what of it."""

UNSETTLED = (A.ASKED, A.OPEN, A.FAILED)
ATTEMPT = proved(
    Process(
        name="payments.attempt",
        version=1,
        actors=(GATEWAY,),
        start=A.ASKED,
        ends=(A.PAID, A.SURPLUS, A.ODD),
        rests=(Rest(A.OPEN, GATEWAY), Rest(A.FAILED)),
        effects=(Effect("pay_charge"), Effect("give_back")),
        moves=(
            Move("open", (A.ASKED, A.FAILED), A.OPEN, (SYSTEM,)),
            Move("fail", UNSETTLED, A.FAILED, (SYSTEM,)),
            Move("pay", UNSETTLED, A.PAID, (SYSTEM,), does=("pay_charge",)),
            Move("come_twice", UNSETTLED, A.SURPLUS, (SYSTEM,), does=("give_back",)),
            Move("be_odd", UNSETTLED, A.ODD, (SYSTEM,)),
        ),
    )
)
"""One that failed may be paid after all: a gateway says so late."""

RECEIPT = proved(
    Process(
        name="payments.receipt",
        version=1,
        actors=(STAFF,),
        start=ReceiptState.WAITING,
        ends=(ReceiptState.APPROVED, ReceiptState.REJECTED),
        rests=(Rest(ReceiptState.WAITING, STAFF),),
        moves=(
            Move("approve", (ReceiptState.WAITING,), ReceiptState.APPROVED, (STAFF,)),
            Move("reject", (ReceiptState.WAITING,), ReceiptState.REJECTED, (STAFF,)),
        ),
    )
)

REFUND = proved(
    Process(
        name="payments.refund",
        version=1,
        actors=("buyer", STAFF),
        start=RefundState.DUE,
        ends=(RefundState.PAID,),
        holdings=(Holding("money"),),
        effects=(
            Effect("owe", "money", Way.IN, "buyer"),
            Effect("give_back", "money", Way.OUT, "buyer"),
        ),
        opens=("owe",),
        moves=(
            Move("pay", (RefundState.DUE,), RefundState.PAID, (STAFF, SYSTEM),
                 does=("give_back",)),
        ),
    )
)  # fmt: skip
"""The house gives it back by itself, or has its staff do what a gateway won't."""

NOTICE = proved(
    Process(
        name="payments.notice",
        version=1,
        start=N.WAITING,
        starts=(N.FORGED, N.UNREADABLE),
        ends=(N.DONE, N.UNKNOWN, N.GIVEN_UP, N.FORGED, N.UNREADABLE),
        moves=(
            Move("finish", (N.WAITING,), N.DONE, (SYSTEM,)),
            Move("know_nothing", (N.WAITING,), N.UNKNOWN, (SYSTEM,)),
            Move("give_up", (N.WAITING,), N.GIVEN_UP, (SYSTEM,)),
        ),
    )
)
"""Staff may have one looked into anew, whatever came of it; a forged one never."""
