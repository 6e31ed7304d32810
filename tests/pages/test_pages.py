"""Every page in its languages, on a phone and at a desk: open to everyone, whole, in place."""

import pytest

from .addresses import ADDRESSES, DESK, PHONE, SIZES, Address
from .look import CONTRAST, RULES, SIDEWAYS, check_page

NARROW = 320
"""A phone's width at a zoom of 120 %, a desk's at 450 %."""
TWICE = 195
"""A phone's width at a zoom of 200 %: the pages that are looked at by night too, once each."""
HEARD = {"ar": PHONE, "en": DESK}
"""The size in which axe goes over a page of this language: each page at both, in both languages,
but not four times. What is cut, too small or out of place is looked for in all of them, and in
French, whose words are the longest."""
AT_DESKS = {"seller", "digital", "operator"}
"""Whose pages are read at a desk most: there their contrast is measured, a buyer's on the phone."""


LOOKS = [
    pytest.param(address, language, id=f"{address} {language}")
    for address in ADDRESSES
    for language in address.languages
]


@pytest.mark.parametrize(("address", "language"), LOOKS)
def test_has_no_fault(address: Address, language: str, looked_at):
    page = looked_at(address, language)
    read_at = DESK if address.by in AT_DESKS else PHONE
    assert page.get_attribute("html", "lang") == language
    assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
    faults = []
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        rules = RULES if width == HEARD.get(language) else []
        found = check_page(page, rules, contrast=width == read_at)
        faults += [f"{width}: {fault}" for fault in found]
    if address.dark:
        page.emulate_media(color_scheme="dark")
        faults += [f"by night: {fault}" for fault in check_page(page, CONTRAST)]
        if language == "ar":
            page.set_viewport_size({"width": TWICE, "height": 640})
            faults += [f"{TWICE}: {fault}" for fault in page.evaluate(SIDEWAYS)]
    if address.by == "odd":
        page.set_viewport_size({"width": NARROW, "height": 640})
        faults += [f"{NARROW}: {fault}" for fault in page.evaluate(SIDEWAYS)]
    assert faults == []
