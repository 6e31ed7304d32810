"""A promotion that stands, as a form: to change it, or to begin another one with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.promotions.shapes import (
    Limits,
    Measure,
    Promotion,
    PromotionDraft,
    Terms,
)
from tijara.kit.money import Money
from tijara.ui.desks.promotion_form import PromotionForm, new_form

A_MOMENT = timedelta(seconds=1)


def form_of(
    told: Promotion, currency: str, zone: ZoneInfo, brands: Mapping[UUID, str]
) -> PromotionForm:
    """As its maker would have typed it; `brands` are the names of those that it is for."""
    form = new_form(told.terms.kind, told.starts_at.astimezone(zone).date())
    form.values |= _terms(told.terms, currency) | _limits(told.limits, currency)
    form.values |= {
        "name_ar": told.name_ar,
        "name_en": told.name_en,
        "name_fr": told.name_fr,
        "code": told.code,
        "priority": str(told.priority or ""),
        "brand": "\n".join(brands[one] for one in told.terms.scope.brands if one in brands),
        "ends_on": _last_day(told, zone),
    }
    form.switches |= {
        "is_combinable": told.is_combinable,
        "is_first_order": told.terms.is_first_order,
    }
    form.ticked = list(told.terms.scope.products)
    return form


def copy_of(form: PromotionForm, told: Promotion, today: date, *, is_over: bool) -> PromotionForm:
    """The same from today on, for as many days. Its code goes along when it is free again."""
    values = dict(form.values)
    if values["ends_on"]:
        lasted = date.fromisoformat(values["ends_on"]) - date.fromisoformat(values["starts_on"])
        values["ends_on"] = (today + lasted).isoformat()
    values |= {"starts_on": today.isoformat(), "code": told.code if is_over else ""}
    return replace(form, values=values)


def as_it_stands(told: Promotion, wanted: PromotionDraft) -> PromotionDraft:
    """Of what was written only what may still change once it has begun."""
    return replace(
        wanted,
        terms=told.terms,
        code=told.code,
        starts_at=told.starts_at,
        priority=told.priority,
        is_combinable=told.is_combinable,
    )


def _last_day(told: Promotion, zone: ZoneInfo) -> str:
    if told.ends_at is None:
        return ""
    return (told.ends_at - A_MOMENT).astimezone(zone).date().isoformat()


def _terms(terms: Terms, currency: str) -> dict[str, str]:
    by_sum = terms.measure is Measure.AMOUNT
    steps = [
        f"{_money(step.at, currency) if by_sum else step.at} = {_percent(step.bp)}"
        for step in terms.steps
    ]
    return {
        "percent": _percent(terms.bp),
        "amount": _money(terms.minor, currency),
        "most": _money(terms.most_minor, currency),
        "buy": str(terms.buy or ""),
        "get": str(terms.get or ""),
        "steps": "\n".join(steps),
        "measure": terms.measure.value,
        "min_amount": _money(terms.min_minor, currency),
        "min_quantity": str(terms.min_quantity or ""),
        "department": next(iter(terms.scope.departments), ""),
        "group": str(terms.group_id or ""),
        "market_part": f"{terms.market_bp / 100:g}",
    }


def _limits(limits: Limits, currency: str) -> dict[str, str]:
    return {
        "most_uses": str(limits.most_uses or ""),
        "most_each": str(limits.most_each or ""),
        "budget": _money(limits.budget_minor, currency),
    }


def _money(minor: int | None, currency: str) -> str:
    return Money(minor, currency).to_decimal_string() if minor else ""


def _percent(bp: int) -> str:
    return f"{bp / 100:g}" if bp else ""
