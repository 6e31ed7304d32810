"""Put a banner up on a market's front page, or change one."""

from dataclasses import asdict
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.db import transaction

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell
from tijara.platform.pictures.keeping import drop_picture, keep_picture

from ..models import Banner
from ..queries import front_tag
from ..rules import MOST_BANNERS, checked_banner
from ..shapes import BannerDraft


class BannerInvalid(Invalid):
    code = "content.banner_invalid"


class BannerUnknown(Refusal):
    """It stands in another market."""

    code = "content.no_such_banner"
    kind = Kind.MISSING


class TooManyBanners(Refusal):
    """A market has as many as there can be: `most`."""

    code = "content.too_many_banners"


@action(power=Power.MARKETS_MANAGE, atomic=False)
def put_up_banner(
    *,
    actor: Actor,
    market_id: UUID,
    banner_id: UUID,
    draft: BannerDraft,
    picture: BinaryIO | None = None,
    artwork: str = "",
) -> None:
    """Asked again with the same id, it changes that one. A new `picture`, or the house's `artwork`
    by its name, takes the place of the one before; a banner without any is refused. The picture is
    made before the row is written: cut off in between, nothing has changed."""
    market = market_by_id(market_id)
    tidy, faults = checked_banner(draft, settings.PUBLIC_ADDRESS)
    known = Banner.objects.filter(id=banner_id, market_id=market.id)
    if not (picture or artwork or known.exists()):
        faults["picture"] = "empty"
    if faults:
        raise BannerInvalid(faults)
    made = keep_picture(OPERATOR_ID, picture) if picture else ""
    try:
        before = _write(market.id, banner_id, tidy, made or artwork)
    except Exception:
        drop_picture(made)
        raise
    drop_picture(before)


@transaction.atomic
def _write(market_id: UUID, banner_id: UUID, tidy: BannerDraft, shown: str) -> str:
    """The picture that is shown no more."""
    row = Banner.objects.select_for_update().filter(id=banner_id).first()
    if row is not None and row.market_id != market_id:
        raise BannerUnknown(banner=str(banner_id))
    if row is None and Banner.objects.filter(market_id=market_id).count() >= MOST_BANNERS:
        raise TooManyBanners(most=MOST_BANNERS)
    before = row.picture if row else ""
    picture = shown or before
    values = asdict(tidy) | {"market_id": market_id, "picture": picture}
    Banner.objects.update_or_create(id=banner_id, defaults=values)
    tell([front_tag(market_id)])
    return before if before != picture else ""
