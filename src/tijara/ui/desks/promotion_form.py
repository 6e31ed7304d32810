"""A promotion as a form: typed as people write it, read into a draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import QueryDict

from tijara.domains.groups.shapes import GroupView
from tijara.domains.promotions.shapes import (
    Limits,
    Measure,
    PromotionDraft,
    PromotionKind,
    Scope,
    Step,
    Terms,
)
from tijara.kit.arabic import parse_decimal, strip_controls
from tijara.kit.money import EXPONENTS
from tijara.ui.desks.goods_pick import Goods, looked_for, ticked_goods
from tijara.ui.refusal_texts import field_sentence

TEXTS = (
    "name_ar", "name_en", "name_fr", "code", "percent", "amount", "most", "buy", "get", "steps",
    "measure", "min_amount", "min_quantity", "department", "brand", "products", "starts_on",
    "ends_on", "most_uses", "most_each", "budget", "priority", "market_part",
    "group",
)  # fmt: skip
SWITCHES = ("is_combinable", "is_first_order")
LONGEST = 2000
Find = Callable[[str], UUID | None]
"""A product or a brand by what was typed; None: there is none."""
BEYOND = ("outside_limits", "no_share")


@dataclass(slots=True)
class PromotionForm:
    kind: PromotionKind
    values: dict[str, str]
    switches: dict[str, bool]
    errors: dict[str, str] = field(default_factory=dict)
    ticked: list[UUID] = field(default_factory=list)
    """Products, as they were picked with their pictures."""
    looked_for: str = ""

    def refuse(self, codes: Mapping[str, str]) -> None:
        """What was left empty is asked for, instead of being outside a limit."""
        empty = {name for name, value in self.values.items() if not value.strip()}
        self.errors |= {
            name: field_sentence("required" if name in empty and code in BEYOND else code)
            for name, code in codes.items()
        }


def new_form(kind: PromotionKind, today: date) -> PromotionForm:
    values = dict.fromkeys(TEXTS, "") | {
        "starts_on": today.isoformat(),
        "measure": Measure.AMOUNT.value,
        "market_part": "100",
    }
    if kind is PromotionKind.GET_MORE:
        values |= {"buy": "2", "get": "1", "percent": "100"}
    return PromotionForm(kind, values, {"is_combinable": True, "is_first_order": False})


def typed_form(kind: PromotionKind, post: QueryDict) -> PromotionForm:
    return PromotionForm(
        kind,
        {name: strip_controls(post.get(name, ""), keep_lines=True)[:LONGEST] for name in TEXTS},
        {name: name in post for name in SWITCHES},
        ticked=ticked_goods(post),
        looked_for=looked_for(post),
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a promotion is written: its market, and how goods are found there."""

    market_id: UUID
    currency: str
    zone: ZoneInfo
    goods: Goods
    brand: Find
    is_market: bool = False
    groups: tuple[GroupView, ...] = ()
    """Those of buyers that he may write it for."""


def draft_of(form: PromotionForm, desk: Desk) -> PromotionDraft | None:
    """None: something can't be read, and the form says what."""
    read = _Reading(form, desk.currency)
    terms = _terms(form, desk, read)
    starts_on, ends_on = read.day("starts_on"), read.day("ends_on")
    limits = Limits(read.whole("most_uses"), read.whole("most_each"), read.money("budget"))
    priority = read.whole("priority") or 0
    if starts_on is None and not form.errors:
        form.refuse({"starts_on": "required"})
    if form.errors or starts_on is None:
        return None
    start = datetime.combine(starts_on, time(), desk.zone)
    end = datetime.combine(ends_on + timedelta(days=1), time(), desk.zone) if ends_on else None
    values = form.values
    return PromotionDraft(
        market_id=desk.market_id,
        name_ar=values["name_ar"].strip(),
        name_en=values["name_en"].strip(),
        name_fr=values["name_fr"].strip(),
        code=values["code"],
        terms=terms,
        starts_at=start,
        ends_at=end,
        priority=priority,
        is_combinable=form.switches["is_combinable"],
        limits=limits,
    )


def _terms(form: PromotionForm, desk: Desk, read: "_Reading") -> Terms:
    kind = form.kind
    terms = Terms(
        kind,
        bp=read.percent("percent") or 0,
        minor=read.money("amount") or 0,
        most_minor=read.money("most"),
        buy=read.whole("buy") or 0,
        get=read.whole("get") or 0,
        min_minor=read.money("min_amount") or 0,
        min_quantity=read.whole("min_quantity") or 0,
        is_first_order=form.switches["is_first_order"],
        scope=_scope(form, desk),
        group_id=_group(form, desk),
        market_bp=(read.percent("market_part") or 0) if desk.is_market else 0,
    )
    if kind is not PromotionKind.TIERS:
        return terms
    measure = Measure.QUANTITY if form.values["measure"] == "quantity" else Measure.AMOUNT
    return replace(terms, measure=measure, steps=_steps(form, read, measure))


def _scope(form: PromotionForm, desk: Desk) -> Scope:
    written, brands = _found(form, "products", desk.goods.by_sku), _found(form, "brand", desk.brand)
    ticked = [one.id for one in desk.goods.known(form.ticked)]
    products = tuple(dict.fromkeys((*ticked, *written)))
    department = form.values["department"].strip()
    return Scope(products, (department,) if department else (), brands)


def _group(form: PromotionForm, desk: Desk) -> UUID | None:
    typed = form.values["group"]
    found = next((one.id for one in desk.groups if str(one.id) == typed), None)
    if typed and found is None:
        form.refuse({"group": "unknown"})
    return found


def _found(form: PromotionForm, name: str, find: Find) -> tuple[UUID, ...]:
    lines = [line.strip() for line in form.values[name].splitlines() if line.strip()]
    found = [find(line) for line in lines[:40]]
    if None in found:
        form.refuse({name: "not_among_goods"})
    return tuple(dict.fromkeys(one for one in found if one))


def _steps(form: PromotionForm, read: "_Reading", measure: Measure) -> tuple[Step, ...]:
    """ "200 = 5" on each line."""
    steps = []
    exponent = EXPONENTS[read.currency] if measure is Measure.AMOUNT else 0
    for line in form.values["steps"].splitlines():
        if not line.strip():
            continue
        start, _, percent = line.partition("=")
        at, bp = parse_decimal(start, exponent), parse_decimal(percent.replace("%", ""), 2)
        if at is None or bp is None:
            form.refuse({"steps": "steps_unreadable"})
            return ()
        steps.append(Step(at, bp))
    return tuple(steps)


class _Reading:
    """Reads the fields of a form; what can't be read is said in it."""

    def __init__(self, form: PromotionForm, currency: str) -> None:
        self.currency = currency
        self._form = form

    def money(self, name: str) -> int | None:
        return self._number(name, EXPONENTS[self.currency], "not_an_amount")

    def percent(self, name: str) -> int | None:
        return self._number(name, 2, "not_a_number")

    def whole(self, name: str) -> int | None:
        return self._number(name, 0, "not_a_number")

    def day(self, name: str) -> date | None:
        typed = self._form.values[name].strip()
        try:
            return date.fromisoformat(typed) if typed else None
        except ValueError:
            self._form.refuse({name: "not_a_day"})
            return None

    def _number(self, name: str, exponent: int, fault: str) -> int | None:
        typed = self._form.values[name].replace("%", "").strip()
        if not typed:
            return None
        found = parse_decimal(typed, exponent)
        if found is None:
            self._form.refuse({name: fault})
        return found
