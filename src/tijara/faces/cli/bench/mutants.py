"""`…inside mutants SEED MANY`: change processes at random, and let the prover and the histories
judge each. Whatever the prover calls sound, no history may break.
"""

import copy
import json
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tijara.faces.cli.terminal import say
from tijara.platform.process.loading import as_data, from_data, loaded
from tijara.platform.process.proving import prove
from tijara.platform.process.shapes import Process

from .histories import broken
from .samples import SAMPLES

Told = dict[str, Any]
Change = Callable[[Told, Random], None]
HISTORIES = 400
MOST_CHANGES = 2
WORDS = ("proved", "refused", "broken", "broken and proved", "refused, unbroken")


def run(seed: str, many: str) -> None:
    seeds = [told_of(one) for one in (*loaded(), *SAMPLES)]
    counts, examples = Counter(dict.fromkeys(WORDS, 0)), []
    for number, told in enumerate(_mutants(seeds, Random(int(seed)), int(many))):
        is_sound = not prove(from_data(told))
        wrong = "" if _has_strange_names(told) else broken(told, number, HISTORIES)
        counts["proved" if is_sound else "refused"] += 1
        counts["broken"] += bool(wrong)
        counts["refused, unbroken"] += not is_sound and not wrong
        if is_sound and wrong:
            counts["broken and proved"] += 1
            examples.append(f"{told['name']}: {wrong}")
    sound = sum(not prove(from_data(told)) for told in seeds)
    unbroken = sum(not broken(told, int(seed), HISTORIES) for told in seeds)
    report = {"counts": counts, "examples": examples[:5], "seeds": len(seeds)}
    say(json.dumps(report | {"sound": sound, "unbroken": unbroken}))


def told_of(process: Process) -> Told:
    """As JSON brings it back: lists that can be changed."""
    return json.loads(json.dumps(as_data(process)))


def changed(process: Process, change: Change, seed: int) -> Told:
    told = told_of(process)
    change(told, Random(seed))
    return told


def _mutants(seeds: list[Told], chance: Random, many: int) -> Iterator[Told]:
    for number in range(many):
        told = copy.deepcopy(seeds[number % len(seeds)])
        for _ in range(chance.randint(1, MOST_CHANGES)):
            chance.choice(CHANGES)(told, chance)
        yield told


def _has_strange_names(told: Told) -> bool:
    """Names that nothing stands for can't be played; the prover refuses them by their form."""
    states = {state for move in told["moves"] for state in (*move["before"], move["after"])}
    return not told["moves"] or not {told["start"], *told["ends"]} <= states


def _states(told: Told) -> list[str]:
    steps = {state for move in told["moves"] for state in (*move["before"], move["after"])}
    return sorted({told["start"], *steps})


def _drop_move(told: Told, chance: Random) -> None:
    if len(told["moves"]) > 1:
        told["moves"].remove(chance.choice(told["moves"]))


def _lead_elsewhere(told: Told, chance: Random) -> None:
    chance.choice(told["moves"])["after"] = chance.choice(_states(told))


def _begin_elsewhere(told: Told, chance: Random) -> None:
    chance.choice(told["moves"])["before"] = [chance.choice(_states(told))]


def _let_move(told: Told, chance: Random) -> None:
    by, who = chance.choice(told["moves"])["by"], chance.choice([*told["actors"], "system"])
    if who not in by:
        by.append(who)


def _let_move_no_more(told: Told, chance: Random) -> None:
    by = chance.choice(told["moves"])["by"]
    if len(by) > 1:
        by.remove(chance.choice(by))


def _forget_effect(told: Told, chance: Random) -> None:
    if does := [move["does"] for move in told["moves"] if move["does"]]:
        one = chance.choice(does)
        one.remove(chance.choice(one))


def _add_effect(told: Told, chance: Random) -> None:
    if told["effects"]:
        chance.choice(told["moves"])["does"].append(chance.choice(told["effects"])["name"])


def _pay_another(told: Told, chance: Random) -> None:
    if paid := [one for one in told["effects"] if one["way"] == "out"]:
        chance.choice(paid)["party"] = chance.choice([*told["actors"], "outside"])


def _part_with(told: Told, chance: Random) -> None:
    if paid := [one for one in told["effects"] if one["way"] == "out"]:
        chance.choice(paid)["rest_to"] = chance.choice([*told["actors"], "outside", ""])


def _forget_guards(told: Told, chance: Random) -> None:
    chance.choice(told["moves"])["guards"] = []


def _ask_for_more(told: Told, chance: Random) -> None:
    chance.choice(told["moves"])["guards"].append("somebody_wishes_it")


def _forget_duty_done(told: Told, chance: Random) -> None:
    chance.choice(told["moves"])["performs"] = ""


def _rest_no_more(told: Told, chance: Random) -> None:
    if told["rests"]:
        told["rests"].remove(chance.choice(told["rests"]))


def _rest(told: Told, chance: Random) -> None:
    state = chance.choice(_states(told))
    if state not in told["ends"] and state not in [one["state"] for one in told["rests"]]:
        told["rests"].append({"state": state, "on": ""})


def _end_elsewhere(told: Told, chance: Random) -> None:
    told["ends"] = [*told["ends"][1:], chance.choice(_states(told))]


def _open_otherwise(told: Told, chance: Random) -> None:
    told["opens"] = [one["name"] for one in told["effects"] if chance.random() < 0.3]


CHANGES: tuple[Change, ...] = (
    _drop_move, _lead_elsewhere, _begin_elsewhere, _let_move, _let_move_no_more, _forget_effect,
    _add_effect, _pay_another, _part_with, _forget_guards, _ask_for_more, _forget_duty_done,
    _rest_no_more, _rest, _end_elsewhere, _open_otherwise,
)  # fmt: skip
