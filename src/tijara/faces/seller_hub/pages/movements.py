"""Every unit of one stock that came or went, and why; goods that came, and what one cost."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.catalogue.queries import names_of, variants
from tijara.domains.inventory.actions import receive_stock, set_unit_cost
from tijara.domains.inventory.queries import movements, stock_levels, worth_of
from tijara.domains.inventory.shapes import MovementKind, Receipt, StockKind, StockLevel
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.words import MOVEMENTS
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.typed import amount, whole_number

MOST = 200
MOST_UNITS = 1_000_000
OF_ORDERS = frozenset({MovementKind.SALE, MovementKind.RESTOCK})


@require_safe
@at_desk
def movements_page(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    return _page(request, desk, _level(desk, stock_id))


@require_POST
@at_desk
def receipt(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    """Goods that came, and what one cost. The form carries a key: sent twice, they came once."""
    level = _level(desk, stock_id)
    typed = {name: request.POST.get(name, "")[:20] for name in ("units", "unit_cost")}
    units = whole_number(typed["units"])
    cost = amount(typed["unit_cost"], desk.market.currency) if typed["unit_cost"].strip() else None
    wrong = {}
    if not units or units > MOST_UNITS:
        wrong["units"] = field_sentence("not_a_number")
    if typed["unit_cost"].strip() and cost is None:
        wrong["unit_cost"] = field_sentence("not_an_amount")
    if cost is not None and not desk.actor.may(Power.OFFERS_MANAGE):
        wrong["unit_cost"] = field_sentence("out_of_range")
    if wrong or not units:
        return _page(request, desk, level, typed=typed, wrong=wrong)
    came = Receipt(level.id, level.variant_id, units, cost.minor if cost else None)
    receive_stock(
        actor=desk.actor,
        seller_id=desk.seller_id,
        receipts=[came],
        reference_id=read_id(request.POST.get("key", "")) or new_id(),
    )
    return see_other(_address(stock_id), _("Written down."))


@require_POST
@at_desk
def unit_cost(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    level = _level(desk, stock_id)
    typed = {"cost": request.POST.get("cost", "")[:20]}
    cost = amount(typed["cost"], desk.market.currency)
    if cost is None:
        wrong = {"cost": field_sentence("not_an_amount")}
        return _page(request, desk, level, typed=typed, wrong=wrong)
    try:
        set_unit_cost(
            actor=desk.actor, seller_id=desk.seller_id, stock_id=stock_id, unit_minor=cost.minor
        )
    except Refusal as refusal:
        return see_other(_address(stock_id), sentence_of(refusal), "warn")
    return see_other(_address(stock_id), _("Saved."))


def _level(desk: Desk, stock_id: UUID) -> StockLevel:
    level = stock_levels(desk.seller_id, [stock_id]).get(stock_id)
    if level is None:
        raise Http404
    return level


def _page(
    request: HttpRequest,
    desk: Desk,
    level: StockLevel,
    *,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:
    variant = variants([level.variant_id])[level.variant_id]
    lines = movements(desk.seller_id, level.id, MOST)
    worth = worth_of(desk.seller_id, [level.id]).get(level.id)
    currency = desk.market.currency
    context = {
        "level": level,
        "variant": variant,
        "product": names_of([variant.product_id]).get(variant.product_id),
        "lines": [(line, MOVEMENTS[line.kind], line.kind in OF_ORDERS) for line in lines],
        "is_cut": len(lines) == MOST,
        "most": MOST,
        "is_counted": level.kind is StockKind.SHELF,
        "may_cost": desk.actor.may(Power.OFFERS_MANAGE) and level.kind is not StockKind.FILES,
        "unit": Money(worth.unit_minor, currency) if worth else None,
        "value": Money(worth.value_minor, currency) if worth else None,
        "key": new_id(),
        "currency": currency,
        "typed": typed or {},
        "wrong": wrong or {},
    }
    return hub_page(request, desk, "movements", context, status=422 if wrong else 200)


def _address(stock_id: UUID) -> str:
    return local(f"/hub/stock/{stock_id}/movements")
