"""Have letters printed that claim cash from carriers. Two workers may print one twice; one file is
kept."""

import logging
from io import BytesIO
from uuid import UUID

from django.conf import settings

from tijara.domains.cash.actions import keep_letter
from tijara.domains.cash.queries import letters_waiting
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.files import FileKind, store
from tijara.platform.providers import connected

from ..queries import claim_page
from ..shapes import NotPrinted, Printed, Sheet

log = logging.getLogger(__name__)

BATCH = 10
MOST_BYTES = 20_000_000


@action(power=Power.SYSTEM, atomic=False)
def print_claims(*, actor: Actor) -> int:
    """How many were printed. Without a printer the letter is read on its page."""
    waiting = letters_waiting(BATCH) if settings.DOCUMENT_PRINTER else []
    if not waiting:
        return 0
    sheets = [Sheet(claim_page(letter_id)) for letter_id in waiting]
    answers = connected("document_printers", settings.DOCUMENT_PRINTER).print_sheets(sheets)
    return sum(
        keep_letter(actor=SYSTEM, letter_id=letter_id, file_id=_stored(answer))
        for letter_id, answer in zip(waiting, answers, strict=True)
    )


def _stored(answer: Printed | NotPrinted) -> UUID | None:
    if isinstance(answer, NotPrinted):
        log.warning("a claim was not printed: %s", answer.why)
        return None
    accepted = frozenset({FileKind.PDF})
    pdf = store(OPERATOR_ID, BytesIO(answer.content), accepted=accepted, most_bytes=MOST_BYTES)
    return pdf.id
