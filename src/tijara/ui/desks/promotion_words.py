"""Promotions in words: what each gives, on what condition, and how it stands."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from tijara.domains.promotions.shapes import (
    Limits,
    Measure,
    Promotion,
    PromotionKind,
    PromotionState,
    Terms,
)
from tijara.kit.money import Money
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import code, number

KINDS: dict[PromotionKind, tuple[Promise, Promise]] = {
    PromotionKind.PERCENT: (
        gettext_lazy("A percentage off"),
        gettext_lazy("10% off coffee pots: the shelf shows the lower price."),
    ),
    PromotionKind.AMOUNT: (
        gettext_lazy("A sum off"),
        gettext_lazy("50 off an order of 300 or more."),
    ),
    PromotionKind.TIERS: (
        gettext_lazy("The more, the more off"),
        gettext_lazy("5% from 200 on, 10% from 400 on."),
    ),
    PromotionKind.GET_MORE: (
        gettext_lazy("Buy some, get some"),
        gettext_lazy("Buy two, get the third free."),
    ),
    PromotionKind.BUNDLE: (
        gettext_lazy("A bundle"),
        gettext_lazy("Pot and cups together for one price."),
    ),
    PromotionKind.DELIVERY: (
        gettext_lazy("Free delivery"),
        gettext_lazy("From a sum on, or for everybody."),
    ),
}
"""(name, an example)."""
STATES: dict[str, tuple[Promise, str]] = {
    "on": (pgettext_lazy("promotion", "on"), "good"),
    "coming": (pgettext_lazy("promotion", "still to come"), "info"),
    "paused": (pgettext_lazy("promotion", "paused"), "warn"),
    "over": (pgettext_lazy("promotion", "over"), ""),
    "used_up": (pgettext_lazy("promotion", "used up"), "warn"),
}


def state_of(told: Promotion, moment: datetime) -> tuple[Promise, str]:
    """How it stands, and the tone of its badge."""
    if told.state is PromotionState.PAUSED:
        return STATES["paused"]
    if told.state is PromotionState.ENDED or (told.ends_at and told.ends_at <= moment):
        return STATES["over"]
    if _is_used_up(told):
        return STATES["used_up"]
    return STATES["on" if told.starts_at <= moment else "coming"]


def sentence_of_promotion(terms: Terms, limits: Limits, promo: str, currency: str) -> SafeString:
    """What it does, as one would say it to a buyer."""
    parts = [_gift(terms, currency), *_conditions(terms, limits, promo, currency)]
    return format_html_join(" · ", "{}", ((part,) for part in parts))


def _is_used_up(told: Promotion) -> bool:
    limits = told.limits
    is_out = limits.most_uses is not None and told.uses >= limits.most_uses
    return is_out or (limits.budget_minor is not None and told.spent_minor >= limits.budget_minor)


def _gift(terms: Terms, currency: str) -> SafeString:
    match terms.kind:
        case PromotionKind.PERCENT:
            return format_html(_("{percent}% off"), percent=_percent(terms.bp))
        case PromotionKind.AMOUNT:
            return format_html(_("{amount} off"), amount=_price(terms.minor, currency))
        case PromotionKind.BUNDLE:
            return format_html(_("together for {amount}"), amount=_price(terms.minor, currency))
        case PromotionKind.GET_MORE:
            return _get_more(terms)
        case PromotionKind.TIERS:
            return format_html_join("، ", "{}", ((one,) for one in _steps(terms, currency)))
    return format_html("{}", _("free delivery"))


def _get_more(terms: Terms) -> SafeString:
    told = {"buy": number(terms.buy), "get": number(terms.get), "percent": _percent(terms.bp)}
    if terms.bp == 10_000:
        return format_html(_("for every {buy} bought, {get} more free: the cheapest"), **told)
    return format_html(
        _("for every {buy} bought, {get} more at {percent}% off: the cheapest"), **told
    )


def _steps(terms: Terms, currency: str) -> list[SafeString]:
    by_sum = terms.measure is Measure.AMOUNT
    return [
        format_html(
            _("{percent}% off from {start} on"),
            percent=_percent(step.bp),
            start=_price(step.at, currency) if by_sum else _pieces(step.at),
        )
        for step in terms.steps
    ]


def _conditions(terms: Terms, limits: Limits, promo: str, currency: str) -> Sequence[SafeString]:
    found = []
    if promo:
        found.append(format_html(_("with the code {promo}"), promo=code(promo)))
    if terms.min_minor:
        found.append(format_html(_("from {amount} on"), amount=_price(terms.min_minor, currency)))
    if terms.min_quantity:
        found.append(format_html(_("from {amount} on"), amount=_pieces(terms.min_quantity)))
    if terms.most_minor is not None:
        found.append(format_html(_("at most {amount}"), amount=_price(terms.most_minor, currency)))
    if terms.is_first_order:
        found.append(format_html("{}", _("for a first order")))
    if terms.group_id:
        found.append(format_html("{}", _("for a customer group")))
    if limits.most_each is not None:
        found.append(
            format_html(
                ngettext(
                    "once a person",
                    "{number} times a person",
                    limits.most_each,
                ),
                number=number(limits.most_each),
            )
        )
    return found


def _pieces(many: int) -> str:
    return ngettext("%(number)d piece", "%(number)d pieces", many) % {"number": many}


def _price(minor: int, currency: str) -> SafeString:
    return price(Money(minor, currency), "short")


def _percent(bp: int) -> str:
    return number(bp // 100) if bp % 100 == 0 else f"{bp / 100:g}"
