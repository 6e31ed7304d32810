"""A shop adds to the points that its goods earn from now on, and pays for what it adds."""

from uuid import UUID

from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import ExtraRow
from ..queries import forget_programmes, programme_of
from ..rules import EXTRAS


class ExtraInvalid(Invalid):
    code = "loyalty.extra_invalid"


class NoPointsHere(Refusal):
    """The market gives no points: there is nothing to add to."""

    code = "loyalty.no_points_here"


@action(power=Power.PROMOTIONS_MANAGE)
def offer_extra_points(*, actor: Actor, seller_id: UUID, extra_bp: int) -> None:
    """What was ordered before earns by what held then. Nothing: it ends. Again is nothing."""
    if extra_bp not in EXTRAS:
        raise ExtraInvalid({"extra": "unknown"})
    programme = programme_of(markets_of([seller_id])[seller_id])
    if extra_bp and (programme is None or not programme.is_on):
        raise NoPointsHere()
    holds = ExtraRow.objects.select_for_update().filter(seller_id=seller_id, ended_at=None)
    known = holds.first()
    if extra_bp == (known.extra_bp if known else 0):
        return
    moment = now()
    holds.update(ended_at=moment)
    if extra_bp:
        ExtraRow.objects.create(
            seller_id=seller_id,
            extra_bp=extra_bp,
            written_at=moment,
            written_by=actor.person_id,
        )
    forget_programmes()
    tell_everything()
