"""Pure rules of flash sales: the lot, who is of one household, how long a wait may be."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from math import ceil
from uuid import UUID

from django.utils.crypto import salted_hmac

from tijara.domains.orders.shapes import DeliveryAddress

from .shapes import Line, SaleDraft, SaleView

NOTHING = re.compile(r"[\W_]+")
LONGEST_WAVE = 5.0
"""Seconds for which turns may begin at once, when nobody has looked for a while."""
MOST_TURNS = 2
"""That a place may miss: who has missed one stands again at the end, who has missed two is out."""
LONGEST_SALE = timedelta(days=3)
MOST_ITEMS = 200


def faults_of(draft: SaleDraft, moment: datetime) -> dict[str, str]:
    """Why it can't be proposed: a code by field; empty, it can."""
    wrong = _faults_of_hours(draft, moment)
    if not draft.name_ar.strip():
        wrong["name_ar"] = "required"
    if not 1 <= draft.per_person <= 100:
        wrong["per_person"] = "range"
    if not draft.per_person <= draft.per_household <= 100:
        wrong["per_household"] = "range"
    if not 1 <= draft.turn_minutes <= 30:
        wrong["turn_minutes"] = "range"
    offers = [item.offer_id for item in draft.items]
    if not 1 <= len(offers) <= MOST_ITEMS:
        wrong["items"] = "required"
    elif len(set(offers)) < len(offers):
        wrong["items"] = "twice"
    elif any(item.units < 1 or item.price_minor < 1 for item in draft.items):
        wrong["items"] = "range"
    return wrong


def _faults_of_hours(draft: SaleDraft, moment: datetime) -> dict[str, str]:
    if draft.starts_at is None:
        return {"starts_at": "required"}
    if draft.starts_at <= moment:
        return {"starts_at": "past"}
    if draft.ends_at is None:
        return {"ends_at": "required"}
    if not timedelta(0) < draft.ends_at - draft.starts_at <= LONGEST_SALE:
        return {"ends_at": "range"}
    return {}


def lot_of(seed: bytes) -> str:
    """What is shown of the seed before it is: nobody could have chosen it afterwards."""
    return sha256(seed).hexdigest()


def drawn(seed: bytes, place_ids: Sequence[UUID]) -> list[UUID]:
    """Those who were there before the start, in the order of the lot. Whoever has the seed and the
    places draws the same."""
    return sorted(place_ids, key=lambda one: (sha256(seed + one.bytes).digest(), one.bytes))


def wave_of(each_second: int, since: timedelta) -> int:
    """How many turns may begin now."""
    return ceil(each_second * min(max(since.total_seconds(), 0.0), LONGEST_WAVE))


def phone_key(sale_id: UUID, phone: str) -> str:
    return "p:" + _keyed(sale_id, phone)


def address_key(sale_id: UUID, address: DeliveryAddress) -> str:
    """Empty where what is told of the place does not tell one home from another."""
    home = [address.short_code, address.street, address.building, address.unit, address.landmark]
    told = NOTHING.sub("", "".join(home).casefold())
    if not told:
        return ""
    whole = "|".join(
        NOTHING.sub("", part.casefold()) for part in (address.city, address.district, *home)
    )
    return "a:" + _keyed(sale_id, whole)


def _keyed(sale_id: UUID, told: str) -> str:
    """Each sale's own: what one kept says nothing in another."""
    return salted_hmac(f"tijara.flash_sales.{sale_id}", told, algorithm="sha256").hexdigest()[:32]


def before_of(line: Line, position: int) -> tuple[int, int]:
    """How many wait for the same goods before this position, and for how many units: exact near
    the front, behind it between the two marks that it stands between."""
    at = bisect_left(line.marks, (position,))
    if at == len(line.marks):
        return line.people, line.units
    if at == 0:
        return 0, 0
    here, behind = line.marks[at - 1], line.marks[at]
    part = (position - here[0]) / (behind[0] - here[0])
    people = here[1] + (behind[1] - 1 - here[1]) * part
    units = here[2] + (behind[2] - behind[3] - here[2]) * part
    return round(people), round(units)


def wait_of(sale: SaleView, line: Line, ahead: int) -> int:
    """Seconds, by the pace of the last minute for these goods; before anybody was called, by the
    sale's own."""
    pace = line.called / 60 or float(sale.wave)
    return ceil((ahead + 1) / pace)


def may_miss(free: int, wanted_before: int, quantity: int) -> bool:
    """Those before him could take so much of what is left that his wish can't be met."""
    return wanted_before + quantity > free
