"""A sound process is proved; with a fault planted in it, the fault is named."""

import json
from dataclasses import replace

import pytest

from tijara.platform.process.loading import Unsound, as_data, from_data, loaded, proved
from tijara.platform.process.proving import prove
from tijara.platform.process.shapes import (
    SYSTEM,
    Effect,
    Fault,
    FaultKind,
    Holding,
    Move,
    Process,
    Rest,
    Way,
)

PAY = Move("pay", ("open",), "paid", ("buyer",), does=("collect",))
LAPSE = Move("lapse", ("open",), "undone", (SYSTEM,))
SEND = Move("send", ("paid",), "sent", ("seller",), performs="seller")
CALL_OFF = Move("call_off", ("paid",), "undone", ("buyer", SYSTEM), does=("refund",))
SETTLE = Move("settle", ("sent",), "settled", ("buyer", SYSTEM), does=("release",))
MOVES = (PAY, LAPSE, SEND, CALL_OFF, SETTLE)
DEAL = Process(
    name="test.deal",
    version=1,
    actors=("buyer", "seller"),
    duties=("seller",),
    start="open",
    ends=("settled", "undone"),
    holdings=(Holding("price"),),
    effects=(
        Effect("collect", "price", Way.IN, "buyer"),
        Effect("release", "price", Way.OUT, "seller"),
        Effect("refund", "price", Way.OUT, "buyer"),
    ),
    moves=MOVES,
)
K = FaultKind


def with_moves(*moves: Move) -> Process:
    """The deal, where a move of the same name takes the place of its own."""
    named = {move.name: move for move in (*MOVES, *moves)}
    return replace(DEAL, moves=tuple(named.values()))


NEVER_SETTLED = replace(
    DEAL, ends=("undone",), moves=tuple(move for move in MOVES if move.name != "settle")
)


PLANTED = {
    "an end that nobody knows": (replace(DEAL, ends=("nowhere",)), K.UNKNOWN_NAME),
    "a move of a stranger": (with_moves(replace(SEND, by=("courier",))), K.UNKNOWN_NAME),
    "an effect without a name": (with_moves(replace(SEND, does=("bless",))), K.UNKNOWN_NAME),
    "a rest of nothing": (
        replace(DEAL, effects=(*DEAL.effects, Effect("tip", rest_to="seller"))),
        K.UNKNOWN_NAME,
    ),
    "an effect with half of what it needs": (
        replace(DEAL, effects=(*DEAL.effects, Effect("tip", "price"))),
        K.UNKNOWN_NAME,
    ),
    "two moves of one name": (replace(DEAL, moves=(*MOVES, SEND)), K.NAMED_TWICE),
    "an end at which one rests": (replace(DEAL, rests=(Rest("settled"),)), K.NAMED_TWICE),
    "an end that is left": (replace(DEAL, ends=("settled", "undone", "sent")), K.END_IS_LEFT),
    "a move that nobody makes": (with_moves(replace(SEND, by=())), K.NOBODY_MOVES),
    "a state that is never reached": (
        with_moves(Move("find", ("lost",), "undone", (SYSTEM,))),
        K.UNREACHABLE,
    ),
    "a state that is never left": (NEVER_SETTLED, K.DEAD_END),
    "one that is left only if something is so": (
        with_moves(replace(SETTLE, guards=("she_agrees",))),
        K.DEAD_END,
    ),
    "silence that lasts for ever": (with_moves(replace(SETTLE, by=("buyer",))), K.NEVER_ENDS),
    "a clock that goes round": (
        with_moves(
            replace(SETTLE, by=("buyer",)),
            Move("remind", ("sent",), "paid", (SYSTEM,)),
            replace(CALL_OFF, by=("buyer",)),
            Move("ask", ("paid",), "sent", (SYSTEM,), performs="seller"),
        ),
        K.NEVER_ENDS,
    ),
    "money that is taken twice": (with_moves(replace(SEND, does=("collect",))), K.TAKES_TWICE),
    "money that leaves twice": (
        with_moves(replace(SETTLE, does=("release", "refund"))),
        K.GIVES_NOTHING,
    ),
    "money that was never there": (
        with_moves(replace(LAPSE, does=("refund",))),
        K.GIVES_NOTHING,
    ),
    "money that stays": (with_moves(replace(CALL_OFF, does=())), K.STAYS_HELD),
    "money that rests": (replace(DEAL, rests=(Rest("paid", "seller"),)), K.RESTS_WITH_MONEY),
    "a seller who pays himself": (
        with_moves(replace(SETTLE, by=("seller", SYSTEM))),
        K.PAYS_HIMSELF,
    ),
    "a buyer who takes back what was performed for": (
        with_moves(Move("regret", ("sent",), "undone", ("buyer",), does=("refund",))),
        K.PAYS_HIMSELF,
    ),
    "silence that pays for nothing": (
        with_moves(replace(CALL_OFF, does=("release",), by=(SYSTEM,))),
        K.SILENCE_PAYS,
    ),
    "a house that says itself that he has sent": (
        with_moves(replace(SEND, by=("seller", SYSTEM))),
        K.SILENCE_PAYS,
    ),
}


def test_a_sound_process_has_no_fault():
    assert prove(DEAL) == ()


@pytest.mark.parametrize("process, kind", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_named(process, kind):
    assert kind in {fault.kind for fault in prove(process)}


def test_who_calls_off_takes_back_his_own():
    assert prove(with_moves(replace(CALL_OFF, by=("buyer", SYSTEM)))) == ()


def test_a_witness_may_say_that_he_has_sent():
    """A carrier's word is a guard: the house only passes it on."""
    told = Move(
        "hear", ("paid",), "sent", (SYSTEM,), guards=("carrier_says_so",), performs="seller"
    )
    assert prove(with_moves(told)) == ()


def test_who_decides_between_two_may_give_to_neither_of_himself():
    """Parted by staff it is sound; parted by one of the two it is his own cause that he judges."""
    part = Effect("part", "price", Way.OUT, "buyer", rest_to="seller")
    shared = replace(DEAL, actors=("buyer", "seller", "staff"), effects=(*DEAL.effects, part))
    parted = replace(SETTLE, name="part", by=("staff",), does=("part",))
    assert prove(replace(shared, moves=(*MOVES, parted))) == ()
    for party in ("buyer", "seller"):
        greedy = replace(parted, by=(party,))
        assert prove(replace(shared, moves=(*MOVES, greedy))) == (Fault(K.PAYS_HIMSELF, "part"),)
    early = replace(parted, before=("paid",), by=(SYSTEM,))
    assert Fault(K.SILENCE_PAYS, "part") in prove(replace(shared, moves=(*MOVES, early)))


def test_what_is_no_money_may_rest_and_must_leave_all_the_same():
    claim = replace(DEAL, holdings=(Holding("price", is_money=False),))
    assert prove(replace(claim, rests=(Rest("paid", "seller"),))) == ()
    moves = tuple(replace(one, does=()) if one is SETTLE else one for one in MOVES)
    assert prove(replace(claim, moves=moves)) == (Fault(K.STAYS_HELD, "settled"),)


def test_what_is_not_sound_is_not_loaded():
    with pytest.raises(Unsound, match="dead_end: sent"):
        proved(NEVER_SETTLED)
    assert NEVER_SETTLED not in loaded()


def test_it_goes_through_json_and_comes_back():
    for process in (DEAL, *loaded()):
        assert from_data(json.loads(json.dumps(as_data(process)))) == process


def test_the_house_lives_by_processes_that_are_sound():
    names = {process.name for process in loaded()}
    assert {"orders.order", "payments.charge", "checkout.checkout", "offers.import"} <= names
    assert [process.name for process in loaded() if prove(process)] == []


def test_a_version_is_written_once():
    process, shelf = replace(DEAL, name="test.versions"), {}
    assert proved(process, shelf) is process
    with pytest.raises(ValueError, match="two versions"):
        proved(replace(process, actors=("buyer", "seller", "staff")), shelf)
    assert proved(replace(process, version=2), shelf).version == 2
    assert "test.versions" not in {process.name for process in loaded()}
