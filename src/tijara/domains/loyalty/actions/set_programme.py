"""Say on what terms a market gives points, and whether it does."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import PointsAccount, ProgrammeRow
from ..queries import forget_programmes
from ..rules import programme_faults
from ..shapes import ProgrammeDraft


class ProgrammeInvalid(Invalid):
    code = "loyalty.programme_invalid"


class WorthStands(Refusal):
    """Somebody has points: what they are worth was promised."""

    code = "loyalty.worth_stands"


@action(power=Power.MARKETS_MANAGE)
def set_programme(*, actor: Actor, market_id: UUID, draft: ProgrammeDraft) -> None:
    """Turned off, nothing new is earned; what buyers have they keep and may spend."""
    if faults := programme_faults(draft):
        raise ProgrammeInvalid(faults)
    mine = ProgrammeRow.objects.select_for_update().filter(id=market_id).first()
    is_other = mine is not None and mine.worth_minor != draft.worth_minor
    if is_other and PointsAccount.objects.filter(id=market_id).exists():
        raise WorthStands()
    ProgrammeRow.objects.update_or_create(
        id=market_id,
        defaults={
            "is_on": draft.is_on,
            "worth_minor": draft.worth_minor,
            "lives_months": draft.lives_months,
            "least_points": draft.least_points,
            "most_points": draft.most_points,
            "alone_points": draft.alone_points,
            "saved_at": now(),
        },
    )
    forget_programmes()
    tell_everything()
