"""Makers for tests."""

from uuid import UUID

from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import put_up_banner
from .queries import banner
from .shapes import Banner, BannerDraft


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
