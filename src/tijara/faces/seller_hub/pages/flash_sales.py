"""A shop's flash sales, and a new one."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.flash_sales.actions import (
    SaleInvalid,
    SaleMovedOn,
    end_sale,
    propose_sale,
    turn_sale,
)
from tijara.domains.flash_sales.queries import (
    audit_file,
    lately_bought,
    queue_of,
    sale,
    sales_of_seller,
)
from tijara.domains.flash_sales.shapes import Audience, ItemDraft, SaleDraft, SaleState
from tijara.domains.geography.queries import city
from tijara.domains.offers.queries import offers_on_shelf, seller_offers
from tijara.domains.offers.shapes import OfferRow
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.ui.desks.flash_figures import Seen, figures_of
from tijara.ui.directions import see_other
from tijara.ui.downloads import attachment
from tijara.ui.flash_words import AUDIENCES, SALE_STATES, sale_faults
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.typed import amount, day_of, whole_number

HERE = "/hub/flash-sales"
ROWS, LONGEST_TEXT = 6, 60
CHOICE = 200
PLAIN = (
    "name_ar", "name_en", "name_fr", "day", "time", "end_day", "end_time", "per_person",
    "per_household", "turn_minutes", "audience",
)  # fmt: skip
FIRST = {"per_person": "1", "per_household": "2", "turn_minutes": "5", "audience": "everybody"}


@require_safe
@at_desk
def flash_sales(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    rows = [(one, SALE_STATES[one.state]) for one in sales_of_seller(desk.seller_id)]
    return hub_page(request, desk, "flash_sales", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def flash_sale_new(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    if request.method != "POST":
        return _form(request, desk, FIRST, [("", "", "")], {})
    said = {name: strip_controls(request.POST.get(name, ""))[:80] for name in PLAIN}
    goods = _goods(request)
    if "look" in request.POST:
        return _form(request, desk, said, goods, {})
    sale_id = _id(request.POST.get("sale", ""))
    try:
        propose_sale(
            actor=desk.actor,
            seller_id=desk.seller_id,
            market_id=desk.market.id,
            sale_id=sale_id,
            draft=_draft(said, goods, desk.market.currency),
        )
    except SaleInvalid as refused:
        return _form(request, desk, said, goods, refused.fields)
    return see_other(local(f"{HERE}/{sale_id}"), _("The market has your proposal."))


@require_safe
@at_desk
def flash_sale(request: HttpRequest, desk: Desk, sale_id: UUID) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    found = sale(desk.seller_id, sale_id)
    if found is None:
        raise Http404
    seen = Seen(
        found,
        queue_of(desk.seller_id, sale_id),
        lately_bought(desk.seller_id, sale_id),
        variant_names(item.variant_id for item in found.items),
        city,
    )
    context = figures_of(seen, now()) | {
        "here": local(f"{HERE}/{sale_id}"),
        "page": f"/s/{desk.store.slug}/sales/{sale_id}",
        "may_withdraw": found.state is SaleState.PROPOSED,
        "may_end": found.state in (SaleState.AGREED, SaleState.PAUSED),
    }
    return hub_page(request, desk, "flash_sale", context)


@require_POST
@at_desk
def flash_sale_end(request: HttpRequest, desk: Desk, sale_id: UUID) -> HttpResponse:
    """A proposal is withdrawn; what was agreed ends."""
    desk.must(Power.PROMOTIONS_MANAGE)
    told = {"actor": desk.actor, "seller_id": desk.seller_id, "sale_id": sale_id}
    try:
        if request.POST.get("act") == "withdraw":
            turn_sale(**told, move="refuse")
        else:
            end_sale(**told)
    except SaleMovedOn as refused:
        return see_other(local(f"{HERE}/{sale_id}"), sentence_of(refused), "warn")
    return see_other(local(f"{HERE}/{sale_id}"), _("Done. What was not sold is free again."))


@require_safe
@at_desk
def flash_sale_audit(request: HttpRequest, desk: Desk, sale_id: UUID) -> HttpResponse:
    desk.must(Power.PROMOTIONS_MANAGE)
    content = audit_file(desk.seller_id, sale_id)
    if content is None:
        raise Http404
    return attachment(content, f"flash-sale-{sale_id}.json")


def _id(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        return new_id()


def _goods(request: HttpRequest) -> list[tuple[str, str, str]]:
    """(offer, price, pieces) of each row in which something was chosen, as typed."""
    columns = [request.POST.getlist(name)[:ROWS] for name in ("offer", "price", "units")]
    rows = list(zip(*columns, strict=False))
    return [row for row in rows if row[0]] or [("", "", "")]


def _draft(said: dict[str, str], goods: list[tuple[str, str, str]], currency: str) -> SaleDraft:
    audience = said["audience"]
    return SaleDraft(
        name_ar=said["name_ar"],
        name_en=said["name_en"],
        name_fr=said["name_fr"],
        starts_at=_moment(said["day"], said["time"]),
        ends_at=_moment(said["end_day"], said["end_time"]),
        per_person=whole_number(said["per_person"]) or 0,
        per_household=whole_number(said["per_household"]) or 0,
        audience=Audience(audience) if audience in set(Audience) else Audience.EVERYBODY,
        turn_minutes=whole_number(said["turn_minutes"]) or 0,
        items=[
            ItemDraft(_id(offer), money.minor if money else 0, whole_number(units) or 0)
            for offer, price, units in goods
            if offer
            for money in (amount(price, currency),)
        ],
    )


def _moment(day: str, hour: str) -> datetime | None:
    """On the market's wall."""
    on = day_of(day)
    if on is None or not 2000 < on.year < 2100:
        return None
    try:
        at = datetime.fromisoformat(f"{on.isoformat()}T{hour}")
    except ValueError:
        return None
    return at.replace(tzinfo=None).replace(tzinfo=timezone.get_current_timezone())


def _form(
    request: HttpRequest,
    desk: Desk,
    said: dict[str, str],
    goods: list[tuple[str, str, str]],
    wrong: dict[str, str],
) -> HttpResponse:
    wanted = strip_controls(request.POST.get("wanted", "")).strip()[:LONGEST_TEXT]
    choice = seller_offers(desk.seller_id, text=wanted, is_active=True, size=CHOICE)
    context = {
        "said": said,
        "goods": (goods + [("", "", "")] * ROWS)[:ROWS],
        "options": [("", "—"), *_options(desk, choice.items, goods)],
        "wanted": wanted,
        "is_large": bool(wanted) or choice.has_next,
        "none_found": wanted and not choice.items,
        "audiences": [(key.value, text) for key, text in AUDIENCES.items()],
        "currency": desk.market.currency,
        "wrong": sale_faults(wrong),
        "sale_id": request.POST.get("sale") or new_id(),
        "here": local(HERE),
    }
    return hub_page(request, desk, "flash_sale_new", context, status=422 if wrong else 200)


def _options(
    desk: Desk, choice: Iterable[OfferRow], goods: Iterable[tuple[str, str, str]]
) -> Iterator[tuple[str, str]]:
    """What was chosen already stays among what was found."""
    chosen = [id for offer, *_ in goods if (id := read_id(offer))]
    rows = {row.id: row for row in choice if row.free > 0}
    rows |= offers_on_shelf(desk.seller_id, chosen) if chosen else {}
    for row in sorted(rows.values(), key=lambda row: (named(row), row.id)):
        words = (named(row), named(row, "label"), row.price.to_decimal_string(), str(row.free))
        yield str(row.id), " · ".join(word for word in words if word)
