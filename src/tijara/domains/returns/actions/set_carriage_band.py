"""Say what the way back from a place costs, up to a weight."""

from uuid import UUID

from tijara.domains.geography.queries import city, region
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import CarriageBandRow
from ..rules.carriage import band_faults
from ..shapes import CarriageBand


class CarriageBandInvalid(Invalid):
    code = "returns.carriage_band_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_carriage_band(*, actor: Actor, market_id: UUID, band: CarriageBand) -> None:
    """The same place and weight again take the new sum."""
    faults = band_faults(band)
    if band.place and not (city(band.place) or region(band.place)):
        faults["place"] = "unknown"
    if faults:
        raise CarriageBandInvalid(faults)
    CarriageBandRow.objects.update_or_create(
        market_id=market_id,
        place=band.place,
        up_to_grams=band.up_to_grams or 0,
        defaults={"charge_minor": band.charge_minor},
    )
