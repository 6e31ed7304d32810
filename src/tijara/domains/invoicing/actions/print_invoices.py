"""Have waiting invoices printed: claim, ask, keep the file; three separate steps."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from uuid import UUID

from django.conf import settings
from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.files import FileKind, store
from tijara.platform.providers import connected

from ..models import InvoicePrint
from ..queries import enclosures, invoices, sheet_of
from ..shapes import NotPrinted, Printed, Sheet

log = logging.getLogger(__name__)

BATCH = 20
LEASE = timedelta(minutes=5)
WANTED = timedelta(days=7)
"""For so long it is tried to print what is wanted. Older papers, of a market that had no printer or
was brought from elsewhere, are printed when somebody wants one: nearly nobody ever does."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=6)
MOST_BYTES = 5_000_000
CLAIM = """
UPDATE invoicing_print AS print
   SET attempts = print.attempts + 1, retry_at = %(lease_ends)s
  FROM (SELECT seller_id, id
          FROM invoicing_print AS one
         WHERE file_id IS NULL AND wanted_at > %(since)s
           AND (retry_at IS NULL OR retry_at <= %(now)s)
           AND NOT EXISTS (SELECT 1 FROM invoicing_filing AS filing
                            WHERE filing.seller_id = one.seller_id
                              AND filing.invoice_id = one.invoice_id
                              AND filing.needs_clearance AND filing.state = 'waiting')
         ORDER BY retry_at NULLS FIRST
         LIMIT %(batch)s
           FOR UPDATE SKIP LOCKED) AS mine
 WHERE print.seller_id = mine.seller_id AND print.id = mine.id
RETURNING print.seller_id, print.id, print.invoice_id, print.attempts
"""


@dataclass(frozen=True, slots=True)
class _Claim:
    seller_id: UUID
    id: UUID
    invoice_id: UUID
    attempts: int


@action(power=Power.SYSTEM, atomic=False)
def print_invoices(*, actor: Actor) -> int:
    """How many were printed. A worker that dies while printing leaves them to the next one, when
    the lease ends; without a printer they wait, and the invoices can be read as pages. What an
    authority has to clear first waits for it."""
    if not settings.DOCUMENT_PRINTER:
        return 0
    claims = _claimed()
    if not claims:
        return 0
    found = invoices([(claim.seller_id, claim.invoice_id) for claim in claims])
    enclosed = enclosures([found[claim.invoice_id] for claim in claims])
    sheets = [
        Sheet(sheet_of(found[claim.invoice_id]), enclosed.get(claim.invoice_id, ()))
        for claim in claims
    ]
    answers = _ask(sheets)
    for claim, answer in zip(claims, answers, strict=True):
        _keep(claim, answer)
    return sum(isinstance(answer, Printed) for answer in answers)


def _claimed() -> list[_Claim]:
    moment = now()
    with connection.cursor() as cursor:
        given = {"now": moment, "since": moment - WANTED, "lease_ends": moment + LEASE}
        cursor.execute(CLAIM, given | {"batch": BATCH})
        return [_Claim(*row) for row in cursor.fetchall()]


def _ask(sheets: Sequence[Sheet]) -> Sequence[Printed | NotPrinted]:
    try:
        return connected("document_printers", settings.DOCUMENT_PRINTER).print_sheets(sheets)
    except Exception as error:
        log.exception("the printer %s failed", settings.DOCUMENT_PRINTER)
        return [NotPrinted(f"{type(error).__name__} in the printer")] * len(sheets)


def _keep(claim: _Claim, answer: Printed | NotPrinted) -> None:
    """`attempts` is this claim's mark: a slow answer doesn't overwrite that of a later claim."""
    row = InvoicePrint.objects.filter(
        seller_id=claim.seller_id, id=claim.id, file_id=None, attempts=claim.attempts
    )
    if isinstance(answer, Printed):
        pdf = store(
            claim.seller_id,
            BytesIO(answer.content),
            accepted=frozenset({FileKind.PDF}),
            most_bytes=MOST_BYTES,
        )
        row.update(file_id=pdf.id, retry_at=None, last_error="")
        return
    pause = min(FIRST_PAUSE * 2 ** min(claim.attempts - 1, 12), LONGEST_PAUSE)
    row.update(retry_at=now() + pause, last_error=answer.why[:300])
