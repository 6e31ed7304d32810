"""The pages of promotions, as a shop and the market have them: rows, a form, one whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.groups.shapes import GroupView
from tijara.domains.promotions.shapes import (
    Figures,
    Measure,
    Promotion,
    PromotionDraft,
    PromotionKind,
    PromotionState,
)
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.ui.desks.promotion_form import PromotionForm
from tijara.ui.desks.promotion_words import KINDS, sentence_of_promotion, state_of
from tijara.ui.pieces.words import named

Draw = Callable[[str, dict, int], HttpResponse]
A_MOMENT = timedelta(seconds=1)
PART, READING = "X-Part", "reading"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages stand: their address, the currency, and whose they are. `is_reading`: a
    script asks only how the form reads so far."""

    here: str
    currency: str
    draw: Draw
    is_market: bool = False
    is_reading: bool = False
    groups: tuple[GroupView, ...] = ()


def asks_reading(request: HttpRequest) -> bool:
    return request.headers.get(PART) == READING


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
    departments: Sequence[tuple[str, str]],
    *,
    draft: PromotionDraft | None = None,
    example: tuple[Money, Money] | None = None,
    refused: object = "",
) -> HttpResponse:
    """With what a draft reads like, where one was looked at."""
    sentence = draft and sentence_of_promotion(
        draft.terms, draft.limits, draft.code, place.currency
    )
    context = {
        "here": place.here,
        "form": form,
        "kind_name": KINDS[form.kind][0],
        "currency": place.currency,
        "departments": [("", _("All departments")), *departments],
        "measures": [(Measure.AMOUNT, _("the sum")), (Measure.QUANTITY, _("the pieces"))],
        "is_market": place.is_market,
        "groups": [("", _("Everybody")), *((str(one.id), named(one)) for one in place.groups)],
        "sentence": sentence,
        "example": example,
        "refused": refused,
    }
    if place.is_reading:
        answer = place.draw("ui/desks/promotion_reading.html", context, 200)
        answer[PART] = READING
        return answer
    status = 422 if form.errors or refused else 200
    return place.draw("ui/desks/promotion_form.html", context, status)


def whole_page(
    place: Place, told: Promotion, figures: Figures | None, goods: Sequence[str]
) -> HttpResponse:
    nothing = Money(0, place.currency)
    row = row_of(told, figures, place.currency)
    is_over = told.ends_at is not None and told.ends_at <= now()
    budget = told.limits.budget_minor
    group = next((one for one in place.groups if one.id == told.terms.group_id), None)
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
