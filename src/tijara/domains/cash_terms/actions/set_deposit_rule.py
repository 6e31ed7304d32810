"""Say when a part of a cash order is put down before."""

from uuid import UUID

from tijara.domains.geography.queries import is_place
from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import DepositRuleRow
from ..queries import forget_cash_terms
from ..rules import rule_faults
from ..shapes import DepositRule


class DepositRuleInvalid(Invalid):
    code = "cash_terms.deposit_rule_invalid"


@action(power=Power.MARKETS_MANAGE)
def set_deposit_rule(*, actor: Actor, market_id: UUID, rule: DepositRule) -> None:
    """For new orders. The same conditions again take the new part."""
    faults = rule_faults(rule)
    if rule.place and not is_place(rule.place, market_by_id(market_id).country):
        faults["place"] = "unknown"
    if faults:
        raise DepositRuleInvalid(faults)
    DepositRuleRow.objects.update_or_create(
        market_id=market_id,
        place=rule.place,
        from_minor=rule.from_minor,
        refusals=rule.refusals,
        is_for_newcomers=rule.is_for_newcomers,
        defaults={"share_bp": rule.share_bp},
    )
    forget_cash_terms()
