"""The lives of a flash sale, and of a place in its queue."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import PlaceState as P

BUYER, STOCK = "buyer", "stock"

PROCESS = proved(
    Process(
        name="flash_sales.sale",
        version=1,
        actors=("seller", "staff"),
        start="proposed",
        ends=("ended", "refused"),
        moves=(
            Move("agree", ("proposed",), "agreed", ("staff",)),
            Move("refuse", ("proposed",), "refused", ("staff", "seller")),
            Move("pause", ("agreed",), "paused", ("staff",)),
            Move("resume", ("paused",), "agreed", ("staff",)),
            Move("end", ("agreed", "paused"), "ended", ("staff", "seller", SYSTEM)),
        ),
        rests=(Rest("proposed", "staff"), Rest("agreed", "staff"), Rest("paused", "staff")),
    )
)
"""An agreed one opens and closes by its hours; the clock ends it when they are over."""

PLACE = proved(
    Process(
        name="flash_sales.place",
        version=1,
        actors=(BUYER,),
        start=P.WAITING,
        ends=(P.LEFT, P.GIVEN_BACK),
        rests=(Rest(P.WAITING), Rest(P.LAPSED), Rest(P.BOUGHT)),
        holdings=(Holding("units", is_money=False),),
        effects=(
            Effect("set_aside", "units", Way.IN, STOCK),
            Effect("sell", "units", Way.OUT, BUYER),
            Effect("hand_on", "units", Way.OUT, STOCK),
            Effect("take_back"),
        ),
        moves=(
            Move("call", (P.WAITING,), P.TURN, (SYSTEM,), does=("set_aside",)),
            Move("buy", (P.TURN,), P.BOUGHT, (BUYER,), does=("sell",)),
            Move("lapse", (P.TURN,), P.LAPSED, (SYSTEM,), does=("hand_on",)),
            Move("leave", (P.WAITING, P.LAPSED), P.LEFT, (BUYER,)),
            Move("leave_turn", (P.TURN,), P.LEFT, (BUYER,), does=("hand_on",)),
            Move("stand_again", (P.LAPSED,), P.WAITING, (BUYER,)),
            Move("give_back", (P.BOUGHT,), P.GIVEN_BACK, (SYSTEM,), does=("take_back",)),
        ),
    )
)
"""Turns come and lapse for many at once, and a press buys in a function of the server: by its clock
in `advance_sale`, by `buy_flash_v1`. Who has left, or given back, may come again."""
