"""Makers for tests."""

from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import put_up_banner, put_up_shelf
from .queries import banner, shelf
from .shapes import Banner, BannerDraft, Shelf, ShelfDraft, ShelfSource


def make_banner(market_id: UUID, **told) -> Banner:
    """One that stands, with a picture of the house's."""
    draft = BannerDraft(**({"heading_ar": "موسم الكشتات", "link": "/c/outdoors"} | told))
    banner_id = new_id()
    put_up_banner(
        actor=SYSTEM, market_id=market_id, banner_id=banner_id, draft=draft, artwork="tile-gifts"
    )
    made = banner(market_id, banner_id)
    assert made is not None
    return made


def make_shelf(market_id: UUID, source: ShelfSource, **told) -> Shelf:
    """One that stands behind the others."""
    shelf_id = new_id()
    draft = ShelfDraft(**({"heading_ar": "ليلة حول النار"} | told), source=source)
    put_up_shelf(actor=SYSTEM, market_id=market_id, shelf_id=shelf_id, draft=draft)
    made = shelf(market_id, shelf_id)
    assert made is not None
    return made
