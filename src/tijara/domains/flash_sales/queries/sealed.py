"""Audits of sales that have ended, as they were sealed."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from ..models import Audit, Sale
from ..shapes import SaleState, SealedAudit
from .audits import audit_of

MOST = 50


def sealed_audit(seller_id: UUID, sale_id: UUID) -> SealedAudit | None:
    """What is told of it; the file itself is `audit_file`."""
    rows = Audit.objects.filter(seller_id=seller_id, sale_id=sale_id)
    told = rows.values_list("digest", "sealed_at", "figures").first()
    return SealedAudit(told[0], told[1], **told[2]) if told else None


def sealed_file(seller_id: UUID, sale_id: UUID) -> bytes | None:
    rows = Audit.objects.filter(seller_id=seller_id, sale_id=sale_id)
    content = rows.values_list("content", flat=True).first()
    return bytes(content) if content is not None else None


def audit_file(seller_id: UUID, sale_id: UUID) -> bytes | None:
    """For the shop and the office: as it was sealed; before the end, as it stands now."""
    return sealed_file(seller_id, sale_id) or audit_of(seller_id, sale_id)


def sales_to_seal() -> list[tuple[UUID, UUID]]:
    """Those that have ended and whose audit is not written yet, the longest over first."""
    written = Audit.objects.filter(seller_id=OuterRef("seller_id"), sale_id=OuterRef("id"))
    over = Sale.objects.filter(~Exists(written), state=SaleState.ENDED, is_cleared=False)
    return list(over.order_by("ended_at").values_list("seller_id", "id")[:MOST])
