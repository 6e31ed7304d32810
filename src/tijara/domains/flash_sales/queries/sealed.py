"""Audits of sales that have ended, as they were sealed."""

from uuid import UUID

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
    """Those that ended lately, and whose audit is not written yet."""
    over = Sale.objects.filter(state=SaleState.ENDED, is_cleared=False).order_by("-ended_at")
    keys = list(over.values_list("seller_id", "id")[:MOST])
    sealed = Audit.objects.filter(
        seller_id__in={seller for seller, _ in keys}, sale_id__in={sale for _, sale in keys}
    )
    written = set(sealed.values_list("seller_id", "sale_id"))
    return [key for key in keys if key not in written]
