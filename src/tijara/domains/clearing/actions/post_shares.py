"""Write down and post what a line of a report did to the money of sellers' orders."""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.ledger.actions import post_journal
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import GatewayShare
from ..rules import share_transfers
from ..shapes import Share


@action(power=Power.SYSTEM)
def post_shares(
    *, actor: Actor, kind: str, line_id: UUID, shares: Sequence[Share], currency: str
) -> None:
    """Each in its seller's books; what paid a gift card stands in the market's own, and is of no
    order."""
    sellers = markets_of({share.seller_id for share in shares})
    for share in shares:
        GatewayShare.objects.create(
            seller_id=share.seller_id,
            line_id=line_id,
            order_id=share.order_id,
            currency=currency,
            settled_minor=share.settled_minor,
            refunded_minor=share.refunded_minor,
            fee_minor=share.fee_minor,
            vat_minor=share.vat_minor,
        )
        post_journal(
            actor=SYSTEM,
            seller_id=share.seller_id,
            kind=kind,
            reference_id=line_id,
            order_id=share.order_id if share.seller_id in sellers else None,
            currency=currency,
            transfers=share_transfers(share),
        )
