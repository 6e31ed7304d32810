"""Every page in its languages, on a phone and at a desk: open to everyone, whole, in place."""

import pytest

from .addresses import ADDRESSES, DESK, PHONE, SIZES, Address
from .look import CONTRAST, RULES, SIDEWAYS, heard, leave_few_rows, seen

NARROW = 320
"""A phone's width at a zoom of 120 %, a desk's at 450 %."""
TWICE = 195
"""A phone's width at a zoom of 200 %: the pages that are looked at by night too, once each."""
AT_DESKS = {"seller", "digital", "operator"}
"""Whose pages are read at a desk most: axe goes over them in that size, over a buyer's on a phone;
in Arabic alone, for what it hears is the same in all languages. What is cut, too small or out of
place is looked for in both sizes, in English too, and in French, whose words are the longest."""
MEASURED = {True: "*", False: "main *"}
"""Whose contrast: what stands around a page is the same on all, and measured on those that are
looked at by night too; these are heard in both sizes."""
TALL = 3000
"""Pixels: axe takes what a box that scrolls has cut off for covered."""


LOOKS = [
    pytest.param(address, language, id=f"{address} {language}")
    for address in ADDRESSES
    for language in address.languages
]


@pytest.mark.parametrize(("address", "language"), LOOKS)
def test_has_no_fault(address: Address, language: str, looked_at):
    page = looked_at(address, language)
    assert page.get_attribute("html", "lang") == language
    assert page.get_attribute("html", "dir") == ("rtl" if language == "ar" else "ltr")
    faults = []
    for width in narrow(address, language):
        page.set_viewport_size({"width": width, "height": 640})
        faults += [f"{width}: {fault}" for fault in page.evaluate(SIDEWAYS)]
    widths = sorted(SIZES, key=read_at(address).__eq__)
    for width in widths:
        page.set_viewport_size({"width": width, "height": SIZES[width]})
        faults += [f"{width}: {fault}" for fault in seen(page)]
    if language == "ar":
        leave_few_rows(page)
        for width in widths if address.dark else widths[-1:]:
            page.set_viewport_size({"width": width, "height": TALL})
            measured = MEASURED[address.dark] if width == read_at(address) else ""
            faults += [f"{width}: {fault}" for fault in heard(page, RULES, measured=measured)]
    if language == "ar" and address.dark:
        page.emulate_media(color_scheme="dark")
        faults += [f"by night: {fault}" for fault in heard(page, CONTRAST)]
    assert faults == []


def narrow(address: Address, language: str) -> list[int]:
    """The widths at which nothing may stick out, beside those at which pages are looked at."""
    twice = [TWICE] if address.dark and language == "ar" else []
    return twice + ([NARROW] if address.by == "odd" else [])


def read_at(address: Address) -> int:
    return DESK if address.by in AT_DESKS else PHONE
