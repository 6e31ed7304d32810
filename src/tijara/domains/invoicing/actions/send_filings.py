"""Send waiting documents to their authorities: claim, ask, write the answer down; separate steps.

Who dies after asking leaves them to the next worker, when the lease ends: the same document goes
again under the same UUID, and an authority that has it says so.
"""

import logging
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection, transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step
from tijara.platform.process.rows import move_rows

from ..models import Filing, Unit
from ..queries import Pen, pens
from ..rules import next_pause
from ..shapes import Accepted, AuthoritySilent, FilingState, Rejected, ToSend
from ..states import FILING
from .print_again import print_again

log = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(minutes=15)
Answer = Accepted | Rejected | AuthoritySilent
CLAIM = """
UPDATE invoicing_filing AS filing
   SET attempts = filing.attempts + 1, retry_at = %(lease_ends)s
  FROM (SELECT seller_id, id
          FROM invoicing_filing
         WHERE state = 'waiting' AND retry_at <= %(now)s
         ORDER BY retry_at
         LIMIT %(batch)s
           FOR UPDATE SKIP LOCKED) AS mine
 WHERE filing.seller_id = mine.seller_id AND filing.id = mine.id
RETURNING filing.seller_id, filing.id, filing.unit_id, filing.invoice_id, filing.attempts,
          filing.counter, filing.uuid, filing.hash, filing.document, filing.needs_clearance,
          filing.written_at
"""


@dataclass(frozen=True, slots=True)
class _Claim:
    seller_id: UUID
    id: UUID
    unit_id: UUID
    invoice_id: UUID
    attempts: int
    counter: int
    uuid: UUID
    hash: str
    document: str
    needs_clearance: bool
    written_at: datetime


@action(power=Power.SYSTEM, atomic=False)
def send_filings(*, actor: Actor) -> int:
    """How many were answered. An authority that is silent once is not asked again in this round:
    the rest of its documents wait as long as the first."""
    claims = sorted(_claimed(), key=lambda one: (one.unit_id.bytes, one.counter))
    found = pens({(claim.seller_id, claim.unit_id) for claim in claims})
    answered = 0
    for claim, answer in _asked(claims, found):
        _keep(claim, answer)
        answered += not isinstance(answer, AuthoritySilent)
    return answered


def _claimed() -> list[_Claim]:
    moment = now()
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, {"now": moment, "lease_ends": moment + LEASE, "batch": BATCH})
        return [_Claim(*row) for row in cursor.fetchall()]


def _asked(claims: list[_Claim], found: dict[UUID, Pen]) -> Iterator[tuple[_Claim, Answer]]:
    silent: dict[str, AuthoritySilent] = {}
    for claim in claims:
        pen = found.get(claim.unit_id)
        if pen is None:
            yield claim, AuthoritySilent("nothing opens the unit's keys", keys_refused=True)
            continue
        name = pen.unit.authority
        answer = silent.get(name) or _ask(pen, claim)
        if isinstance(answer, AuthoritySilent) and not answer.keys_refused:
            silent[name] = answer
        yield claim, answer


def _ask(pen: Pen, claim: _Claim) -> Answer:
    shown = ToSend(claim.uuid, claim.hash, claim.document, claim.needs_clearance, claim.written_at)
    try:
        return pen.authority.send(shown, pen.keys)
    except Exception as error:
        log.exception("the authority %s failed", pen.unit.authority)
        return AuthoritySilent(f"{type(error).__name__} in the provider")


def _keep(claim: _Claim, answer: Answer) -> None:
    """`attempts` is this claim's mark: a slow answer doesn't overwrite that of a later claim."""
    row = Filing.objects.filter(
        seller_id=claim.seller_id,
        id=claim.id,
        state=FilingState.WAITING,
        attempts=claim.attempts,
    )
    with transaction.atomic():
        if isinstance(answer, AuthoritySilent):
            pause = next_pause(claim.attempts)
            row.update(retry_at=now() + pause, last_error=answer.why[:300])
            _note_trouble(claim, "keys_refused" if answer.keys_refused else "")
            return
        told = {"answered_at": now(), "retry_at": None, "last_error": "", **_told(answer)}
        if move_rows(FILING, row, Step(_move_of(answer), SYSTEM, sets=told)):
            _note_trouble(claim, "")
            if isinstance(answer, Accepted) and answer.document:
                print_again(actor=SYSTEM, seller_id=claim.seller_id, invoice_id=claim.invoice_id)


def _move_of(answer: Accepted | Rejected) -> str:
    if isinstance(answer, Rejected):
        return "reject"
    return "accept_and_warn" if answer.warnings else "accept"


def _told(answer: Accepted | Rejected) -> dict[str, object]:
    told: dict[str, object] = {"warnings": [asdict(one) for one in answer.warnings]}
    if isinstance(answer, Rejected):
        return told | {"errors": [asdict(one) for one in answer.errors]}
    if answer.document:
        told |= {"document": answer.document, "qr": answer.qr}
    if answer.mark:
        told["mark"] = answer.mark[:60]
    return told


def _note_trouble(claim: _Claim, trouble: str) -> None:
    units = Unit.objects.filter(seller_id=claim.seller_id, id=claim.unit_id)
    units.exclude(trouble=trouble).update(trouble=trouble)
