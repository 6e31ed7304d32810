"""Ask for an attribute no longer; products let go of what they told of it when they are saved."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Attribute
from ..queries import forget_categories


@action(power=Power.CATALOGUE_MANAGE)
def drop_attribute(*, actor: Actor, attribute_id: UUID) -> None:
    """Asked again, it changes nothing."""
    Attribute.objects.filter(id=attribute_id).delete()
    forget_categories()
    tell_everything()
