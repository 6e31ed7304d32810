"""Keep words no longer. What was written with them stays."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Text
from ..queries import desk_of


@action(power=Power.DESK_USE)
def drop_text(*, actor: Actor, text_id: UUID) -> None:
    """Pressed twice, or by two: it is gone."""
    Text.objects.filter(owner_id=desk_of(actor), id=text_id).delete()
