"""Take an address out of a buyer's book. Orders keep theirs."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import SavedAddress


@action(power=Power.BUY)
def remove_address(*, actor: Actor, buyer_id: UUID, address_id: UUID) -> None:
    """Removing it twice changes nothing. Where it was the usual one, the last saved becomes it."""
    book = SavedAddress.objects.select_for_update().filter(buyer_id=buyer_id).order_by("id")
    gone = next((one for one in list(book) if one.id == address_id), None)
    if gone is None:
        return
    gone.delete()
    if gone.is_default:
        left = SavedAddress.objects.filter(buyer_id=buyer_id).order_by("-saved_at").first()
        if left is not None:
            SavedAddress.objects.filter(buyer_id=buyer_id, id=left.id).update(is_default=True)
