"""The addresses of all pages. A page that is not here is not looked at: add yours.

Without the language: the checks open each in Arabic and in English.
"""

from dataclasses import dataclass

PHONE, DESK = 390, 1440
SIZES = {PHONE: 844, DESK: 900}


@dataclass(frozen=True, slots=True)
class Address:
    """`path` in Arabic. `english` where it isn't simply /en before it. `by` whom: "" or the kind of
    a demonstration account ("seller", "operator"). `weighed`: a page of the shop, held to its
    weight on weak networks. `dark`: looked at by night too."""

    path: str
    english: str = ""
    by: str = ""
    weighed: bool = False
    dark: bool = False

    def in_language(self, language: str) -> str:
        if language == "ar":
            return self.path
        return self.english or f"/en{self.path}"


GALLERY = [
    Address("/ui/", "/ui/?dir=ltr", dark=True),
    Address("/ui/?frame=shop", "/ui/?frame=shop&dir=ltr", dark=True, weighed=True),
    Address("/ui/?frame=desk", "/ui/?frame=desk&dir=ltr", dark=True),
    Address("/there-is-nothing-here", dark=True),
]
SHOP: list[Address] = []
HUB: list[Address] = []
OFFICE: list[Address] = []
ADDRESSES = [*GALLERY, *SHOP, *HUB, *OFFICE]
