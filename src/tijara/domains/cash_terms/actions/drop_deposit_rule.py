"""Ask for a deposit no longer where this rule has fitted."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import DepositRuleRow
from ..queries import forget_cash_terms


@action(power=Power.MARKETS_MANAGE)
def drop_deposit_rule(*, actor: Actor, market_id: UUID, rule_id: UUID) -> None:
    DepositRuleRow.objects.filter(market_id=market_id, id=rule_id).delete()
    forget_cash_terms()
