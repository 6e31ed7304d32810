"""Take a rule off a market's list. What it has decided stays decided."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import Rule
from ..queries import forget_commission_rules


class NoSuchRule(Refusal):
    """It was ended, or changed by somebody else."""

    code = "commissions.no_such_rule"
    kind = Kind.CONFLICT


@action(power=Power.MARKETS_MANAGE)
def end_rule(*, actor: Actor, market_id: UUID, rule_id: UUID) -> None:
    one_at_a_time(f"commissions.rules:{market_id}")
    rows = Rule.objects.filter(market_id=market_id, id=rule_id, ended_at=None)
    if not rows.update(ended_at=now()):
        raise NoSuchRule()
    forget_commission_rules()
