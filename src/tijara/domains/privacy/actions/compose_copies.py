"""Compose the copies that were asked for: claim, read, keep the file; three separate steps."""

import logging
from pathlib import Path
from tempfile import TemporaryFile
from uuid import UUID

from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from tijara.domains.accounts.queries import account
from tijara.domains.markets.queries import market_by_id, site_market, site_name
from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.queries import said_day
from tijara.domains.messaging.shapes import LetterWords
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.files import FileKind

from ..models import DataCopy
from ..queries import parts_of
from ..queries.days import day_of
from ..queries.words import as_read
from ..rules import LEASE, MOST_TRIES, as_json, attached_to, pause_after, zipped
from ..shapes import COPY_LIFE, Part

log = logging.getLogger(__name__)

ACCEPTED = frozenset({FileKind.ZIP})
MOST_BYTES = 2_000_000_000
"""With all pictures that he has brought."""
CLAIM = """
    UPDATE privacy_copy SET tries = tries + 1, retry_at = %(until)s
    WHERE person_id = (
        SELECT person_id FROM privacy_copy
        WHERE file_id IS NULL AND tries < %(most)s AND (retry_at IS NULL OR retry_at <= %(now)s)
        ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING person_id, asked_at, language, market_id, tries
"""


@action(power=Power.SYSTEM, atomic=False)
def compose_copies(*, actor: Actor) -> int:
    """One at most, whose claim is committed first. A worker that dies meanwhile leaves it to the
    next, when the lease ends; what fails is tried again, some times."""
    with connection.cursor() as cursor:
        given = {"now": now(), "until": now() + LEASE, "most": MOST_TRIES}
        cursor.execute(CLAIM, given)
        claimed = cursor.fetchone()
    if claimed is None:
        return 0
    person_id, asked_at, language, market_id, tries = claimed
    try:
        _compose(person_id, asked_at, language, market_id)
    except Exception:
        log.exception("a copy of somebody's data was not composed")
        mine = DataCopy.objects.filter(person_id=person_id, asked_at=asked_at, file_id=None)
        mine.filter(tries=tries).update(retry_at=now() + pause_after(tries))
    return 1


def _compose(person_id: UUID, asked_at, language: str, market_id: UUID | None) -> None:
    """A person has one file at most: what an earlier copy or try has left goes once this one is
    told of. Of two workers who both made one, the slower drops his own."""
    parts = parts_of(person_id, language)
    with TemporaryFile() as packed:
        zipped(packed, _written(parts, language, market_id) | attached_to(parts))
        kept = files.store(person_id, packed, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    with transaction.atomic():
        waiting = DataCopy.objects.filter(person_id=person_id, asked_at=asked_at, file_id=None)
        if not waiting.update(file_id=kept.id, ready_at=now(), retry_at=None):
            files.remove(person_id, kept.id)
            return
        transaction.on_commit(lambda: files.keep_only(person_id, kept.id))
        _tell(person_id, asked_at, language, market_id)


def _written(parts: list[Part], language: str, market_id: UUID | None) -> dict[str, bytes | Path]:
    with translation.override(language):
        site = site_name(site_market(market_id))
        page = render_to_string(
            "privacy/messages/copy.html",
            {
                "parts": as_read(parts),
                "site": site,
                "language": language,
                "is_rtl": translation.get_language_bidi(),
                "day": said_day(day_of(now(), market_id)),
            },
        )
    about = {"from": site, "composed_at": now()}
    return {"my-data.html": page.encode(), "my-data.json": as_json(parts, about)}


def _tell(person_id: UUID, asked_at, language: str, market_id: UUID | None) -> None:
    """That it is ready, and until when. It is fetched by signing in: the letter holds no way to it
    that would work for another."""
    person = account(person_id)
    if person is None:
        return
    market = market_by_id(market_id) if market_id else None
    words = LetterWords(
        kind="privacy.copy_ready",
        to=person.addressee,
        language=language,
        template="privacy/messages/copy_ready.txt",
        facts={"last_day": day_of(now() + COPY_LIFE, market_id)},
        link_to="own_data",
        link_facts={},
        button=_("Fetch your copy"),
        market_id=market.id if market else None,
    )
    key = f"{words.kind}:{asked_at.timestamp()}"
    write_letter(actor=SYSTEM, owner_id=person_id, key=key, words=words)
