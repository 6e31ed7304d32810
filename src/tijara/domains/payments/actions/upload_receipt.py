"""Bring the picture of a transfer, for staff to compare with the bank."""

from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action
from tijara.platform.files import FileKind, remove, store

from ..models import Charge, Receipt
from ..shapes import ChargeState, PaymentMethod, ReceiptState
from ..states import RECEIPT

ACCEPTED = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.PDF, FileKind.WEBP})
MOST_BYTES = 10 * 1024 * 1024
MOST_RECEIPTS = 10


class NoTransferExpected(Refusal):
    """The charge is paid, over, or not paid by transfer."""

    code = "payments.no_transfer_expected"


class ReceiptWaiting(Refusal):
    """One is being looked at."""

    code = "payments.receipt_waiting"


class TooManyReceipts(Refusal):
    code = "payments.too_many_receipts"
    kind = Kind.UNAVAILABLE


@action(power=Power.BUY, atomic=False)
def upload_receipt(*, actor: Actor, buyer_id: UUID, charge_id: UUID, content: BinaryIO) -> UUID:
    """The file is kept before the row that names it; without the row it is removed again."""
    _check(buyer_id, charge_id)
    kept = store(buyer_id, content, accepted=ACCEPTED, most_bytes=MOST_BYTES)
    try:
        with transaction.atomic():
            rows = Charge.objects.select_for_update(no_key=True)
            rows.filter(buyer_id=buyer_id, id=charge_id).first()
            _check(buyer_id, charge_id)
            row = Receipt.objects.create(
                buyer_id=buyer_id,
                id=new_id(),
                charge_id=charge_id,
                file_id=kept.id,
                state=RECEIPT.start,
                uploaded_at=now(),
            )
    except BaseException:
        remove(buyer_id, kept.id)
        raise
    return row.id


def _check(buyer_id: UUID, charge_id: UUID) -> None:
    charge = Charge.objects.filter(buyer_id=buyer_id, id=charge_id)
    if not charge.filter(state=ChargeState.OPEN, method=PaymentMethod.BANK_TRANSFER).exists():
        raise NoTransferExpected()
    receipts = Receipt.objects.filter(buyer_id=buyer_id, charge_id=charge_id)
    if receipts.filter(state=ReceiptState.WAITING).exists():
        raise ReceiptWaiting()
    if receipts.count() >= MOST_RECEIPTS:
        raise TooManyReceipts()
