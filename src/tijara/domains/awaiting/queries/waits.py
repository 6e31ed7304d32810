"""Who waits for what."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import Count

from tijara.domains.accounts.queries import recipient_of
from tijara.kit.recent import RecentOf

from ..models import Silence, Wait
from ..rules import mailbox_id
from ..shapes import WaitView

LINKS = Signer(salt="tijara.awaiting.letters")
SECONDS = 10.0
VIEW = ("buyer_id", "id", "product_id", "variant_id", "asked_at")


def mailbox_of(typed: str) -> tuple[UUID, str] | None:
    """Who owns what is awaited at an e-mail address, and the address in its one spelling; None
    where it is no address."""
    email = recipient_of(typed, "") if "@" in typed else None
    return (mailbox_id(email), email) if email else None


def waits_of(buyer_ids: Sequence[UUID], market_id: UUID) -> list[WaitView]:
    """Of one person, under all his ids: the latest first."""
    rows = Wait.objects.filter(buyer_id__in=buyer_ids, market_id=market_id)
    return [WaitView(*row) for row in rows.order_by("-asked_at", "id").values_list(*VIEW)]


def waits_everywhere(buyer_ids: Sequence[UUID], email: str) -> list[WaitView]:
    """Of one person in all markets, and what was left at his address by a guest."""
    owners = [*buyer_ids, *([mailbox_id(email)] if email else [])]
    rows = Wait.objects.filter(buyer_id__in=owners).order_by("-asked_at", "id")
    return [WaitView(*row) for row in rows.values_list(*VIEW)]


def people_waiting(market_id: UUID, variant_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many waited for each some seconds ago, for a shop's stock list; one for whom nobody
    waits is absent."""
    found = _waiting.get((market_id, variant_id) for variant_id in variant_ids)
    return {variant_id: many for (_market, variant_id), many in found.items() if many}


def is_silent(buyer_id: UUID) -> bool:
    return Silence.objects.filter(buyer_id=buyer_id).exists()


def await_token(buyer_id: UUID, market_id: UUID) -> str:
    """What a letter's link stops such letters with, without signing in."""
    key = urlsafe_b64encode(buyer_id.bytes + market_id.bytes).decode().rstrip("=")
    return LINKS.sign(key)


def read_await_token(token: str) -> tuple[UUID, UUID] | None:
    """(who is told, market), or None for a token that we did not make."""
    try:
        raw = urlsafe_b64decode(LINKS.unsign(token) + "=")
        return UUID(bytes=raw[:16]), UUID(bytes=raw[16:])
    except (BadSignature, ValueError):
        return None


def _count_waiting(keys: set[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], int]:
    """Wishes lie with who has them: all are asked, once for some seconds."""
    rows = Wait.objects.filter(
        market_id__in={market for market, _ in keys}, variant_id__in=[one for _, one in keys]
    )
    counted = rows.order_by().values_list("market_id", "variant_id").annotate(Count("id"))
    return dict.fromkeys(keys, 0) | {(market, one): many for market, one, many in counted}


_waiting = RecentOf(_count_waiting, SECONDS)
