"""One style sheet for the shop, one for its account pages, one for the desks."""

import re
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "static" / "ui" / "css"
BOTH = [
    "alert",
    "avatar",
    "badge",
    "breadcrumb",
    "button",
    "choice",
    "dialog",
    "empty",
    "field",
    "footer",
    "invoice",
    "masthead",
    "menu",
    "meter",
    "pagination",
    "parcels",
    "price",
    "product-card",
    "rating",
    "returns",
    "stepper",
    "steps",
    "suggestions",
    "summary",
    "table",
    "tabs",
    "timeline",
    "toast",
]
SHOP = [
    "campaign",
    "facets",
    "feature",
    "hero",
    "offer",
    "otp",
    "pay",
    "product-page",
    "upload",
]
ACCOUNT = ["review-form", "wallet"]
"""What few pages of the shop need, which nobody comes to first."""
DESK = [
    "books",
    "chart",
    "desk-forms",
    "desk-lists",
    "goods-forms",
    "mail",
    "offer",
    "office",
    "picked",
    "process",
    "product-page",
    "runs",
    "setup",
    "sidebar",
    "stat",
    "upload",
]
BUNDLES = {
    "shop": BOTH + SHOP,
    "account": BOTH + SHOP + ACCOUNT,
    "desk": BOTH + DESK,
    "gallery": sorted({*BOTH, *SHOP, *ACCOUNT, *DESK, "skeleton", "specimen"}),
}


def build_styles(folder: Path, fonts: str) -> None:
    """Each sheet with the fonts' rules, because a page waits for each file that it asks for; and
    without them, for who saves data."""
    for name, components in BUNDLES.items():
        sheet = minified(joined(components))
        (folder / f"{name}.css").write_text(sheet + fonts)
        (folder / f"{name}-plain.css").write_text(sheet)


def joined(components: list[str]) -> str:
    """Layered sources, one after another; the first says the order of the layers."""
    files = ["tokens", "base", "layout", *(f"components/{name}" for name in sorted(components))]
    return "".join((SOURCES / f"{name}.css").read_text() for name in [*files, "utilities"])


def minified(css: str) -> str:
    """Without comments and needless white space. Strings are left alone; a space that may part two
    selectors or two values stays."""
    parts = re.split(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", _without_comments(css))
    for place in range(0, len(parts), 2):
        text = re.sub(r"\s+", " ", parts[place])
        text = re.sub(r" ?([{};,>]) ?", r"\1", text)
        text = re.sub(r"(?<=[{;])([a-z-]+): ", r"\1:", text)
        parts[place] = text.replace(";}", "}")
    return "".join(parts).strip() + "\n"


def _without_comments(css: str) -> str:
    return re.sub(
        r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/""",
        lambda found: found[1] or "",
        css,
        flags=re.S,
    )
