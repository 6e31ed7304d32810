"""Have waiting commission invoices printed. Two workers may print one twice; one file is kept."""

import logging
from datetime import timedelta
from io import BytesIO
from uuid import UUID

from django.conf import settings

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.files import FileKind, store
from tijara.platform.providers import connected

from ..models import CommissionInvoice
from ..queries import commission_invoices, commissions_waiting, enclosures, sheet_of
from ..shapes import NotPrinted, Printed, Sheet

log = logging.getLogger(__name__)

BATCH = 20
PAUSE = timedelta(minutes=10)
MOST_BYTES = 5_000_000


@action(power=Power.SYSTEM, atomic=False)
def print_commissions(*, actor: Actor) -> int:
    """How many were printed. What is not stays readable as a page, and is tried again."""
    waiting = commissions_waiting(BATCH) if settings.DOCUMENT_PRINTER else []
    if not waiting:
        return 0
    views = commission_invoices(waiting)
    enclosed = enclosures(views)
    sheets = [Sheet(sheet_of(view), enclosed.get(view.id, ())) for view in views]
    answers = connected("document_printers", settings.DOCUMENT_PRINTER).print_sheets(sheets)
    for view, answer in zip(views, answers, strict=True):
        _keep(view.seller_id, view.id, answer)
    return sum(isinstance(answer, Printed) for answer in answers)


def _keep(seller_id: UUID, invoice_id: UUID, answer: Printed | NotPrinted) -> None:
    row = CommissionInvoice.objects.filter(owner_id=OPERATOR_ID, id=invoice_id, file_id=None)
    if isinstance(answer, NotPrinted):
        log.warning("a commission invoice was not printed: %s", answer.why)
        row.update(retry_at=now() + PAUSE)
        return
    pdf = store(
        seller_id,
        BytesIO(answer.content),
        accepted=frozenset({FileKind.PDF}),
        most_bytes=MOST_BYTES,
    )
    row.update(file_id=pdf.id)
