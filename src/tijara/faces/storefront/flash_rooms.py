"""The waiting room of a flash sale: what stands of somebody's waiting, and how thousands who look
again every few seconds are answered at the front.

Who waits is known by his pass, as at the button. What many ask within a moment is one look at
their places; what the queue and the sale are is known of the second before. Who does not wait any
more, or brings no pass, is Django's to answer.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.flash_sales.queries import limited_places, places_by_id, standing_of
from tijara.domains.flash_sales.shapes import PlaceState, PlaceView, SaleView
from tijara.faces.storefront.flash_passes import pass_in
from tijara.faces.storefront.flash_places import looked_at
from tijara.faces.storefront.frame import PART
from tijara.kit.clock import now
from tijara.platform.front.asked import who_asks
from tijara.platform.limits import RateLimited, take
from tijara.platform.merging.desk import DeskBusy, MergingDesk
from tijara.platform.merging.lanes import Limits
from tijara.ui.language import language_of
from tijara.ui.pace import READING, network_of

FAR, NEAR = 15, 4
"""Seconds between two looks at a queue: of one who waits long, and of one whose turn comes."""
SOON = 90
ADDRESS = re.compile(
    r"(?:/[a-z-]{2,20})??((?:/[a-z]{2})?)/s/[^/]+/sales/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)
"""Its language, and the sale."""
QUERY = b"part=room"
LIMITS = Limits(
    calls_at_once=1,
    most_in_call=500,
    most_in_lane=8000,
    most_waiting=16_000,
    gather=0.05,
    patience=5.0,
)
"""Nobody who waits for minutes notices a twentieth of a second, and each look answers many."""
HEADERS = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"cache-control", b"private, no-store"),
    (PART.lower().encode(), b"flash_room"),
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; sandbox"),
)

Send = Callable[[dict], Any]
Key = tuple[UUID, UUID, str]
"""Seller, sale, language."""


@dataclass(frozen=True, slots=True)
class Room:
    """`ahead` is None until the queue is numbered, `minutes` with it."""

    phase: str
    ahead: int | None
    minutes: int | None
    is_soon: bool
    may_miss: bool
    is_sold_out: bool
    is_limited: bool = False
    """His household has had all that it may."""

    @property
    def every(self) -> int:
        return NEAR if self.is_soon or self.ahead is None else FAR


def room_of(
    sale: SaleView, place: PlaceView | None, moment: datetime, *, is_limited: bool
) -> Room | None:
    """Of who waits; None for everybody else."""
    if place is None or place.state is not PlaceState.WAITING:
        return None
    standing = standing_of(sale, place)
    wait = standing.wait_seconds
    return Room(
        phase=sale.phase(moment).value,
        ahead=standing.ahead,
        minutes=max(1, -(-wait // 60)) if wait is not None else None,
        is_soon=wait is not None and wait < SOON,
        may_miss=standing.may_miss,
        is_sold_out=standing.is_sold_out,
        is_limited=is_limited,
    )


class FlashRooms:
    """Answers the looks of who waits, on the event loop."""

    def __init__(self) -> None:
        self.desk: MergingDesk[UUID, bytes | None] = MergingDesk("flash rooms", _looked, LIMITS)

    def has(self, scope: dict) -> bool:
        return (
            scope["query_string"] == QUERY
            and scope["method"] == "GET"
            and ADDRESS.fullmatch(scope["path"]) is not None
        )

    async def answer(self, scope: dict, send: Send) -> bool:
        """False: it is for Django, and nothing was sent."""
        told = dict(scope["headers"])
        sale_id = UUID(cast(re.Match[str], ADDRESS.fullmatch(scope["path"]))[2])
        known = pass_in(told.get(b"cookie", b""), sale_id)
        if known is None or told.get(b"sec-fetch-mode") == b"navigate" or not _may(scope, told):
            return False
        seller_id, place_id = known
        try:
            html = await self.desk.bring(_key(seller_id, scope["path"]), place_id)
        except DeskBusy as busy:
            seconds = str(busy.facts["seconds"]).encode()
            await _say(send, 503, b"", (b"retry-after", seconds))
            return True
        if html is None:
            return False
        await _say(send, 200, html)
        return True


def _key(seller_id: UUID, path: str) -> Key:
    language, sale = cast(re.Match[str], ADDRESS.fullmatch(path)).groups()
    return seller_id, UUID(sale), language_of(f"{language}/")


def _may(scope: dict, told: dict[bytes, bytes]) -> bool:
    """Whom the pace stops, Django tells so."""
    try:
        take(READING, network_of(who_asks(scope, told)[0]))
    except RateLimited:
        return False
    return True


async def _say(send: Send, status: int, html: bytes, *more: tuple[bytes, bytes]) -> None:
    headers = [*HEADERS, (b"content-length", str(len(html)).encode()), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": html})


# On a thread of the desk ---------------------------------------------------------------------


def _looked(key: Hashable, place_ids: Sequence[UUID]) -> list[bytes | None]:
    """The room of each, drawn; None for who does not wait in this sale."""
    seller_id, sale_id, language = cast(Key, key)
    sale = looked_at(seller_id, sale_id)
    if sale is None:
        return [None] * len(place_ids)
    places, moment = places_by_id(seller_id, place_ids), now()
    mine = {id: place for id, place in places.items() if place.sale_id == sale_id}
    limited = limited_places(seller_id, mine)
    rooms = [room_of(sale, mine.get(id), moment, is_limited=id in limited) for id in place_ids]
    return [_drawn(language, room) if room else None for room in rooms]


@lru_cache(maxsize=4096)
def _drawn(language: str, room: Room) -> bytes:
    with translation.override(language):
        return render_to_string("storefront/parts/flash_room.html", {"room": room}).encode()
