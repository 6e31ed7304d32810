"""Offer cash no longer to who orders with this phone. The number itself is not kept."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from tijara.domains.markets.queries import market_by_id, tidy_address
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import BlockedPhone
from ..queries import forget_cash_terms
from ..rules import LONGEST_NOTE, mark_of, marks_of
from ..shapes import BlockReason

LONGEST_DAYS = 3650


class BlockInvalid(Invalid):
    code = "cash_terms.block_invalid"


@action(power=Power.PAYMENTS_MANAGE)
def block_phone(
    *,
    actor: Actor,
    market_id: UUID,
    phone: str,
    reason: str,
    days: int | None = None,
    note: str = "",
) -> None:
    """For so many days, or until it is lifted. Blocked again, the new reason and end hold."""
    tidy, wrong = tidy_address({"phone": phone}, market_by_id(market_id).country)
    faults = {"phone": wrong["phone"]} if "phone" in wrong else {}
    if reason not in BlockReason:
        faults["reason"] = "required"
    if days is not None and not 1 <= days <= LONGEST_DAYS:
        faults["days"] = "outside_limits"
    if faults:
        raise BlockInvalid(faults)
    number = tidy["phone"]
    said = {
        "reason": reason,
        "note": strip_controls(note)[:LONGEST_NOTE],
        "until": now() + timedelta(days=days) if days else None,
        "person_id": actor.person_id,
    }
    # A block whose time is over makes room: the row stays as what it was.
    over = BlockedPhone.objects.filter(market_id=market_id, mark__in=list(marks_of(number)))
    over.filter(Q(until__lte=now()), lifted_at=None).update(lifted_at=now())
    row = BlockedPhone(market_id=market_id, mark=mark_of(number), tail=number[-2:], **said)
    if not over.filter(lifted_at=None).update(**said):
        BlockedPhone.objects.bulk_create([row], ignore_conflicts=True)
    forget_cash_terms()
