"""The pages of promotions, as a shop and the market have them: rows, a form, one whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.domains.promotions.shapes import (
    Figures,
    Measure,
    Promotion,
    PromotionDraft,
    PromotionKind,
    PromotionState,
)
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.ui.desks.goods_of import Catalogue
from tijara.ui.desks.goods_pick import GOODS, PART, picking
from tijara.ui.desks.promotion_form import Desk, PromotionForm
from tijara.ui.desks.promotion_words import KINDS, sentence_of_promotion, state_of
from tijara.ui.pieces.words import named

Draw = Callable[[str, dict, int], HttpResponse]
A_MOMENT = timedelta(seconds=1)
READING = "reading"


@dataclass(frozen=True, slots=True)
class Promotions:
    """What is asked and done: the queries and actions of the domain, by name."""

    promotion: Callable[..., Promotion | None]
    figures: Callable[..., Mapping[UUID, Figures]]
    example_of: Callable[..., tuple[Money, Money] | None]
    save_promotion: Callable[..., UUID]
    change_promotion: Callable[..., None]
    turn_promotion: Callable[..., None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages stand: their address, who acts, whose they are, and how goods are found.
    `asked_part`: a script asks only how the form reads so far, or which goods fit."""

    here: str
    actor: Actor
    owner_id: UUID
    today: date
    draw: Draw
    writing: Desk
    catalogue: Catalogue
    promotions: Promotions
    asked_part: str = ""

    @property
    def currency(self) -> str:
        return self.writing.currency

    @property
    def zone(self) -> ZoneInfo:
        return self.writing.zone

    @property
    def is_market(self) -> bool:
        return self.writing.is_market


def asked_part(request: HttpRequest) -> str:
    said = request.headers.get(PART, "")
    return said if said in (READING, GOODS) else ""


def row_of(told: Promotion, figures: Figures | None, currency: str) -> dict:
    return {
        "told": told,
        "figures": figures,
        "sentence": sentence_of_promotion(told.terms, told.limits, told.code, currency),
        "state": state_of(told, now()),
        "last_day": told.ends_at - A_MOMENT if told.ends_at else None,
    }


def kinds_page(place: Place) -> HttpResponse:
    return place.draw(
        "ui/desks/promotion_kinds.html", {"here": place.here, "kinds": KINDS.items()}, 200
    )


def form_page(
    place: Place,
    form: PromotionForm,
    action: str,
    *,
    draft: PromotionDraft | None = None,
    example: tuple[Money, Money] | None = None,
    refused: object = "",
    **shown: Promotion | None,
) -> HttpResponse:
    """With what a draft reads like, where one was looked at. `shown`: the one that is `copied` or
    `changed`, and `stands`, which has begun already."""
    context = shown | {
        "here": place.here,
        "action": action,
        "form": form,
        "kind_name": KINDS[form.kind][0],
        "currency": place.currency,
        "is_market": place.is_market,
        "sentence": _read_out(draft, place.currency),
        "example": example,
        "refused": refused,
        **_choices(place),
    }
    if place.asked_part == READING:
        return _part(place, READING, "ui/desks/promotion_reading.html", context)
    context |= picking(place.writing.goods, form.ticked, form.looked_for)
    if place.asked_part == GOODS:
        return _part(place, GOODS, "ui/desks/goods_pick.html", context)
    status = 422 if form.errors or refused else 200
    return place.draw("ui/desks/promotion_form.html", context, status)


def _read_out(draft: PromotionDraft | None, currency: str) -> SafeString | None:
    """Once it gives something."""
    if draft is None:
        return None
    terms = draft.terms
    gives = terms.bp or terms.minor or terms.steps or terms.kind is PromotionKind.DELIVERY
    return sentence_of_promotion(terms, draft.limits, draft.code, currency) if gives else None


def _choices(place: Place) -> dict[str, object]:
    groups = ((str(one.id), named(one)) for one in place.writing.groups)
    return {
        "departments": [("", _("All departments")), *place.catalogue.departments()],
        "brands": place.catalogue.brand_list(),
        "measures": [(Measure.AMOUNT, _("the sum")), (Measure.QUANTITY, _("the pieces"))],
        "groups": [("", _("Everybody")), *groups],
    }


def _part(place: Place, name: str, template: str, context: dict) -> HttpResponse:
    answer = place.draw(template, context, 200)
    answer[PART] = name
    return answer


def whole_page(
    place: Place, told: Promotion, figures: Figures | None, goods: Sequence[str]
) -> HttpResponse:
    nothing = Money(0, place.currency)
    row = row_of(told, figures, place.currency)
    is_over = told.is_over(now())
    budget = told.limits.budget_minor
    group = next((one for one in place.writing.groups if one.id == told.terms.group_id), None)
    context = row | {
        "group": named(group) if group else "",
        "here": place.here,
        "is_market": place.is_market,
        "sales": figures.sales if figures else nothing,
        "cost": figures.cost if figures else nothing,
        "market_cost": figures.market_cost if figures else nothing,
        "budget": None if budget is None else Money(budget, place.currency),
        "spent": Money(told.spent_minor, place.currency),
        "part": f"{told.terms.market_bp / 100:g}",
        "goods": goods,
        "may_change": not is_over,
        "has_begun": told.has_begun(now()),
        "may_pause": told.state is PromotionState.ACTIVE and not is_over,
        "may_resume": told.state is PromotionState.PAUSED and not is_over,
    }
    return place.draw("ui/desks/promotion.html", context, 200)


def kind_of(word: str) -> PromotionKind | None:
    return next((kind for kind in PromotionKind if kind.value == word), None)


def names_of_goods(told: Promotion, known: Mapping[UUID | str, str]) -> list[str]:
    """What it is for, by names that were looked up before."""
    scope = told.terms.scope
    wanted = (*scope.departments, *scope.brands, *scope.products)
    return [known[one] for one in wanted if one in known]
