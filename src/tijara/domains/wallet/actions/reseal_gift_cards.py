"""Seal the codes anew that wait to be sent, if an older secret has sealed them."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import GiftCard
from ..rules import about_code, mark_of


@action(power=Power.SYSTEM, atomic=False)
def reseal_gift_cards(*, actor: Actor) -> Resealed:
    """Their marks with them. The mark of a code that was sent can't be made anew: it is good as
    long as the secret that made it is known."""
    return reseal_rows(
        GiftCard.objects.all(),
        "sealed",
        lambda row: about_code(row.owner_id, row.id),
        beside=lambda row, code: {"mark": mark_of(row.owner_id, code)},
    )
