"""The life of a deal: what is held for the seller from the delivery until his buyer is safe.

`PROCESS` is the house's own: no market need choose. A market chooses one of `KINDS`, or writes its
own of these moves (`fitting.py`); what runs keeps the version that it began with.
"""

from dataclasses import replace

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from ..shapes import DealState as S
from ..shapes import ProcessKind

BUYER, SELLER, STAFF = "buyer", "seller", "staff"
TOLD = "deals.dispute_moved.v1"
HELD = (S.PERFORMED, S.DISPUTED, S.ANSWERED)
IN_DISPUTE = (S.DISPUTED, S.ANSWERED)

PERFORM = Move("perform", (S.OPEN,), S.PERFORMED, (SELLER,), does=("collect",), performs=SELLER)
SETTLE = Move("settle", (S.PERFORMED,), S.SETTLED, (SYSTEM,), does=("release",), due="due_at")
TAKE_BACK = Move("take_back", HELD, S.UNDONE, (SELLER, STAFF), does=("refund",))
COMPLAIN = Move("complain", (S.OPEN,), S.COMPLAINED, (BUYER,), tells=TOLD)
"""Of what has come, before the rest: nothing is given out of a purse that is still being filled."""
TAKE_UP = Move(
    "take_up", (S.COMPLAINED,), S.DISPUTED, (SELLER,), does=("collect",), performs=SELLER,
    tells=TOLD,
)  # fmt: skip
"""As a deal is performed, with the last parcel: from now on the sides have their days."""
DISPUTE = Move("dispute", (S.PERFORMED,), S.DISPUTED, (BUYER,), tells=TOLD)
WITHDRAW = Move("withdraw", IN_DISPUTE, S.SETTLED, (BUYER,), does=("release",), tells=TOLD)
ANSWER = Move("answer", (S.DISPUTED,), S.ANSWERED, (SELLER,), tells=TOLD)
BRING_TO_STAFF = Move(
    "bring_to_staff", (S.DISPUTED,), S.ANSWERED, (SYSTEM,), due="due_at", tells=TOLD
)
GIVE_IN = Move("give_in", IN_DISPUTE, S.UNDONE, (SELLER,), does=("refund",), tells=TOLD)
UNDO = Move(
    "undo_for_silence", IN_DISPUTE, S.UNDONE, (SYSTEM,), does=("refund",), due="due_at", tells=TOLD
)
PAY = Move(
    "settle_for_silence", IN_DISPUTE, S.SETTLED, (SYSTEM,), does=("release",), due="due_at",
    tells=TOLD,
)  # fmt: skip
FOR_SELLER = Move(
    "decide_seller", IN_DISPUTE, S.SETTLED, (STAFF,), does=("award_seller",), tells=TOLD
)
FOR_BUYER = Move("decide_buyer", IN_DISPUTE, S.UNDONE, (STAFF,), does=("award_buyer",), tells=TOLD)
PART = Move("decide_parts", IN_DISPUTE, S.PARTED, (STAFF,), does=("award_parts",), tells=TOLD)
MOVES = {
    one.name: one
    for one in (
        PERFORM, SETTLE, TAKE_BACK, COMPLAIN, TAKE_UP, DISPUTE, WITHDRAW, ANSWER, BRING_TO_STAFF,
        GIVE_IN, UNDO, PAY, FOR_SELLER, FOR_BUYER, PART,
    )
}  # fmt: skip
"""Every move that an action makes, from all the states and by all the people that it may be."""
SILENCE = (BRING_TO_STAFF.name, UNDO.name, PAY.name)
"""What the clock does with a dispute."""
ENDS = (S.SETTLED, S.UNDONE, S.PARTED)

PROCESS = proved(
    Process(
        name="deals.deal",
        version=1,
        actors=(BUYER, SELLER, STAFF),
        duties=(SELLER,),
        start=S.OPEN,
        ends=(S.SETTLED, S.UNDONE),
        rests=(Rest(S.OPEN, SELLER),),
        holdings=(Holding("purse"),),
        effects=(
            Effect("collect", "purse", Way.IN, BUYER),
            Effect("release", "purse", Way.OUT, SELLER),
            Effect("refund", "purse", Way.OUT, BUYER),
        ),
        moves=(PERFORM, SETTLE, replace(TAKE_BACK, before=(S.PERFORMED,))),
    )
)
"""Parcels fill the purse one by one, in the commit of their delivery: a deal is performed when the
last of them has ended."""


def _with_disputes(name: str, *silence: Move) -> Process:
    told = (
        PERFORM, SETTLE, TAKE_BACK, COMPLAIN, TAKE_UP, DISPUTE, WITHDRAW, ANSWER, GIVE_IN, *silence,
        replace(FOR_SELLER, before=(S.ANSWERED,)), FOR_BUYER, PART,
    )  # fmt: skip
    awards = (
        Effect("award_seller", "purse", Way.OUT, SELLER),
        Effect("award_buyer", "purse", Way.OUT, BUYER),
        Effect("award_parts", "purse", Way.OUT, BUYER, rest_to=SELLER),
    )
    return proved(
        replace(
            PROCESS,
            name=name,
            ends=ENDS,
            rests=(*PROCESS.rests, Rest(S.COMPLAINED, SELLER)),
            effects=(*PROCESS.effects, *awards),
            moves=told,
        )
    )


KINDS = {
    ProcessKind.PLAIN: PROCESS,
    ProcessKind.FOR_BUYER: _with_disputes("deals.for_buyer", UNDO),
    ProcessKind.BY_STAFF: _with_disputes(
        "deals.by_staff", BRING_TO_STAFF, replace(PAY, before=(S.ANSWERED,))
    ),
}
"""What is ready to be chosen. Staff decide before the seller's time is over only for the buyer."""
