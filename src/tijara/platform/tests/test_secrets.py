"""What is sealed is read by this installation only, in its own place only, and untouched only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tijara.platform.secrets import SealBroken, open_sealed, seal

ABOUT = "tests.bell:1"


@given(st.text(), st.text())
def test_what_was_sealed_opens(text, about):
    assert open_sealed(seal(text, about=about), about=about) == text


def test_it_does_not_show_what_it_holds_nor_look_the_same_twice():
    first, second = (seal("SA0380000000608010167519", about=ABOUT) for _ in range(2))
    assert first != second
    assert "608010167519" not in first + second


def test_in_another_place_it_does_not_open():
    with pytest.raises(SealBroken):
        open_sealed(seal("secret", about=ABOUT), about="tests.bell:2")


@given(place=st.integers(min_value=0), letter=st.sampled_from("AbZ09-_."))
def test_a_change_anywhere_is_told(place, letter):
    sealed = seal("secret", about=ABOUT)
    place %= len(sealed)
    changed = sealed[:place] + letter + sealed[place + 1 :]
    if changed != sealed:
        with pytest.raises(SealBroken):
            open_sealed(changed, about=ABOUT)


@pytest.mark.parametrize("broken", ["", "1", "1.", "1..", "plain text", "1.00000000.AAAA", "é.ü.ñ"])
def test_what_was_never_sealed_is_told(broken):
    with pytest.raises(SealBroken):
        open_sealed(broken, about=ABOUT)


def test_a_cut_one_is_told():
    with pytest.raises(SealBroken):
        open_sealed(seal("secret", about=ABOUT)[:-4], about=ABOUT)


def test_after_a_change_of_keys_the_old_ones_open(settings):
    sealed = seal("secret", about=ABOUT)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert open_sealed(sealed, about=ABOUT) == "secret"


def test_a_key_that_was_let_go_opens_nothing(settings):
    sealed = seal("secret", about=ABOUT)
    settings.SECRET_KEY = "another"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(SealBroken):
        open_sealed(sealed, about=ABOUT)
