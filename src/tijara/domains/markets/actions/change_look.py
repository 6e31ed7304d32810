"""Dress a market: the accent of its pages, and its logo."""

from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.kit.accents import read_accent
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.pictures.keeping import drop_picture, keep_picture

from ..models import Market
from ..queries import MarketUnknown, forget_markets


class AccentUnknown(Invalid):
    """`fields` has the one fault of "accent"."""

    code = "markets.accent_unknown"


@action(power=Power.MARKETS_MANAGE, atomic=False)
def change_look(
    *, actor: Actor, market_id: UUID, accent: str, logo: BinaryIO | None, keeps_logo: bool = True
) -> None:
    """A new `logo` takes the place of the old one; without one, `keeps_logo` says whether that
    stays. The picture is made before the row is written: cut off in between, nothing has changed.
    """
    colour = read_accent(accent)
    if colour is None:
        raise AccentUnknown({"accent": "not_a_colour"})
    made = keep_picture(OPERATOR_ID, logo, is_mark=True) if logo else ""
    with transaction.atomic():
        row = Market.objects.select_for_update().filter(id=market_id).first()
        if row is None:
            drop_picture(made)
            raise MarketUnknown(market=str(market_id))
        before = row.logo
        row.logo = made or (before if keeps_logo else "")
        row.accent = colour
        row.save(update_fields=["accent", "logo"])
        tell_everything()
    if before != row.logo:
        drop_picture(before)
    forget_markets()
