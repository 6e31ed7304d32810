"""A shop's price lists: for everyone from a number on, for companies, for chosen customers."""

import csv
from datetime import date
from io import StringIO
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.groups.queries import groups_for_shops
from tijara.domains.offers.queries import offers_by_sku, offers_on_shelf, seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import orders_of_seller
from tijara.domains.orders.shapes import OrdersWanted
from tijara.domains.pricing.actions import (
    MemberInvalid,
    PriceListInvalid,
    PriceRowsInvalid,
    TooManyLists,
    add_list_member,
    remove_list_member,
    save_price_list,
    set_list_prices,
)
from tijara.domains.pricing.queries import (
    list_members,
    list_rows,
    price_ladder,
    price_list,
    price_lists,
)
from tijara.domains.pricing.shapes import (
    Audience,
    ListTerms,
    Member,
    PriceAsked,
    PriceListView,
    PriceRow,
)
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.arabic import parse_decimal, strip_controls
from tijara.kit.ids import new_id
from tijara.kit.money import EXPONENTS, Money
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, sentence_of

AUDIENCES = {
    Audience.EVERYONE: gettext_lazy("Everyone"),
    Audience.COMPANIES: gettext_lazy("Companies with a VAT number"),
    Audience.CHOSEN: gettext_lazy("Chosen customers and companies"),
    Audience.GROUP: gettext_lazy("A customer group of the market"),
}
TEXTS = ("name_ar", "name_en", "name_fr", "audience", "group", "off", "starts_on", "ends_on")
MOST_PIECES = 9999
FOUND, MOST_SHOWN = 8, 100
HEADS = ("sku", "from", "price")


@require_safe
@at_desk
def prices(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.OFFERS_MANAGE)
    rows = [
        (one, AUDIENCES[one.terms.audience], _percent(one.terms.off_bp))
        for one in price_lists(desk.seller_id)
    ]
    context = {"rows": rows, "here": here(), **_ladder(request, desk)}
    return hub_page(request, desk, "prices", context)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def price_list_new(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.OFFERS_MANAGE)
    if request.method != "POST":
        return _form(request, desk, dict.fromkeys(TEXTS, "") | {"audience": "everyone"})
    return _save(request, desk, None)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def price_list_page(request: HttpRequest, desk: Desk, list_id: UUID) -> HttpResponse:
    desk.must(Power.OFFERS_MANAGE)
    told = found_list(desk, list_id)
    if request.method == "POST":
        return _save(request, desk, told)
    return list_form(request, desk, told)


@require_POST
@at_desk
def price_list_rows(request: HttpRequest, desk: Desk, list_id: UUID) -> HttpResponse:
    """All rows at once, as a table is pasted: number, from how many on, price."""
    told, typed = found_list(desk, list_id), request.POST.get("rows", "")[:400_000]
    rows, fault = _read_rows(typed, desk)
    if not fault:
        try:
            set_list_prices(actor=desk.actor, seller_id=desk.seller_id, list_id=list_id, rows=rows)
        except PriceRowsInvalid as refused:
            fault = field_sentence(refused.fields["rows"])
    if fault:
        return list_form(request, desk, told, rows=typed, errors={"rows": fault})
    return see_other(f"{here()}/{list_id}", _("The prices are saved."))


@require_safe
@at_desk
def price_list_file(request: HttpRequest, desk: Desk, list_id: UUID) -> HttpResponse:
    found_list(desk, list_id)
    response = HttpResponse(
        "\ufeff" + _as_table(desk, _standing(desk, list_id)), content_type="text/csv"
    )
    response["Content-Disposition"] = 'attachment; filename="prices.csv"'
    return response


@require_POST
@at_desk
def price_list_member(request: HttpRequest, desk: Desk, list_id: UUID) -> HttpResponse:
    """A company by its VAT number; a customer by the number of one of his orders here."""
    told = found_list(desk, list_id)
    typed = strip_controls(request.POST.get("who", "")).strip()[:40]
    label = strip_controls(request.POST.get("label", "")).strip()[:120]
    buyer_id = _buyer_of(desk, typed)
    member = Member(new_id(), label or typed, buyer_id, "" if buyer_id else typed)
    try:
        add_list_member(actor=desk.actor, seller_id=desk.seller_id, list_id=list_id, member=member)
    except MemberInvalid:
        fault = _("This is neither the number of an order of yours nor a VAT number.")
        return list_form(request, desk, told, who=typed, label=label, errors={"who": fault})
    return see_other(f"{here()}/{list_id}", _("Added."))


@require_POST
@at_desk
def price_list_member_removal(
    request: HttpRequest, desk: Desk, list_id: UUID, member_id: UUID
) -> HttpResponse:
    found_list(desk, list_id)
    remove_list_member(
        actor=desk.actor, seller_id=desk.seller_id, list_id=list_id, member_id=member_id
    )
    return see_other(f"{here()}/{list_id}", _("Removed."))


def _ladder(request: HttpRequest, desk: Desk) -> dict[str, object]:
    """Which price holds for so many of one product, as its lists win one over the other."""
    sku = strip_controls(request.GET.get("sku", "")).strip()[:40]
    pieces = parse_decimal(request.GET.get("pieces", "") or "1", 0) or 1
    typed: dict[str, object] = {"sku": sku, "pieces": min(pieces, MOST_PIECES)}
    if not sku:
        return typed
    offer = offers_by_sku(desk.seller_id, [sku]).get(sku.lower())
    if offer is None:
        return typed | {"fault": field_sentence("not_among_goods")}
    asked = PriceAsked(desk.seller_id, offer.id, min(pieces, MOST_PIECES), offer.price)
    told = price_ladder(asked, timezone.localdate())
    return typed | {
        "offer": offer,
        "ladder": [(one, AUDIENCES[one.terms.audience], unit) for one, unit in told],
    }


def here() -> str:
    return local("/hub/prices")


def found_list(desk: Desk, list_id: UUID) -> PriceListView:
    told = price_list(desk.seller_id, list_id)
    if told is None:
        raise Http404
    return told


def _save(request: HttpRequest, desk: Desk, told: PriceListView | None) -> HttpResponse:
    values = {name: strip_controls(request.POST.get(name, ""))[:80].strip() for name in TEXTS}
    is_active = told is None or "is_active" in request.POST
    terms, errors = _read_terms(values)
    if terms is None:
        return _form(request, desk, values, told, errors=errors, is_active=is_active)
    try:
        list_id = save_price_list(
            actor=desk.actor,
            seller_id=desk.seller_id,
            terms=terms,
            list_id=told.id if told else None,
            is_active=is_active,
        )
    except PriceListInvalid as refused:
        errors = {name: field_sentence(code) for name, code in refused.fields.items()}
        return _form(request, desk, values, told, errors=errors, is_active=is_active)
    except TooManyLists as refused:
        return see_other(here(), sentence_of(refused), "warn")
    return see_other(f"{here()}/{list_id}", _("The price list is saved."))


def _read_terms(values: dict[str, str]) -> tuple[ListTerms | None, dict[str, str]]:
    errors: dict[str, str] = {}
    off = parse_decimal(values["off"].replace("%", ""), 2) if values["off"] else 0
    if off is None:
        errors["off"] = field_sentence("not_a_number")
    days: dict[str, date | None] = {}
    for name in ("starts_on", "ends_on"):
        try:
            days[name] = date.fromisoformat(values[name]) if values[name] else None
        except ValueError:
            errors[name] = field_sentence("not_a_day")
    if values["audience"] not in set(Audience):
        errors["audience"] = field_sentence("unknown")
    if errors or off is None:
        return None, errors
    names = values["name_ar"], values["name_en"], values["name_fr"]
    audience = Audience(values["audience"])
    group_id = read_id(values["group"]) if audience is Audience.GROUP else None
    if audience is Audience.GROUP and group_id is None:
        return None, {"group": field_sentence("required")}
    return ListTerms(*names, audience, off, days["starts_on"], days["ends_on"], group_id), {}


def _percent(off_bp: int) -> str:
    return f"{off_bp / 100:g}" if off_bp else ""


def _values(told: PriceListView) -> dict[str, str]:
    terms = told.terms
    return {
        "name_ar": terms.name_ar,
        "name_en": terms.name_en,
        "name_fr": terms.name_fr,
        "audience": terms.audience.value,
        "off": _percent(terms.off_bp),
        "group": str(terms.group_id or ""),
        "starts_on": terms.starts_on.isoformat() if terms.starts_on else "",
        "ends_on": terms.ends_on.isoformat() if terms.ends_on else "",
    }


def list_form(request: HttpRequest, desk: Desk, told: PriceListView, **typed) -> HttpResponse:
    """The page of a list as it stands, with what was typed elsewhere on it and refused."""
    return _form(request, desk, _values(told), told, **typed)


def _form(
    request: HttpRequest,
    desk: Desk,
    values: dict[str, str],
    told: PriceListView | None = None,
    **typed,
) -> HttpResponse:
    errors = typed.pop("errors", {})
    groups = [(str(one.id), named(one)) for one in groups_for_shops(desk.market.id)]
    stands = _standing(desk, told.id) if told else []
    context = {
        "told": told,
        "values": values,
        "errors": errors,
        "audiences": [
            (one, name)
            for one, name in AUDIENCES.items()
            if groups or one is not Audience.GROUP or one.value == values["audience"]
        ],
        "groups": [("", _("Choose one")), *groups],
        "here": here(),
        **(_picking(request, desk, stands, typed) if told else {}),
        "members": list_members(desk.seller_id, told.id) if told else (),
        "rows": typed.get("rows") or (_as_table(desk, stands) if told else ""),
        "named_member": typed.get("who", ""),
        "member_label": typed.get("label", ""),
        "is_active": typed.get("is_active", told is not None and told.is_active),
    }
    is_refused = errors or typed.get("wrong_row")
    return hub_page(request, desk, "price_list", context, status=422 if is_refused else 200)


def _standing(desk: Desk, list_id: UUID) -> list[tuple[OfferRow | None, PriceRow]]:
    """The rows of a list with what they are for; None: it is not among the offers any more."""
    rows = list_rows(desk.seller_id, list_id)
    known = offers_on_shelf(desk.seller_id, {row.offer_id for row in rows})
    return [(known.get(row.offer_id), row) for row in rows]


def _picking(
    request: HttpRequest,
    desk: Desk,
    stands: list[tuple[OfferRow | None, PriceRow]],
    typed: dict,
) -> dict:
    """The rows as they stand, with pictures, and what was looked for to put beside them."""
    wrong = typed.get("wrong_row")
    text = strip_controls(request.GET.get("q", "") or request.POST.get("q", "")).strip()[:60]
    found = seller_offers(desk.seller_id, text=text, size=FOUND).items if text else []
    rows = [
        (offer, row, Money(row.price_minor, desk.market.currency))
        for offer, row in stands
        if offer is not None
    ]
    return {
        "priced": rows[:MOST_SHOWN],
        "more_rows": len(rows) > MOST_SHOWN,
        "query": text,
        "found": [(one, wrong[1] if wrong and wrong[0] == one.id else "") for one in found],
        "typed_row": typed.get("typed_row", {}),
        "currency": desk.market.currency,
    }


def _as_table(desk: Desk, stands: list[tuple[OfferRow | None, PriceRow]]) -> str:
    currency, text = desk.market.currency, StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADS)
    for offer, row in stands:
        price = Money(row.price_minor, currency).to_decimal_string()
        writer.writerow([offer.sku if offer else "", row.from_quantity, price])
    return text.getvalue()


def _read_rows(typed: str, desk: Desk) -> tuple[list[PriceRow], str]:
    """With the first line that can't be read, in words."""
    exponent, rows = EXPONENTS[desk.market.currency], []
    separator = ";" if ";" in typed and "," not in typed else "\t" if "\t" in typed else ","
    lines = list(csv.reader(StringIO(typed.lstrip("\ufeff")), delimiter=separator))
    known = offers_by_sku(desk.seller_id, {line[0].strip() for line in lines if line})
    for place, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line]
        if not any(cells) or tuple(cells[:3]) == HEADS:
            continue
        offer = known.get(cells[0].lower())
        quantity = parse_decimal(cells[1], 0) if len(cells) == 3 else None
        price = parse_decimal(cells[2], exponent) if len(cells) == 3 else None
        if offer is None or quantity is None or price is None:
            fault = _("Line %(line)s can’t be read: “%(text)s”")
            text = strip_controls(", ".join(cells))[:80]
            return [], fault % {"line": place, "text": f"\u2068{text}\u2069"}
        rows.append(PriceRow(offer.id, quantity, price))
    return rows, ""


def _buyer_of(desk: Desk, typed: str) -> UUID | None:
    number = typed.upper()
    if len(number) < 11:
        return None
    rows = orders_of_seller(desk.seller_id, OrdersWanted(text=number)).items
    mine = next((row for row in rows if row.number == number), None)
    told = find_order(desk.seller_id, mine.id) if mine else None
    return told.buyer_id if told else None
