"""The life of a return, whole, on one screen."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import ReturnState as S

BUYER, SELLER, STAFF = "buyer", "seller", "staff"
DESKS = (SELLER, STAFF)
GIVE_BACK = ("recall", "give_back")
"""The price is taken from whom the delivery gave it to, and is the buyer's."""
REFUND = ("put_away", *GIVE_BACK)
"""And the goods stay."""
EXCHANGE = ("put_away", "recall", "pay_new_order")
TOLD = "returns.return_moved.v1"

PROCESS = proved(
    Process(
        name="returns.return",
        version=1,
        actors=(BUYER, SELLER, STAFF),
        duties=(BUYER,),
        start=S.REQUESTED,
        ends=(S.REFUNDED, S.EXCHANGED, S.SENT_BACK, S.WITHDRAWN, S.LAPSED, S.CLOSED),
        rests=(Rest(S.SENT, SELLER), Rest(S.INSPECTED, SELLER), Rest(S.APPEALED, STAFF)),
        holdings=(Holding("goods", is_money=False), Holding("price")),
        effects=(
            Effect("take_in", "goods", Way.IN, BUYER),
            Effect("put_away", "goods", Way.OUT, "stock"),
            Effect("hand_back", "goods", Way.OUT, BUYER),
            Effect("recall", "price", Way.IN, SELLER),
            Effect("give_back", "price", Way.OUT, BUYER),
            Effect("pay_new_order", "price", Way.OUT, "order"),
        ),
        moves=(
            Move("ask", (S.REQUESTED,), S.ASKED, DESKS, tells=TOLD),
            Move("answer", (S.ASKED,), S.REQUESTED, (BUYER,), tells=TOLD),
            Move("approve", (S.REQUESTED, S.ASKED), S.APPROVED, DESKS, tells=TOLD),
            Move("approve_for_silence", (S.REQUESTED,), S.APPROVED, (SYSTEM,),
                 due="due_at", tells=TOLD),
            Move("reject", (S.REQUESTED, S.ASKED), S.REJECTED, DESKS, tells=TOLD),
            Move("appeal", (S.REJECTED,), S.APPEALED, (BUYER,), tells=TOLD),
            Move("overrule", (S.APPEALED,), S.APPROVED, (STAFF,),
                 guards=("units_are_free",), tells=TOLD),
            Move("uphold", (S.APPEALED,), S.CLOSED, (STAFF,), tells=TOLD),
            Move("close", (S.REJECTED,), S.CLOSED, (SYSTEM,), due="due_at"),
            Move("withdraw", (S.REQUESTED, S.ASKED, S.APPROVED), S.WITHDRAWN, (BUYER,),
                 tells=TOLD),
            Move("lapse", (S.ASKED, S.APPROVED), S.LAPSED, (SYSTEM,), due="due_at", tells=TOLD),
            Move("let_keep", (S.REQUESTED, S.ASKED, S.APPROVED), S.REFUNDED, DESKS,
                 does=GIVE_BACK, tells=TOLD),
            Move("send", (S.APPROVED,), S.SENT, (BUYER,), tells=TOLD),
            Move("receive", (S.APPROVED, S.SENT), S.RECEIVED, DESKS,
                 does=("take_in",), performs=BUYER, tells=TOLD),
            Move("refund_for_silence", (S.RECEIVED,), S.REFUNDED, (SYSTEM,),
                 does=REFUND, due="due_at", tells=TOLD),
            Move("inspect", (S.RECEIVED,), S.INSPECTED, DESKS, tells=TOLD),
            Move("refund", (S.INSPECTED,), S.REFUNDED, DESKS,
                 guards=("something_is_accepted",), does=REFUND, tells=TOLD),
            Move("exchange", (S.INSPECTED,), S.EXCHANGED, DESKS,
                 guards=("all_is_accepted",), does=EXCHANGE, tells=TOLD),
            Move("send_back", (S.INSPECTED,), S.SENT_BACK, DESKS,
                 does=("hand_back",), tells=TOLD),
        ),
    )
)  # fmt: skip
"""Silence of the shop approves, and once the goods are with it, pays. Silence of the buyer lets it
lapse. Who has nothing back can't be given money by silence: the proof holds that."""
