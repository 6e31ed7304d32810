"""What a market takes of sales: its rules in their order, and what they would take of one."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.catalogue.queries import (
    brands,
    categories,
    names_of,
    product_page,
    variant_names,
)
from tijara.domains.commissions.actions import (
    NoSuchRule,
    RuleInvalid,
    end_rule,
    move_rule,
    write_rule,
)
from tijara.domains.commissions.queries import commission_rules, named_rules, tried
from tijara.domains.commissions.shapes import CommissionRule, CommissionTerms, LimitsFor, SoldLine
from tijara.domains.markets.queries import commission_vat_bp, zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import markets_of, seller_terms
from tijara.domains.stores.queries import all_stores
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.commission_words import MISSES, percent, told_rules
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import amount, whole_number

FIELDS = (
    "label", "seller", "department", "brand", "product", "price_from", "price_below", "rate",
    "fixed", "floor", "cap", "limits_for", "starts_on", "ends_on", "key",
)  # fmt: skip
MONEYS = ("price_from", "price_below", "fixed", "floor", "cap")
SAMPLE = ("seller", "product", "price", "quantity")
MOST_BRANDS = 500


@dataclass(slots=True)
class Form:
    """What was typed, and a sentence by field for what is wrong."""

    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    def money(self, name: str, currency: str) -> int | None:
        if not self.values[name]:
            return None
        found = amount(self.values[name], currency)
        if found is None:
            self.errors[name] = field_sentence("not_an_amount")
        return found.minor if found else None

    def id(self, name: str) -> UUID | None:
        try:
            return UUID(self.values[name]) if self.values[name] else None
        except ValueError:
            self.errors[name] = field_sentence("unknown")
            return None

    def day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.values[name]) if self.values[name] else None
        except ValueError:
            self.errors[name] = field_sentence("not_a_day")
            return None

    def product(self, name: str) -> UUID | None:
        """By its address, or the end of it."""
        slug = self.values[name].rstrip("/").rpartition("/")[2]
        found = product_page(slug) if slug else None
        if slug and found is None:
            self.errors[name] = field_sentence("unknown_product")
        return found.id if found else None


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_commission(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known)
    form = _typed(request)
    if not _written(actor, known, form, instead_of=None):
        return _page(request, known, form)
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def commission_rule(request: HttpRequest, actor: Actor, slug: str, rule_id: UUID) -> HttpResponse:
    known = known_market(slug)
    rule = next((one for one in commission_rules(known.id) if one.id == rule_id), None)
    if rule is None:
        raise Http404
    if request.method != "POST":
        return _rule_page(request, known, rule, _shown(rule, known.currency))
    form = _typed(request)
    try:
        is_kept = _written(actor, known, form, instead_of=rule_id)
    except NoSuchRule as refusal:
        return see_other(_address(slug), sentence_of(refusal), "warn")
    if not is_kept:
        return _rule_page(request, known, rule, form)
    return see_other(_address(slug), _("Saved. It holds for new orders."))


@require_POST
@in_office
def commission_rule_move(
    request: HttpRequest, actor: Actor, slug: str, rule_id: UUID
) -> HttpResponse:
    known = known_market(slug)
    try:
        move_rule(
            actor=actor,
            market_id=known.id,
            rule_id=rule_id,
            is_up=request.POST.get("to") == "up",
        )
    except NoSuchRule as refusal:
        return see_other(_address(slug), sentence_of(refusal), "warn")
    return see_other(f"{_address(slug)}#rules", _("Moved. The first that fits decides."))


@require_POST
@in_office
def commission_rule_end(
    request: HttpRequest, actor: Actor, slug: str, rule_id: UUID
) -> HttpResponse:
    known = known_market(slug)
    try:
        end_rule(actor=actor, market_id=known.id, rule_id=rule_id)
    except NoSuchRule as refusal:
        return see_other(_address(slug), sentence_of(refusal), "warn")
    return see_other(_address(slug), _("Ended. What it has decided stays as it was."))


def _today(known: MarketPolicy) -> date:
    return now().astimezone(zone_of(known.country)).date()


def _page(request: HttpRequest, known: MarketPolicy, form: Form | None = None) -> HttpResponse:
    rules = commission_rules(known.id)
    sample = Form({name: request.GET.get(name, "").strip() for name in SAMPLE})
    context = {
        "rules": told_rules(named_rules(rules), known.currency),
        "market_rate": percent(known.commission_bp),
        "vat_rate": percent(commission_vat_bp(known, _today(known))),
        "form": form or _blank(),
        "sample": sample,
        "answer": _answer(known, sample) if "product" in request.GET else None,
        **_frame(known),
    }
    status = 422 if form else 200
    return market_page(request, "market_commission", known, context, status=status)


def _rule_page(
    request: HttpRequest, known: MarketPolicy, rule: CommissionRule, form: Form
) -> HttpResponse:
    context = {"form": form, "rule_id": rule.id, **_frame(known)}
    status = 422 if form.errors else 200
    return office_page(request, "commission_rule", context, status=status)


def _frame(known: MarketPolicy) -> dict:
    listed = all_stores()
    homes = markets_of(one.seller_id for one in listed)
    here = [one for one in listed if homes.get(one.seller_id) == known.id]
    anything = pgettext("rule of commission", "Whichever")
    return {
        "known": known,
        "currency": known.currency,
        "start": _address(known.slug),
        "sellers": [("", anything), *((str(one.seller_id), named(one)) for one in here)],
        "departments": [
            ("", anything),
            *((str(one.id), f"{'— ' * one.depth}{named(one)}") for one in categories()),
        ],
        "brands": [
            ("", anything),
            *((str(one.id), named(one)) for one in brands(size=MOST_BRANDS).items),
        ],
        "limits": [
            (str(LimitsFor.LINE), pgettext("limits of commission", "Each line of an order")),
            (str(LimitsFor.ORDER), pgettext("limits of commission", "All lines of an order")),
        ],
    }


def _answer(known: MarketPolicy, sample: Form) -> dict | None:
    """What would be taken of the sample; None, with errors in the form, if it can't be read."""
    seller_id, product_id = sample.id("seller"), sample.product("product")
    price = sample.money("price", known.currency)
    quantity = whole_number(sample.values["quantity"] or "1") or 0
    terms = seller_terms([seller_id]).get(seller_id) if seller_id else None
    if terms is None or terms.market_id != known.id:
        sample.errors.setdefault("seller", field_sentence("required"))
    if product_id is None:
        sample.errors.setdefault("product", field_sentence("required"))
    if not price:
        sample.errors.setdefault("price", field_sentence("not_an_amount"))
    if not 0 < quantity <= 1000:
        sample.errors["quantity"] = field_sentence("not_a_number")
    if sample.errors or not (seller_id and product_id and price and terms):
        return None
    page = product_page(names_of([product_id])[product_id].slug)
    brand_id = None
    if page and page.variants:
        brand_id = variant_names([page.variants[0].id])[page.variants[0].id].brand_id
    line = SoldLine(
        seller_id=seller_id,
        product_id=product_id,
        category_path=page.category_path if page else "",
        brand_id=brand_id,
        unit_minor=price,
        quantity=quantity,
        base_minor=price * quantity,
    )
    found = tried(known, terms.commission_bp, line, _today(known))
    return {
        "base": Money(line.base_minor, known.currency),
        "commission": Money(found.commission.minor, known.currency),
        "vat": Money(found.commission.vat_minor, known.currency),
        "rest": Money(
            line.base_minor - found.commission.minor - found.commission.vat_minor, known.currency
        ),
        "rule": told_rules(named_rules([found.rule]), known.currency)[0] if found.rule else None,
        "rate": percent(found.commission.rate_bp),
        "is_own": found.rule is None and terms.commission_bp is not None,
        "missed": [
            (told, MISSES[miss])
            for told, (_rule, miss) in zip(
                told_rules(named_rules([one for one, _ in found.missed]), known.currency),
                found.missed,
                strict=True,
            )
        ],
    }


def _written(actor: Actor, known: MarketPolicy, form: Form, *, instead_of: UUID | None) -> bool:
    """False, with errors in the form, where it can't be kept."""
    terms, key = _read(form, known.currency), form.id("key")
    if form.errors or terms is None:
        return False
    try:
        write_rule(
            actor=actor,
            market_id=known.id,
            rule_id=key or new_id(),
            terms=terms,
            instead_of=instead_of,
        )
    except RuleInvalid as refusal:
        form.errors |= field_sentences(refusal.fields)
        return False
    return True


def _read(form: Form, currency: str) -> CommissionTerms | None:
    moneys = {name: form.money(name, currency) for name in MONEYS}
    rate, product_id = amount(form.values["rate"], "SAR"), form.product("product")
    if rate is None:
        form.errors["rate"] = field_sentence("not_a_number" if form.values["rate"] else "required")
        return None
    is_of_order = form.values["limits_for"] == LimitsFor.ORDER
    return CommissionTerms(
        label=form.values["label"],
        rate_bp=rate.minor,
        fixed_minor=moneys["fixed"] or 0,
        floor_minor=moneys["floor"] or 0,
        cap_minor=moneys["cap"],
        limits_for=LimitsFor.ORDER if is_of_order else LimitsFor.LINE,
        seller_id=form.id("seller"),
        category_id=form.id("department"),
        brand_id=form.id("brand"),
        product_id=product_id,
        price_from_minor=moneys["price_from"],
        price_below_minor=moneys["price_below"],
        starts_on=form.day("starts_on"),
        ends_on=form.day("ends_on"),
    )


def _shown(rule: CommissionRule, currency: str) -> Form:
    terms = rule.terms
    moneys = {
        "price_from": terms.price_from_minor,
        "price_below": terms.price_below_minor,
        "fixed": terms.fixed_minor or None,
        "floor": terms.floor_minor or None,
        "cap": terms.cap_minor,
    }
    product = names_of([terms.product_id] if terms.product_id else [])
    told = {
        "label": terms.label,
        "seller": str(terms.seller_id or ""),
        "department": str(terms.category_id or ""),
        "brand": str(terms.brand_id or ""),
        "product": next((one.slug for one in product.values()), ""),
        "rate": percent(terms.rate_bp),
        "limits_for": str(terms.limits_for),
        "starts_on": terms.starts_on.isoformat() if terms.starts_on else "",
        "ends_on": terms.ends_on.isoformat() if terms.ends_on else "",
        "key": str(new_id()),
    }
    shown = {
        name: "" if minor is None else Money(minor, currency).to_decimal_string()
        for name, minor in moneys.items()
    }
    return Form(told | shown)


def _blank() -> Form:
    return Form(dict.fromkeys(FIELDS, "") | {"key": str(new_id())})


def _typed(request: HttpRequest) -> Form:
    return Form({name: request.POST.get(name, "").strip() for name in FIELDS})


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/commission")
