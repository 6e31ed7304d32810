"""Add a rule to a market's list, or put another in the place of one."""

from dataclasses import asdict, replace
from uuid import UUID

from django.db.models import Max

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.locks import one_at_a_time

from ..models import Rule
from ..queries import forget_commission_rules
from ..rules import terms_faults
from ..shapes import CommissionTerms
from .end_rule import NoSuchRule

MOST_RULES = 200


class RuleInvalid(Invalid):
    code = "commissions.rule_invalid"


@action(power=Power.MARKETS_MANAGE)
def write_rule(
    *,
    actor: Actor,
    market_id: UUID,
    rule_id: UUID,
    terms: CommissionTerms,
    instead_of: UUID | None = None,
) -> None:
    """A new one is the last. Asked again with the same id it is nothing new. `instead_of` is ended
    and lends its place: sales that it has decided go on pointing at it."""
    one_at_a_time(f"commissions.rules:{market_id}")
    if Rule.objects.filter(id=rule_id).exists():
        return
    terms = replace(terms, label=strip_controls(terms.label))
    faults = terms_faults(terms)
    standing = Rule.objects.filter(market_id=market_id, ended_at=None)
    if instead_of is None and standing.count() >= MOST_RULES:
        faults["label"] = "too_many"
    if faults:
        raise RuleInvalid(faults)
    if instead_of is None:
        place = (standing.aggregate(last=Max("place"))["last"] or 0) + 1
    else:
        old = standing.filter(id=instead_of).first()
        if old is None:
            raise NoSuchRule()
        place, old.ended_at = old.place, now()
        old.save(update_fields=["ended_at"])
    Rule.objects.create(
        id=rule_id, market_id=market_id, place=place, written_by=actor.person_id, **asdict(terms)
    )
    forget_commission_rules()
