"""Write one event of the trade into the journal."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Journal, Posting
from ..shapes import Transfer


@action(power=Power.SYSTEM)
def post_journal(
    *,
    actor: Actor,
    seller_id: UUID,
    kind: str,
    reference_id: UUID,
    currency: str,
    transfers: Sequence[Transfer],
    order_id: UUID | None = None,
) -> None:
    """Amounts in minor units; a transfer of nothing is left out.

    `reference_id` is of the thing whose event this is: an order, a parcel, a charge, a payout.
    The same kind for the same thing a second time breaks a unique key and takes the caller's
    transaction down with it: money moves once, or the caller's own guard has failed.
    """
    journal = Journal.objects.create(
        seller_id=seller_id,
        id=new_id(),
        kind=kind,
        reference=f"{kind}:{reference_id}",
        order_id=order_id,
        currency=currency,
    )
    Posting.objects.bulk_create(
        Posting(
            seller_id=seller_id,
            journal_id=journal.id,
            debit=transfer.debit,
            credit=transfer.credit,
            amount_minor=transfer.amount_minor,
        )
        for transfer in transfers
        if transfer.amount_minor
    )
