"""What the front answers of a flash sale itself: its button, and the looks of who waits.

Presses of many are one call of the same action.

No session, no page: who he is stands, signed, in the pass (`flash_passes`). What a form sends and
what a script sends is the same. Whatever this desk can't judge is Django's to answer.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

from django.db import DataError, IntegrityError, OperationalError

from tijara.domains.flash_sales.actions import buy_places
from tijara.domains.flash_sales.shapes import Bought, Purchase
from tijara.faces.storefront.flash_passes import pass_in
from tijara.faces.storefront.flash_rooms import FlashRooms
from tijara.faces.storefront.pace import CONFIRMING, pace
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.limits import RateLimited
from tijara.platform.merging.desk import DeskBusy, MergingDesk
from tijara.platform.merging.lanes import Limits
from tijara.ui.same_origin import is_of

ID = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
ADDRESS = re.compile(r"(?:/[a-z-]{2,20}){0,2}/s/[^/]+/sales/" + ID + "/purchase")
END = "/purchase"
LIMITS = Limits(
    calls_at_once=2,
    most_in_call=400,
    most_in_lane=4000,
    most_waiting=8000,
    gather=0.002,
    patience=5.0,
)
TRIES = 3
"""Two of a household that press at once are asked one after the other."""
BUYER = Actor(ActorKind.BUYER, powers=BUYER_POWERS)

Send = Callable[[dict], Any]


class FlashDesk:
    def __init__(self) -> None:
        self.desk: MergingDesk[UUID, Bought] = MergingDesk(
            "flash", _buy, LIMITS, faults_of_one=(DataError, IntegrityError, OperationalError)
        )
        self.rooms = FlashRooms()

    def has(self, scope: dict) -> bool:
        if scope["method"] != "POST":
            return self.rooms.has(scope)
        return scope["path"].endswith(END) and ADDRESS.fullmatch(scope["path"]) is not None

    async def answer(self, scope: dict, send: Send) -> bool:
        if scope["method"] != "POST":
            return await self.rooms.answer(scope, send)
        return await self._pressed(scope, send)

    async def _pressed(self, scope: dict, send: Send) -> bool:
        told = {name: value for name, value in scope["headers"]}
        sale_id = UUID(cast(re.Match[str], ADDRESS.fullmatch(scope["path"]))[1])
        known = pass_in(told.get(b"cookie", b""), sale_id) if _is_ours(told) else None
        if known is None:
            return False
        seller_id, place_id = known
        try:
            pace(CONFIRMING, place_id)
            outcome = await self._outcome(seller_id, place_id)
        except (DeskBusy, RateLimited) as busy:
            await _lead(scope, send, "busy", int(cast(int, busy.facts["seconds"])))
            return True
        await _lead(scope, send, outcome.value)
        return True

    async def _outcome(self, seller_id: UUID, place_id: UUID) -> Purchase:
        for _ in range(TRIES):
            bought = await self.desk.bring(seller_id, place_id)
            if bought.outcome is not Purchase.AGAIN:
                break
        return bought.outcome


def _buy(seller_id: Hashable, place_ids: Sequence[UUID]) -> list[Bought]:
    return buy_places(actor=BUYER, seller_id=cast(UUID, seller_id), place_ids=place_ids)


def _is_ours(told: dict[bytes, bytes]) -> bool:
    """As `ui.same_origin` believes it, of headers as they come."""
    site = told.get(b"sec-fetch-site")
    if site == b"same-origin":
        return True
    if site not in (None, b"none"):
        return False
    origin = told.get(b"origin", b"").decode("latin-1")
    return is_of(origin, told.get(b"host", b"").decode("latin-1"))


async def _lead(scope: dict, send: Send, answer: str, seconds: int = 0) -> None:
    """To the sale's page, which says what came of it and leads on, or when to press again."""
    address = f"{quote(scope['path'].removesuffix(END))}?answer={answer}"
    address += f"&seconds={seconds}" if seconds else ""
    headers = [
        (b"location", address.encode()),
        (b"cache-control", b"no-store"),
        (b"content-length", b"0"),
    ]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
