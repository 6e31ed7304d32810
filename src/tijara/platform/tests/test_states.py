"""A table of moves is proved whole when it is declared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.platform.states import Life, UnsoundLife

MOVES = {
    "placed": frozenset({"confirmed", "cancelled"}),
    "confirmed": frozenset({"shipped", "cancelled"}),
    "shipped": frozenset({"delivered"}),
    "delivered": frozenset(),
    "cancelled": frozenset(),
}
ENDS = frozenset({"delivered", "cancelled"})


def test_a_sound_life_allows_its_moves_and_no_others():
    life = Life("placed", MOVES, ENDS)
    allowed = {(before, after) for before, afters in MOVES.items() for after in afters}
    for before in MOVES:
        for after in MOVES:
            assert life.allows(before, after) == ((before, after) in allowed)


def test_it_knows_from_where_a_state_is_entered():
    life = Life("placed", MOVES, ENDS)
    assert life.before("cancelled") == {"placed", "confirmed"}
    assert life.before("placed") == frozenset()


@pytest.mark.parametrize(
    "start, change, ends",
    [
        ("nowhere", {}, ENDS),
        ("placed", {"shipped": frozenset({"lost"})}, ENDS),
        ("placed", {"returned": frozenset({"cancelled"})}, ENDS),
        ("placed", {"shipped": frozenset({"shipped"})}, ENDS),
        ("placed", {"shipped": frozenset()}, ENDS),
        ("placed", {"delivered": frozenset({"cancelled"})}, ENDS),
    ],
    ids=[
        "a start without a row",
        "a move to nowhere",
        "a state that is never reached",
        "a state that is never left",
        "a dead end that is no end",
        "an end that is left",
    ],
)
def test_an_unsound_life_is_refused(start, change, ends):
    with pytest.raises(UnsoundLife):
        Life(start, MOVES | change, ends)


names = st.sampled_from("abcdef")


@given(st.dictionaries(names, st.frozensets(names), min_size=1), names, st.frozensets(names))
def test_whatever_is_accepted_always_reaches_an_end(moves, start, ends):
    try:
        life = Life(start, moves, ends)
    except UnsoundLife:
        return
    for state in life.moves:
        waiting, seen = [state], set()
        while waiting:
            place = waiting.pop()
            if place not in seen:
                seen.add(place)
                waiting.extend(life.moves[place])
        assert seen & ends
