"""The life of an import, whole, on one screen."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process, Rest

from .shapes import ImportState as S

SELLER = "seller"

PROCESS = proved(
    Process(
        name="offers.import",
        version=1,
        actors=(SELLER,),
        start=S.MAPPING,
        starts=(S.STOPPED,),
        ends=(S.UNDONE,),
        rests=(
            Rest(S.MAPPING, SELLER),
            Rest(S.CHECKED, SELLER),
            Rest(S.STOPPED, SELLER),
            Rest(S.DONE),
        ),
        moves=(
            Move("reread", (S.MAPPING, S.CHECKING, S.CHECKED, S.STOPPED), S.MAPPING, (SELLER,)),
            Move("check", (S.MAPPING, S.CHECKED, S.STOPPED), S.CHECKING, (SELLER,)),
            Move("find", (S.CHECKING,), S.CHECKED, (SYSTEM,)),
            Move("take_in", (S.CHECKED, S.STOPPED), S.IMPORTING, (SELLER,)),
            Move("finish", (S.IMPORTING, S.STOPPED), S.DONE, (SYSTEM,)),
            Move("stop", (S.CHECKING, S.IMPORTING), S.STOPPED, (SYSTEM,)),
            Move("undo", (S.DONE, S.STOPPED), S.UNDOING, (SELLER,)),
            Move("restore", (S.UNDOING,), S.UNDONE, (SYSTEM,)),
        ),
    )
)
"""One that a command reads where it lies begins as STOPPED, and goes on from there."""

WORK = (S.CHECKING, S.IMPORTING, S.UNDOING)
"""What the worker has to do."""
