"""The lives of a gift card, and of credit that is held for a checkout."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

from .shapes import GiftState as G
from .shapes import HoldState as H

BUYER, STAFF, GIVER = "buyer", "staff", "giver"

GIFT_CARD = proved(
    Process(
        name="wallet.gift_card",
        version=1,
        actors=(BUYER, STAFF),
        start=G.UNPAID,
        ends=(G.REDEEMED, G.CANCELLED),
        rests=(Rest(G.DROPPED), Rest(G.LIVE, BUYER)),
        holdings=(Holding("worth", is_money=False),),
        effects=(
            Effect("sell", "worth", Way.IN, GIVER),
            Effect("issue", "worth", Way.IN, "market"),
            Effect("credit", "worth", Way.OUT, "wallet"),
            Effect("give_back", "worth", Way.OUT, GIVER),
        ),
        moves=(
            Move("pay", (G.UNPAID, G.DROPPED), G.LIVE, (SYSTEM,), does=("sell",)),
            Move("issue", (G.UNPAID,), G.LIVE, (STAFF,), does=("issue",)),
            Move("drop", (G.UNPAID,), G.DROPPED, (SYSTEM,)),
            Move("redeem", (G.LIVE,), G.REDEEMED, (BUYER,), does=("credit",)),
            Move("cancel", (G.LIVE,), G.CANCELLED, (BUYER, STAFF), does=("give_back",)),
        ),
    )
)
"""Money that comes late makes a dropped one live. Its worth is a debt of the market and no money
that is kept for somebody: whoever has the code may let it lie as long as he likes."""

HOLD = proved(
    Process(
        name="wallet.hold",
        version=1,
        actors=(BUYER,),
        start=H.HELD,
        ends=(H.SPENT, H.RELEASED),
        holdings=(Holding("credit"),),
        effects=(
            Effect("hold", "credit", Way.IN, BUYER),
            Effect("spend", "credit", Way.OUT, "orders"),
            Effect("let_go", "credit", Way.OUT, BUYER),
        ),
        opens=("hold",),
        moves=(
            Move("spend", (H.HELD,), H.SPENT, (BUYER, SYSTEM), does=("spend",)),
            Move("release", (H.HELD,), H.RELEASED, (BUYER, SYSTEM), does=("let_go",)),
        ),
    )
)
