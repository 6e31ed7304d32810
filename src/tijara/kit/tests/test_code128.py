import pytest

from tijara.kit.code128 import WIDTHS, bars, picture


def test_every_sign_is_eleven_modules_wide_and_like_no_other():
    assert len(WIDTHS) == len(set(WIDTHS)) == 106
    assert {sum(map(int, one)) for one in WIDTHS} == {11}
    assert all(sum(map(int, one[::2])) % 2 == 0 for one in WIDTHS)


def test_a_text_is_told_with_its_start_its_check_and_its_stop():
    """ "PJJ123C": the worked example that every text book has, with the check sign 55 in set B."""
    drawn = bars("PJJ123C")
    assert drawn[:3] == [(0, 2), (3, 1), (6, 1)]
    assert drawn[-1] == (11 * 9 + 11, 2)
    check = 104 + sum(place * (ord(sign) - 32) for place, sign in enumerate("PJJ123C", start=1))
    assert check % 103 == 55


def test_what_the_set_lacks_is_refused():
    with pytest.raises(ValueError, match="دلّة"):
        bars("دلّة")


def test_a_picture_has_its_quiet_zones():
    assert 'viewBox="0 0 55 40"' in picture("")
