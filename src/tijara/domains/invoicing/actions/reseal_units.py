"""Seal the keys of units anew that an older secret has sealed."""

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.resealing import Resealed, reseal_rows

from ..models import Unit
from ..rules import about_unit


@action(power=Power.SYSTEM, atomic=False)
def reseal_units(*, actor: Actor) -> Resealed:
    return reseal_rows(Unit.objects.all(), "sealed", lambda row: about_unit(row.id))
