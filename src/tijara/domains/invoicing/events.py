"""Facts about papers. None carries a name or what people have written."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id", "invoice_id", "order_id", "amount_minor", "currency")
@dataclass(frozen=True, slots=True)
class DebitNoteIssued:
    """A seller has written that more is owed for an order than its invoice says."""

    name: ClassVar[str] = "invoicing.debit_note_issued.v1"
    seller_id: UUID
    invoice_id: UUID
    order_id: UUID
    amount_minor: int
    tax_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class DebitWrittenOff:
    """A seller has given up what a debit note asked for."""

    name: ClassVar[str] = "invoicing.debit_written_off.v1"
    seller_id: UUID
    invoice_id: UUID
    order_id: UUID
    amount_minor: int
    currency: str
