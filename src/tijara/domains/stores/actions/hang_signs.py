"""Give a store an accent, and a logo and a cover that are there already: the house's artwork."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Store
from ..queries import forget_stores


@action(power=Power.STORE_MANAGE)
def hang_signs(*, actor: Actor, seller_id: UUID, accent: str, logo: str, cover: str) -> None:
    """A store that is dressed already, by whomever, stays as it is."""
    bare = Store.objects.filter(seller_id=seller_id, accent="", logo="", cover="")
    if bare.update(accent=accent, logo=logo, cover=cover):
        tell_everything()
        forget_stores()
