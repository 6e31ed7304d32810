"""Forget where a person had things sent to, who leaves for good. His orders are not touched."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ConfirmedPhone
from ..states import PLACED, REFUSED

FORGET = """
    UPDATE checkout SET intent = (
        SELECT coalesce(jsonb_object_agg(seller, told - 'address' - 'company'), '{}')
        FROM jsonb_each(intent) AS part (seller, told))
    WHERE buyer_id = ANY(%s) AND state = ANY(%s)
"""
"""What was ordered and which rules decided stays; to whom it went goes."""


@action(power=Power.SYSTEM)
def forget_buyer(*, actor: Actor, buyer_ids: Sequence[UUID]) -> None:
    """Of checkouts that are over; one under way is not: he has no open orders when he leaves."""
    ConfirmedPhone.objects.filter(buyer_id__in=buyer_ids).delete()
    with connection.cursor() as cursor:
        cursor.execute(FORGET, [list(buyer_ids), [PLACED, REFUSED]])
