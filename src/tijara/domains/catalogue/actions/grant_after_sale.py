"""Say what a department grants after the sale, and what the consumer laws call its goods."""

from tijara.domains.markets.shapes import GoodsKind
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Category
from ..queries import forget_categories

MOST_DAYS, MOST_MONTHS = 365, 120
CHOSEN = frozenset(set(GoodsKind) - {GoodsKind.DIGITAL})


class AfterSaleInvalid(Invalid):
    code = "catalogue.after_sale_invalid"


@action(power=Power.CATALOGUE_MANAGE)
def grant_after_sale(
    *,
    actor: Actor,
    path: str,
    return_days: int | None,
    warranty_months: int | None,
    goods_kind: str = "",
) -> None:
    """None and empty: as the department above it, and at the top as the market. Where the law of a
    market's country gives more, that holds there. Orders that stand are held to what is granted
    when something is sent back."""
    faults = {}
    if return_days is not None and not 0 <= return_days <= MOST_DAYS:
        faults["return_days"] = "out_of_bounds"
    if warranty_months is not None and not 0 <= warranty_months <= MOST_MONTHS:
        faults["warranty_months"] = "out_of_bounds"
    if goods_kind and goods_kind not in CHOSEN:
        faults["goods_kind"] = "unknown"
    if faults:
        raise AfterSaleInvalid(faults)
    Category.objects.filter(path=path).update(
        return_days=return_days, warranty_months=warranty_months, goods_kind=goods_kind
    )
    forget_categories()
    tell_everything()
