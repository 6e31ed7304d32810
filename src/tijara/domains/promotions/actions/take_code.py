"""Give a code to a promotion: of two that want one, the first has it until that is over."""

from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Code


class CodeTaken(Refusal):
    """Another promotion of this market has this code."""

    code = "promotions.code_taken"


@action(power=Power.SYSTEM)
def take_code(
    *, actor: Actor, owner_id: UUID, promotion_id: UUID, market_id: UUID, code: str
) -> None:
    """What it had before is free again; "": it holds by itself."""
    mine = Code.objects.filter(owner_id=owner_id, promotion_id=promotion_id)
    key = f"{market_id}:{code}"
    mine.exclude(key=key).delete()
    if not code or mine.exists():
        return
    try:
        with transaction.atomic():
            Code.objects.create(key=key, owner_id=owner_id, promotion_id=promotion_id)
    except IntegrityError:
        raise CodeTaken(promo=code) from None
