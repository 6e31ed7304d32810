"""Move a rule one place up or down in its market's list."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import Rule
from ..queries import forget_commission_rules
from .end_rule import NoSuchRule

ASIDE = -1


@action(power=Power.MARKETS_MANAGE)
def move_rule(*, actor: Actor, market_id: UUID, rule_id: UUID, is_up: bool) -> bool:
    """False: it stands at the end of the list already."""
    one_at_a_time(f"commissions.rules:{market_id}")
    rules = list(Rule.objects.filter(market_id=market_id, ended_at=None).order_by("place"))
    at = next((place for place, one in enumerate(rules) if one.id == rule_id), None)
    if at is None:
        raise NoSuchRule()
    to = at - 1 if is_up else at + 1
    if not 0 <= to < len(rules):
        return False
    first, second = rules[at], rules[to]
    # One place is held by one rule at any moment, so one of them steps aside.
    for rule, place in ((first, ASIDE), (second, first.place), (first, second.place)):
        Rule.objects.filter(id=rule.id).update(place=place)
    forget_commission_rules()
    return True
