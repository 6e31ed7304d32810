"""Forget where a person had things sent to, who leaves for good. His orders are not touched."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Checkout, ConfirmedPhone, OrderedByPhone
from ..rules import order_key, phone_marks
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
    _forget_phones(buyer_ids)
    ConfirmedPhone.objects.filter(buyer_id__in=buyer_ids).delete()
    with connection.cursor() as cursor:
        cursor.execute(FORGET, [list(buyer_ids), [PLACED, REFUSED]])


def _forget_phones(buyer_ids: Sequence[UUID]) -> None:
    """What is noted of his checkouts, under each phone that he had."""
    confirmed = ConfirmedPhone.objects.filter(buyer_id__in=buyer_ids)
    phones = set(confirmed.values_list("phone", flat=True))
    markets, keys = set(), set()
    rows = Checkout.objects.filter(buyer_id__in=buyer_ids)
    for buyer_id, checkout_id, intent in rows.values_list("buyer_id", "id", "intent"):
        keys.add(order_key(buyer_id, checkout_id))
        for order in intent.values():
            markets.add(UUID(order["market_id"]))
            phones.add(order.get("address", {}).get("phone", ""))
    marks = {one for market in markets for told in phones for one in phone_marks(market, told)}
    OrderedByPhone.objects.filter(owner_id__in=marks, id__in=keys).delete()
