"""Say what cash costs in a place, by a way of delivery, up to an amount."""

from uuid import UUID

from tijara.domains.geography.queries import is_place
from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import FeeBandRow
from ..queries import forget_cash_terms
from ..shapes import FeeBand

MOST_FEE, MOST_AMOUNT = 10**9, 10**12
SERVICES = ("", "standard", "express", "pickup")


class BandInvalid(Invalid):
    code = "cash_terms.band_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_fee_band(*, actor: Actor, market_id: UUID, band: FeeBand) -> None:
    """The same place, way and limit again takes the new fee."""
    faults = {}
    if band.place and not is_place(band.place, market_by_id(market_id).country):
        faults["place"] = "unknown"
    if band.service not in SERVICES:
        faults["service"] = "unknown"
    if band.up_to_minor is not None and not 0 < band.up_to_minor <= MOST_AMOUNT:
        faults["up_to"] = "outside_limits"
    if not 0 <= band.fee_minor <= MOST_FEE:
        faults["fee"] = "outside_limits"
    if faults:
        raise BandInvalid(faults)
    FeeBandRow.objects.update_or_create(
        market_id=market_id,
        place=band.place,
        service=band.service,
        up_to_minor=band.up_to_minor or 0,
        defaults={"fee_minor": band.fee_minor},
    )
    forget_cash_terms()
