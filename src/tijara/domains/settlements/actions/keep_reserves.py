"""Look after the reserves that time, a sale or a debt may have changed."""

from datetime import datetime, timedelta
from uuid import UUID

from tijara.domains.ledger.queries import account_moves, credit_balances
from tijara.domains.ledger.shapes import Account
from tijara.domains.parties.queries import all_sellers
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Demand, ReservePart, ReserveTermsRow
from ..queries import reserve_terms_of
from ..shapes import DemandState
from .keep_reserve import EARNED_BY, keep_reserve

SOON = timedelta(seconds=1)


@action(power=Power.SYSTEM, atomic=False)
def keep_reserves(*, actor: Actor, earned_since: datetime | None = None) -> int:
    """Each seller in a commit of his own: cut off, the next round goes on. `earned_since`: of the
    sellers on terms, only those are looked at whose money has become payable after it."""
    whose = _whose(earned_since)
    return sum(keep_reserve(actor=SYSTEM, seller_id=one) > 0 for one in sorted(whose))


def _whose(earned_since: datetime | None) -> set[UUID]:
    """Sellers on terms, those whose parts are due, those who owe us and have a reserve or a
    demand. Where a market has no terms and nothing lies there, nobody is looked at."""
    standing = ReservePart.objects.filter(left_minor__gt=0)
    asked = set(Demand.objects.filter(state=DemandState.OPEN).values_list("seller_id", flat=True))
    due = set(standing.filter(release_at__lte=now() + SOON).values_list("seller_id", flat=True))
    held = set(standing.values_list("seller_id", flat=True).distinct())
    owed = credit_balances(held, Account.SELLER_PAYABLE)
    owing = {seller_id for seller_id, minor in owed.items() if minor < 0}
    return asked | due | owing | _on_terms(earned_since)


def _on_terms(earned_since: datetime | None) -> set[UUID]:
    homes = set(ReserveTermsRow.objects.values_list("market_id", flat=True))
    if not homes:
        return set()
    found = set(reserve_terms_of([one.id for one in all_sellers() if one.market_id in homes]))
    if earned_since is None:
        return found
    moves = account_moves(found, Account.SELLER_PAYABLE, since=earned_since, kinds=EARNED_BY)
    return {one.seller_id for one in moves}
