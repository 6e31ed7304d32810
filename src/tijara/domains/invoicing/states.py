"""The lives of what writes a seller's documents for an authority, of each document, and of what a
debit note asks for."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process, Rest

from .shapes import DebitState as D
from .shapes import FilingState as F
from .shapes import UnitState as U

BUYER, SELLER, STAFF = "buyer", "seller", "staff"
DESKS = (SELLER, STAFF)

UNIT = proved(
    Process(
        name="invoicing.unit",
        version=1,
        actors=DESKS,
        start=U.BEGUN,
        ends=(U.WITHDRAWN,),
        rests=(Rest(U.BEGUN, SELLER), Rest(U.READY, SELLER)),
        moves=(
            Move("make_ready", (U.BEGUN,), U.READY, DESKS),
            Move("withdraw", (U.BEGUN, U.READY), U.WITHDRAWN, DESKS),
        ),
    )
)

FILING = proved(
    Process(
        name="invoicing.filing",
        version=1,
        actors=DESKS,
        start=F.WAITING,
        starts=(F.KEPT,),
        ends=(F.ACCEPTED, F.WARNED, F.CORRECTED, F.KEPT),
        rests=(Rest(F.REJECTED, SELLER),),
        moves=(
            Move("accept", (F.WAITING,), F.ACCEPTED, (SYSTEM,)),
            Move("accept_and_warn", (F.WAITING,), F.WARNED, (SYSTEM,)),
            Move("reject", (F.WAITING,), F.REJECTED, (SYSTEM,)),
            Move("correct", (F.REJECTED,), F.CORRECTED, (*DESKS, SYSTEM)),
        ),
    )
)
"""A silent authority is asked for as long as it takes. One that nobody sends is kept."""

DEBIT = proved(
    Process(
        name="invoicing.debit",
        version=1,
        actors=(BUYER, SELLER, STAFF),
        start=D.OPEN,
        ends=(D.PAID, D.DIRECT, D.WRITTEN_OFF),
        rests=(Rest(D.OPEN, BUYER),),
        moves=(
            Move("pay", (D.OPEN,), D.PAID, (BUYER, SYSTEM)),
            Move("say_paid", (D.OPEN,), D.DIRECT, DESKS),
            Move("write_off", (D.OPEN,), D.WRITTEN_OFF, DESKS, guards=("by_another",)),
        ),
    )
)
"""What a buyer owes by it never lies with us: it is a debt to his seller."""
