"""One number, however it was typed."""

import pytest

from tijara.kit.phones import mobile_number


@pytest.mark.parametrize(
    "typed",
    [
        "0551234567",
        "055 123 4567",
        "٠٥٥١٢٣٤٥٦٧",
        "+966551234567",
        "00966 55 123 4567",
        "\u200f0551234567\u200f",
        "551234567",
    ],
)
def test_a_saudi_mobile_number_is_read_however_it_was_typed(typed):
    assert mobile_number(typed, "SA") == "+966551234567"


@pytest.mark.parametrize("typed", ["", "0112345678", "05512345", "noura", "+", "9" * 40])
def test_what_can_take_no_text_is_no_mobile_number(typed):
    assert mobile_number(typed, "SA") is None


def test_a_number_of_another_country_says_so_itself():
    assert mobile_number("+201001234567", "SA") == "+201001234567"
