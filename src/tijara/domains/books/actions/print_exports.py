"""Have reports printed that were asked for: claim, ask, keep the file; three separate steps."""

import logging
from datetime import timedelta
from io import BytesIO
from uuid import UUID

from django.conf import settings
from django.db.models import F

from tijara.domains.invoicing.shapes import NotPrinted, Printed, Sheet
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.files import FileKind, store
from tijara.platform.providers import connected

from ..models import Export
from ..queries import exports_waiting

log = logging.getLogger(__name__)

BATCH = 10
PAUSE = timedelta(minutes=5)
MOST_BYTES = 20_000_000


@action(power=Power.SYSTEM, atomic=False)
def print_exports(*, actor: Actor) -> int:
    """How many were printed. What is not is tried again, some times."""
    waiting = exports_waiting(now(), BATCH) if settings.DOCUMENT_PRINTER else []
    if not waiting:
        return 0
    sheets = [Sheet(page) for _, _, page in waiting]
    answers = connected("document_printers", settings.DOCUMENT_PRINTER).print_sheets(sheets)
    for (owner_id, export_id, _), answer in zip(waiting, answers, strict=True):
        _keep(owner_id, export_id, answer)
    return sum(isinstance(answer, Printed) for answer in answers)


def _keep(owner_id: UUID, export_id: UUID, answer: Printed | NotPrinted) -> None:
    row = Export.objects.filter(owner_id=owner_id, id=export_id, file_id=None)
    if isinstance(answer, NotPrinted):
        log.warning("a report was not printed: %s", answer.why)
        row.update(retry_at=now() + PAUSE, tries=F("tries") + 1)
        return
    pdf = store(
        owner_id, BytesIO(answer.content), accepted=frozenset({FileKind.PDF}), most_bytes=MOST_BYTES
    )
    row.update(file_id=pdf.id, page="")
