"""The simulator takes cards in a demonstration alone, and never beside real keys."""

import pytest

from tijara.faces.cli import family, gateway_simulator


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, True),
        ({"TIJARA_DEMONSTRATION": "1", "TIJARA_HOSTS": "souq.example"}, True),
        ({"TIJARA_DEMONSTRATION": "0"}, False),
        ({"TIJARA_HOSTS": "souq.example"}, False),
        ({"TIJARA_MOYASAR_SECRET_KEY": "sk_live_1"}, False),
        ({"TIJARA_DEMONSTRATION": "1", "TIJARA_MOYASAR_SECRET_KEY": "sk_test_1"}, False),
    ],
)
def test_where_it_runs(given, wanted):
    told = dict(given)
    assert gateway_simulator.take_over(told) is wanted
    assert (told == given) is not wanted


def test_a_second_start_in_the_same_surroundings_runs_it_again():
    told: dict[str, str] = {}
    assert gateway_simulator.take_over(told) and gateway_simulator.take_over(told)


def test_the_family_has_it_where_it_is_wanted(monkeypatch, tmp_path):
    for name in (*gateway_simulator.SETTINGS, "TIJARA_HOSTS", "TIJARA_BIND"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TIJARA_DATA", str(tmp_path))
    monkeypatch.setenv("TIJARA_DEMONSTRATION", "0")
    assert gateway_simulator.NAME not in family.commands()
    monkeypatch.setenv("TIJARA_DEMONSTRATION", "1")
    for name in gateway_simulator.SETTINGS:
        monkeypatch.setenv(name, "")
    command = family.commands()[gateway_simulator.NAME]
    assert "tijara.providers.moyasar.simulator" in command
    assert not any("sk_" in word for word in command)
