"""Who runs on a machine, and how many of them."""

import pytest

from tijara.faces.cli import family


def workers(command: list[str]) -> str:
    return command[command.index("--workers") + 1]


def test_one_web_process_unless_more_are_wished(monkeypatch):
    monkeypatch.delenv(family.WEB_PROCESSES, raising=False)
    assert workers(family.commands()["web"]) == "1"
    monkeypatch.setenv(family.WEB_PROCESSES, "16")
    command = family.commands()["web"]
    assert workers(command) == "16" and "--respawn-failed-workers" in command


@pytest.mark.parametrize("said", ["0", "65", "many", "-1", ""])
def test_a_number_that_is_none_is_refused_in_words(monkeypatch, said):
    monkeypatch.setenv(family.WEB_PROCESSES, said)
    with pytest.raises(family.NotOfTheFamily, match=family.WEB_PROCESSES):
        family.commands()
