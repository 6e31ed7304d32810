"""What the prover calls sound is broken by no history; and a history can break what is not."""

import pytest

from tijara.faces.cli.bench.histories import broken
from tijara.faces.cli.bench.mutants import CHANGES, changed, told_of
from tijara.faces.cli.bench.samples import DISPUTED, SAMPLES
from tijara.platform.process.loading import from_data, loaded
from tijara.platform.process.proving import prove


@pytest.mark.parametrize("process", SAMPLES, ids=lambda process: process.name)
def test_the_samples_are_sound_and_unbroken(process):
    assert prove(process) == ()
    assert broken(told_of(process), 1, 300) == ""


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_no_change_fools_the_prover(change):
    for process in (*loaded(), *SAMPLES):
        for seed in range(4):
            told = changed(process, change, seed)
            if not prove(from_data(told)):
                assert broken(told, seed, 100) == "", told["name"]


def test_histories_break_what_is_not_sound():
    told = told_of(DISPUTED)
    (settle,) = [move for move in told["moves"] if move["name"] == "settle"]
    settle["does"] = []
    assert broken(told, 1, 300) == "something stays in a purse"
    settle["does"], settle["before"] = ["release"], ["paid", "performed"]
    assert broken(told, 1, 300) == "seller is paid for nothing"
