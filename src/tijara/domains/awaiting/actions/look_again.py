"""Have goods looked at that somebody waits for: their stock or their offers have changed."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Awaited


@action(power=Power.SYSTEM)
def look_again(
    *, actor: Actor, variant_ids: Iterable[UUID] = (), product_ids: Iterable[UUID] = ()
) -> None:
    """At once; whoever looks at this moment is waited for, for he may have seen what was before. In
    one order, so that two who tell of the same goods don't hold each other up. Of what nobody waits
    for there is no row, and nothing happens."""
    these = Q(variant_id__in=list(variant_ids)) | Q(product_id__in=list(product_ids))
    rows = Awaited.objects.filter(these).order_by("id").select_for_update(no_key=True)
    if held := list(rows.values_list("id", flat=True)):
        Awaited.objects.filter(id__in=held).update(look_at=now())
