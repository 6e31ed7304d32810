"""What visitors of the storefront search for, and what they open after it: from what the front has
heard to what the domain counts.

A card in a list of findings leads to `/p/<slug>?of=<words>~<seal>`. The page is the same for
everybody and mostly answered from memory: nothing more goes over a weak network, no script and no
cookie is needed. The seal says that we have shown these words: nobody makes them up.
"""

import re
from urllib.parse import parse_qs, quote, unquote
from uuid import UUID

from django.core.signing import Signer
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from tijara.domains.markets.queries import market_at
from tijara.domains.search.actions import note_heard
from tijara.domains.search.shapes import Heard, HeardKind
from tijara.faces.storefront.here import here
from tijara.kit.actor import SYSTEM
from tijara.platform.front import ear
from tijara.platform.front.threads import SHARED

SEALS = Signer(salt="tijara.search.of")
SEAL = 10
ADDRESS = re.compile(
    r"(?:/(?!(?:ar|en|fr|ui)(?:/|-))(?P<market>[a-z]{2}(?:-[a-z0-9]+)*))?(?:/(?P<language>en|fr))?"
    r"/(?:search|p/(?P<slug>[^/]{1,200}))"
)
PLAIN = {"q", "sort", "view", "led"}
"""What an address may say beside the words: filters and further pages are of the same search."""
LONGEST = 100


def hear(request: HttpRequest) -> None:
    """A page that is drawn for everybody was heard where it was asked for."""
    if SHARED in request.META:
        return
    told = {
        b"user-agent": request.headers.get("User-Agent", ""),
        b"sec-purpose": request.headers.get("Sec-Purpose", ""),
    }
    pairs = [(name, value.encode("latin-1", "replace")) for name, value in told.items()]
    query = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
    ear.hear(request.path, query, request.META.get("REMOTE_ADDR", ""), pairs)


def count_heard() -> None:
    """What this process has heard since the last time."""
    heard = [one for one in map(_read, ear.taken()) if one]
    if heard:
        note_heard(actor=SYSTEM, heard=heard)


def after(text: str) -> str:
    """The words after which goods are shown, for their addresses."""
    return quote(f"{text}~{_seal(here().id, text)}", safe="~") if text else ""


def _read(line: ear.Line) -> Heard | None:
    found = ADDRESS.fullmatch(line.path)
    market = market_at(f"/{found['market']}" if found["market"] else "") if found else None
    if found is None or market is None:
        return None
    told = parse_qs(line.query, errors="replace")
    language = found["language"] or "ar"
    if found["slug"]:
        text = _opened_after(market.id, told.get("of", [""])[0])
        kind = HeardKind.CHOSEN
    else:
        text = told.get("q", [""])[0] if told.keys() <= PLAIN else ""
        kind = HeardKind.ASKED
    slug = unquote(found["slug"] or "")
    return Heard(kind, market.id, language, text[:LONGEST], line.mark, slug) if text else None


def _opened_after(market_id: UUID, told: str) -> str:
    text, _wave, seal = told.rpartition("~")
    return text if text and constant_time_compare(seal, _seal(market_id, text)) else ""


def _seal(market_id: UUID, text: str) -> str:
    return SEALS.signature(f"{market_id}:{text}")[:SEAL]
