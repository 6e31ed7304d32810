"""Every page in Arabic and English, on a phone and at a desk: open to everyone, whole, in place."""

import pytest

from .addresses import ADDRESSES, SIZES, Address
from .look import check_page

LOOKS = [
    pytest.param(
        address,
        language,
        width,
        light,
        id=" ".join(
            [address.path, address.by, "pressed" * bool(address.presses), language]
            + [str(width), light]
        ),
    )
    for address in ADDRESSES
    for language in ("ar", "en")
    for width in SIZES
    for light in (("light", "dark") if address.dark else ("light",))
]


@pytest.mark.parametrize(("address", "language", "width", "light"), LOOKS)
def test_has_no_fault(address: Address, language: str, width: int, light: str, looked_at):
    page = looked_at(address, language, width=width, light=light)
    assert page.get_attribute("html", "lang") == language
    assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
    assert check_page(page) == []
