"""Have labels of returns printed. Two workers may print one twice; one file is kept."""

import logging
from io import BytesIO
from uuid import UUID

from django.conf import settings

from tijara.domains.returns.actions import keep_label
from tijara.domains.returns.queries import label_page, labels_waiting
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.files import FileKind, store
from tijara.platform.providers import connected

from ..shapes import NotPrinted, Printed, Sheet

log = logging.getLogger(__name__)

BATCH = 20
MOST_BYTES = 5_000_000


@action(power=Power.SYSTEM, atomic=False)
def print_labels(*, actor: Actor) -> int:
    """How many were printed. Without a printer, and until it is there, a return has the slip that a
    browser prints."""
    waiting = labels_waiting(BATCH) if settings.DOCUMENT_PRINTER else []
    if not waiting:
        return 0
    sheets = [Sheet(label_page(*key)) for key in waiting]
    answers = connected("document_printers", settings.DOCUMENT_PRINTER).print_sheets(sheets)
    printed = 0
    for (seller_id, return_id), answer in zip(waiting, answers, strict=True):
        file_id = _stored(seller_id, answer)
        printed += keep_label(
            actor=SYSTEM, seller_id=seller_id, return_id=return_id, file_id=file_id
        )
    return printed


def _stored(seller_id: UUID, answer: Printed | NotPrinted) -> UUID | None:
    if isinstance(answer, NotPrinted):
        log.warning("a label was not printed: %s", answer.why)
        return None
    pdf = store(
        seller_id,
        BytesIO(answer.content),
        accepted=frozenset({FileKind.PDF}),
        most_bytes=MOST_BYTES,
    )
    return pdf.id
