"""Write a market's tiers down: those that stay as they are stay, the others end and begin."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db.models import F

from tijara.domains.groups.queries import groups_in
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import PointsAccount, TierRow
from ..queries import forget_programmes
from ..rules import tier_faults
from ..shapes import TierDraft

TERMS = ("name_ar", "name_en", "name_fr", "from_minor", "multiplier_bp", "group_id")
TWO_DAYS = timedelta(days=2)


class TiersInvalid(Invalid):
    code = "loyalty.tiers_invalid"


@action(power=Power.MARKETS_MANAGE)
def save_tiers(*, actor: Actor, market_id: UUID, drafts: Sequence[TierDraft]) -> None:
    """Each account is looked at again within minutes."""
    drafts = [_tidy(one) for one in drafts]
    faults, groups = tier_faults(drafts), {one.id for one in groups_in(market_id)}
    for place, one in enumerate(drafts):
        if one.group_id and one.group_id not in groups:
            faults[f"group-{place}"] = "unknown"
    if faults:
        raise TiersInvalid(faults)
    rows = TierRow.objects.select_for_update().filter(market_id=market_id, ended_at=None)
    standing = {tuple(row[1:]): row[0] for row in rows.values_list("id", *TERMS)}
    wanted = [tuple(getattr(one, name) for name in TERMS) for one in drafts]
    gone = [id for terms, id in standing.items() if terms not in wanted]
    fresh = [terms for terms in wanted if terms not in standing]
    if not gone and not fresh:
        return
    TierRow.objects.filter(id__in=gone).update(ended_at=now())
    TierRow.objects.bulk_create(
        [TierRow(market_id=market_id, **dict(zip(TERMS, one, strict=True))) for one in fresh]
    )
    PointsAccount.objects.filter(id=market_id).update(looked_at=F("looked_at") - TWO_DAYS)
    forget_programmes()


def _tidy(draft: TierDraft) -> TierDraft:
    return replace(
        draft,
        name_ar=strip_controls(draft.name_ar).strip(),
        name_en=strip_controls(draft.name_en).strip(),
        name_fr=strip_controls(draft.name_fr).strip(),
    )
