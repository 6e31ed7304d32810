"""Write every seller's commission invoice for the month that is over."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tijara.domains.markets.queries import country_profile, market_by_id
from tijara.domains.parties.queries import all_sellers
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import commission_months
from ..rules import month_before
from .issue_or_hold_commission import issue_or_hold_commission


@action(power=Power.SYSTEM, atomic=False)
def issue_commission_invoices(*, actor: Actor, at: datetime) -> int:
    """How many, of the month before that moment. Each is a commit of its own, so that a run which
    was cut off is simply repeated; who has his already is not looked at again."""
    done, written = commission_months(), 0
    for seller in all_sellers():
        zone = country_profile(market_by_id(seller.market_id).country).time_zone
        month = month_before(at.astimezone(ZoneInfo(zone)).date())
        if (seller.id, month) in done:
            continue
        made = issue_or_hold_commission(actor=SYSTEM, seller_id=seller.id, month=month)
        written += made is not None
    return written
