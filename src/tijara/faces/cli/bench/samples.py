"""Processes of trade models that are not built yet, to judge the prover on."""

from tijara.platform.process.shapes import SYSTEM, Effect, Holding, Move, Process, Rest, Way

BUYER, SELLER, STAFF = "buyer", "seller", "staff"

DISPUTED = Process(
    name="sample.disputed_deal",
    version=1,
    actors=(BUYER, SELLER, STAFF),
    duties=(SELLER,),
    start="agreed",
    ends=("settled", "undone"),
    holdings=(Holding("price"),),
    effects=(
        Effect("collect", "price", Way.IN, BUYER),
        Effect("release", "price", Way.OUT, SELLER),
        Effect("refund", "price", Way.OUT, BUYER),
        Effect("award_seller", "price", Way.OUT, SELLER),
        Effect("award_buyer", "price", Way.OUT, BUYER),
    ),
    moves=(
        Move("pay", ("agreed",), "paid", (BUYER,), does=("collect",)),
        Move("lapse", ("agreed",), "undone", (SYSTEM,), due="due_at"),
        Move("perform", ("paid",), "performed", (SELLER,), performs=SELLER),
        Move("call_off", ("paid",), "undone", (BUYER, SYSTEM), does=("refund",), due="due_at"),
        Move("accept", ("performed",), "settled", (BUYER,), does=("release",)),
        Move("settle", ("performed",), "settled", (SYSTEM,), does=("release",), due="due_at"),
        Move("dispute", ("performed",), "disputed", (BUYER,)),
        Move("give_in", ("disputed",), "undone", (SELLER, SYSTEM), does=("refund",), due="due_at"),
        Move("decide_seller", ("disputed",), "settled", (STAFF,), does=("award_seller",)),
        Move("decide_buyer", ("disputed",), "undone", (STAFF,), does=("award_buyer",)),
    ),
)
AUCTION = Process(
    name="sample.auction_with_deposit",
    version=1,
    actors=(BUYER, SELLER, STAFF),
    duties=(SELLER,),
    start="open",
    ends=("sold", "void", "forfeited"),
    holdings=(Holding("deposit"), Holding("price"), Holding("lot", is_money=False)),
    effects=(
        Effect("set_aside", "lot", Way.IN, "stock"),
        Effect("hand_out", "lot", Way.OUT, BUYER),
        Effect("put_back", "lot", Way.OUT, "stock"),
        Effect("deposit", "deposit", Way.IN, BUYER),
        Effect("return_deposit", "deposit", Way.OUT, BUYER),
        Effect("forfeit", "deposit", Way.OUT, "market"),
        Effect("collect", "price", Way.IN, BUYER),
        Effect("release", "price", Way.OUT, SELLER),
        Effect("refund", "price", Way.OUT, BUYER),
    ),
    opens=("set_aside",),
    moves=(
        Move("bid", ("open",), "won", (BUYER,), does=("deposit",)),
        Move("close", ("open",), "void", (SELLER, SYSTEM), does=("put_back",), due="due_at"),
        Move("pay", ("won",), "paid", (BUYER,), does=("collect", "return_deposit")),
        Move("default", ("won",), "forfeited", (SYSTEM,), does=("forfeit", "put_back"),
             due="due_at"),
        Move("hand_over", ("paid",), "handed", (SELLER,), does=("hand_out",), performs=SELLER),
        Move("fail", ("paid",), "void", (STAFF, SYSTEM), does=("refund", "put_back"),
             due="due_at"),
        Move("settle", ("handed",), "sold", (BUYER, SYSTEM), does=("release",), due="due_at"),
    ),
)  # fmt: skip
NOTICE = Process(
    name="sample.notice",
    version=1,
    actors=(BUYER, STAFF),
    start="written",
    ends=("answered", "closed"),
    rests=(Rest("written", STAFF),),
    moves=(
        Move("answer", ("written", "asked_again"), "answered", (STAFF,)),
        Move("ask_again", ("written",), "asked_again", (BUYER,)),
        Move("close", ("asked_again",), "closed", (STAFF, SYSTEM)),
    ),
)
SAMPLES = (DISPUTED, AUCTION, NOTICE)
