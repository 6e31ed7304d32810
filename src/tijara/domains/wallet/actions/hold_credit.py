"""Keep credit for a checkout: of two tabs that want the same coin, one gets it."""

from uuid import UUID

from django.db import connection
from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import Hold, Wallet
from ..rules import HOLD_PATIENCE
from ..states import HOLD

KEEP = """
    INSERT INTO wallet_hold (buyer_id, id, wallet_id, amount_minor, state, held_at, due_at)
    VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (buyer_id, id) DO NOTHING
"""


class CreditShort(Refusal):
    """There is not so much in the wallet as the page has shown: it was spent meanwhile."""

    code = "wallet.credit_short"


@action(power=Power.BUY)
def hold_credit(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, checkout_id: UUID, amount_minor: int
) -> None:
    """In the commit of the checkout's intent. Asked again for the same checkout it is nothing new,
    whatever was held for it and has become of that."""
    mine = Wallet.objects.filter(buyer_id=buyer_id, id=market_id)
    has_it = mine.filter(balance__gte=F("held_minor") + amount_minor)
    if amount_minor <= 0 or not has_it.update(held_minor=F("held_minor") + amount_minor):
        if Hold.objects.filter(buyer_id=buyer_id, id=checkout_id).exists():
            return
        raise CreditShort()
    moment = now()
    told = [buyer_id, checkout_id, market_id, amount_minor, HOLD.start, moment]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [*told, moment + HOLD_PATIENCE])
        is_first = cursor.rowcount == 1
    if not is_first:
        mine.update(held_minor=F("held_minor") - amount_minor)
