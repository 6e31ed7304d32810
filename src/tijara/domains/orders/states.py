"""The life of an order, whole, on one screen."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import DELIVERY, ENDED, TAKE_BACK, UNDO
from .shapes import OrderState as S

BUYER, SELLER, STAFF = "buyer", "seller", "staff"
CLAIM, UNITS = "claim", "units"
EVERYBODY = (BUYER, SELLER, STAFF, SYSTEM)
"""Whoever ends the last parcel moves the order with it: a buyer who gives up the rest, too."""

PROCESS = proved(
    Process(
        name="orders.order",
        version=1,
        actors=(BUYER, SELLER, STAFF),
        duties=(SELLER,),
        start=S.PENDING,
        starts=(S.PLACED,),
        ends=ENDED,
        rests=(
            Rest(S.PLACED, SELLER),
            Rest(S.CONFIRMED, SELLER),
            Rest(S.PACKED, SELLER),
            Rest(S.SHIPPED, SELLER),
            Rest(S.DELIVERED),
        ),
        holdings=(Holding(CLAIM, is_money=False), Holding(UNITS, is_money=False)),
        effects=(
            Effect("book_claim", CLAIM, Way.IN, BUYER),
            Effect("set_aside", UNITS, Way.IN, "stock"),
            Effect("undo_claim", CLAIM, Way.OUT, BUYER),
            Effect("restock", UNITS, Way.OUT, "stock"),
            Effect("hand_over", CLAIM, Way.OUT, "statement"),
            Effect("give", UNITS, Way.OUT, BUYER),
            Effect("recall", CLAIM, Way.IN, "statement"),
            Effect("give_back", CLAIM, Way.OUT, BUYER),
        ),
        opens=("book_claim", "set_aside"),
        moves=(
            Move("release", (S.PENDING,), S.PLACED, (SYSTEM,), tells="orders.order_placed.v1"),
            Move("lapse", (S.PENDING,), S.CANCELLED, (SYSTEM,), does=UNDO,
                 tells="orders.order_cancelled.v1"),
            Move("confirm", (S.PLACED,), S.CONFIRMED, (SELLER, STAFF),
                 tells="orders.order_confirmed.v1"),
            Move("pass_over", (S.PLACED,), S.CONFIRMED, EVERYBODY),
            Move("pack", (S.CONFIRMED,), S.PACKED, (SELLER, STAFF),
                 tells="orders.order_packed.v1"),
            Move("ship", (S.CONFIRMED, S.PACKED), S.SHIPPED, EVERYBODY,
                 tells="orders.order_shipped.v1"),
            Move("deliver", (S.SHIPPED,), S.DELIVERED, EVERYBODY,
                 guards=("something_arrived",), does=DELIVERY,
                 tells="orders.order_delivered.v1", performs=SELLER),
            Move("deliver_digital", (S.PLACED, S.CONFIRMED), S.DELIVERED, EVERYBODY,
                 guards=("nothing_is_carried",), does=DELIVERY,
                 tells="orders.order_delivered.v1", performs=SELLER),
            Move("refuse", (S.SHIPPED,), S.REFUSED, EVERYBODY, does=UNDO,
                 tells="orders.order_refused.v1"),
            Move("cancel", (S.PENDING, S.PLACED, S.CONFIRMED, S.PACKED), S.CANCELLED, EVERYBODY,
                 guards=("nothing_has_gone",), does=UNDO, tells="orders.order_cancelled.v1"),
            Move("give_up", (S.PLACED, S.CONFIRMED, S.PACKED), S.CANCELLED, EVERYBODY,
                 does=UNDO, tells="orders.order_cancelled.v1"),
            Move("lose", (S.SHIPPED,), S.CANCELLED, EVERYBODY, does=UNDO,
                 tells="orders.order_cancelled.v1"),
            Move("take_back", (S.DELIVERED,), S.REFUNDED, (SELLER, STAFF),
                 does=TAKE_BACK, tells="orders.order_refunded.v1"),
        ),
    )
)  # fmt: skip
"""One that waits for nothing begins as PLACED."""
