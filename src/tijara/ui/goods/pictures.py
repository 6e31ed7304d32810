"""The form in which a product's pictures are put in order and described."""

from django.http import QueryDict

from tijara.domains.catalogue.shapes import PictureLine
from tijara.ui.goods.sheet import read_id

LAST = 99


def picture_lines(given: QueryDict) -> list[PictureLine]:
    """In the order of the typed places; a place that can't be read is the last."""
    ids = [id for id in map(read_id, given.getlist("picture")) if id]
    ids.sort(key=lambda id: _place(given.get(f"place_{id}", "")))
    return [
        PictureLine(
            id,
            alt_ar=given.get(f"alt_ar_{id}", ""),
            alt_en=given.get(f"alt_en_{id}", ""),
            variant_id=read_id(given.get(f"variant_{id}", "")),
        )
        for id in ids
    ]


def _place(typed: str) -> int:
    typed = typed.strip()
    return int(typed) if typed.isdecimal() and len(typed) <= 2 else LAST
