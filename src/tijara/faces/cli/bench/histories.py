"""Play a process at random, with money that is counted, and see whether something goes wrong.

This knows nothing of the prover: it reads the process as JSON holds it, and keeps purses. Only what
has happened counts; nothing is concluded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

PRICE = 1000
LONGEST = 60
PATIENCE = 200
"""Steps of the house alone after everybody else has fallen silent: whoever is not at rest by then
goes round in circles."""


@dataclass(slots=True)
class Purse:
    minor: int = 0
    source: str = ""


@dataclass(slots=True)
class Play:
    """One history so far."""

    told: Mapping[str, Any]
    chance: Random
    state: str
    purses: dict[str, Purse] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    wrong: str = ""

    @property
    def money(self) -> list[Purse]:
        names = {one["name"] for one in self.told["holdings"] if one["is_money"]}
        return [purse for name, purse in self.purses.items() if name in names]


def broken(told: Mapping[str, Any], seed: int, histories: int) -> str:
    """What went wrong in the first history in which something did; else nothing."""
    chance = Random(seed)
    for _ in range(histories):
        if wrong := _lived(told, chance):
            return wrong
    return ""


def _lived(told: Mapping[str, Any], chance: Random) -> str:
    start = chance.choice([told["start"], *told["starts"]])
    play = Play(told, chance, start)
    play.purses = {one["name"]: Purse() for one in told["holdings"]}
    _do(play, told["opens"], None, "")
    silent_from = chance.randrange(LONGEST)
    for step in range(LONGEST):
        if play.wrong or play.state in told["ends"]:
            break
        if step >= silent_from:
            return play.wrong or _alone(play)
        _anybody(play)
    return play.wrong or _ended(play)


def _anybody(play: Play) -> None:
    """Somebody who may moves; whether what a move asks for is so is chance."""
    possible = [
        (move, who)
        for move in play.told["moves"]
        if play.state in move["before"] and (not move["guards"] or play.chance.random() < 0.5)
        for who in move["by"]
    ]
    if possible:
        _make(play, *play.chance.choice(possible))
    elif not _may_leave(play):
        play.wrong = f"stuck in {play.state}"


def _may_leave(play: Play) -> bool:
    """Is there a move out of here for which nothing need be so?"""
    return any(play.state in move["before"] and not move["guards"] for move in play.told["moves"])


def _alone(play: Play) -> str:
    """Nobody but the house moves any more, and nothing that a move asks for is so."""
    rests = {one["state"] for one in play.told["rests"]}
    for _ in range(PATIENCE):
        if play.wrong or play.state in play.told["ends"]:
            return play.wrong or _ended(play)
        if play.state in rests:
            return "rests with money" if any(purse.minor for purse in play.money) else ""
        own = [
            move
            for move in play.told["moves"]
            if play.state in move["before"] and "system" in move["by"] and not move["guards"]
        ]
        if not own:
            return f"waits for ever in {play.state}"
        _make(play, play.chance.choice(own), "system")
    return f"goes round and round by {play.state}"


def _make(play: Play, move: Mapping[str, Any], who: str) -> None:
    if move["performs"] and (move["guards"] or who != "system"):
        play.done.add(move["performs"])
    play.state = move["after"]
    _do(play, move["does"], move, who)


def _do(play: Play, names: list[str], move: Mapping[str, Any] | None, who: str) -> None:
    effects = {one["name"]: one for one in play.told["effects"]}
    for effect in (effects[name] for name in names):
        if not effect["holding"]:
            continue
        purse = play.purses[effect["holding"]]
        if effect["way"] == "in":
            if purse.minor:
                play.wrong = play.wrong or f"{effect['name']}: taken twice"
            purse.minor, purse.source = purse.minor + PRICE, effect["party"]
        else:
            if not purse.minor:
                play.wrong = play.wrong or f"{effect['name']}: the purse is empty"
            elif purse in play.money and move is not None:
                _look(play, purse.source, effect, who)
            purse.minor = 0


def _look(play: Play, source: str, effect: Mapping[str, Any], who: str) -> None:
    """Who has pressed, and who is richer by it?"""
    for gets in filter(None, (effect["party"], effect["rest_to"])):
        others = play.done - {gets}
        if who == gets and who != "system" and (source != gets or others):
            play.wrong = play.wrong or f"{who} pays himself"
        if who == "system" and gets in play.told["duties"] and gets not in play.done:
            play.wrong = play.wrong or f"{gets} is paid for nothing"


def _ended(play: Play) -> str:
    if play.state in play.told["ends"] and any(purse.minor for purse in play.purses.values()):
        return "something stays in a purse"
    return ""
