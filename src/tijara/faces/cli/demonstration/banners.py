"""What stands on the front pages of the demonstration's markets."""

from uuid import UUID

from tijara.domains.content.actions import put_up_banner
from tijara.domains.content.queries import banner
from tijara.domains.content.shapes import BannerDraft
from tijara.kit.actor import SYSTEM

from . import content

PARTS = ("heading", "words", "button")


def load_banners(market_id: UUID, told: dict) -> None:
    """What is up already is left as somebody may have changed it."""
    for position, one in enumerate(told["banner"], start=1):
        banner_id = content.id_of("banner", told["market"]["slug"], one["picture"])
        if banner(market_id, banner_id) is None:
            put_up_banner(
                actor=SYSTEM,
                market_id=market_id,
                banner_id=banner_id,
                draft=_draft(one, position),
                artwork=one["picture"],
            )


def _draft(told: dict, position: int) -> BannerDraft:
    words: dict[str, str] = {}
    for part in PARTS:
        words |= content.in_three(part, told[part])
    return BannerDraft(**words, link=told["link"], position=position)
