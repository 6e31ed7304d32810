"""A market that others can reach shows nothing that only a demonstration may show."""

import pytest

from tijara.project.settings.demonstration import is_demonstration, operator_of


@pytest.mark.parametrize(
    ("given", "shows_all"),
    [
        ({}, True),
        ({"TIJARA_DEMONSTRATION": "0"}, False),
        ({"TIJARA_HOSTS": "souq.example"}, False),
        ({"TIJARA_BIND": "192.0.2.7"}, False),
        ({"TIJARA_HOSTS": "souq.example", "TIJARA_DEMONSTRATION": "1"}, True),
    ],
)
def test_who_opens_the_market_to_others_has_to_ask_for_a_demonstration(given, shows_all):
    assert is_demonstration(given) is shows_all


def test_a_real_market_shows_no_invented_numbers():
    real = {"TIJARA_DEMONSTRATION": "0", "TIJARA_VAT_NUMBER": "310000000000003"}
    assert operator_of(real)["commercial_register"] == ""
    assert operator_of(real)["vat_number"] == "310000000000003"
    assert operator_of({})["commercial_register"]
