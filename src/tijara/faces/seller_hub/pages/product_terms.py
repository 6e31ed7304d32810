"""What the store asks for each variant of a product, and how many it has: its own product or one
that another seller brought ("sell this too")."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import VariantsInvalid, describe_variants
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.shapes import EditedProduct
from tijara.domains.inventory.actions import BelowHeld
from tijara.domains.offers.actions import TermsInvalid, offer_variants
from tijara.domains.offers.queries import own_offers
from tijara.domains.offers.shapes import OfferRow, VariantTerms
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.digital_stock import first_supply, supplies
from tijara.faces.seller_hub.goods import goods_page, product_address
from tijara.faces.seller_hub.words import CONDITIONS
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Invalid, Refusal
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.goods.variants import Row, kept_rows, mark, read_details, told_once, typed_rows
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import amount, whole_number


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def product_terms(request: HttpRequest, desk: Desk, product_id: UUID) -> HttpResponse:
    shown = _offerable(desk, product_id)
    condition = request.GET.get("condition", "new")
    is_known = condition in CONDITIONS and not shown.sheet.is_digital
    condition = condition if is_known else "new"
    offers = {
        row.variant_id: row
        for row in own_offers(desk.seller_id, product_id)
        if row.condition == condition
    }
    days = str(next((row.handling_days for row in offers.values()), 1))
    if request.method != "POST":
        rows = _with_terms(desk, shown, kept_rows(_variants(desk, shown)), offers)
        return _page(request, desk, shown, rows, condition, days)
    days = request.POST.get("handling_days", "")
    with_details = _writes_details(desk, shown, condition)
    typed = typed_rows(_variants(desk, shown), request.POST, with_details=with_details)
    rows = _typed(_with_terms(desk, shown, typed, offers), request)
    try:
        _save(desk, shown, rows, condition, request)
    except (VariantsInvalid, TermsInvalid, BelowHeld) as refusal:
        if isinstance(refusal, Invalid):
            mark(rows, refusal.fields)
        return _page(request, desk, shown, rows, condition, days, refusal)
    at = "" if condition == "new" else f"?condition={condition}"
    return see_other(product_address(product_id, f"/terms{at}"), _("Saved."))


def _offerable(desk: Desk, product_id: UUID) -> EditedProduct:
    found = edited_product(product_id)
    if found is None or not (found.is_published or found.brought_by == desk.seller_id):
        raise Http404
    return found


def _is_own(desk: Desk, shown: EditedProduct) -> bool:
    return shown.brought_by == desk.seller_id


def _writes_details(desk: Desk, shown: EditedProduct, condition: str) -> bool:
    """Codes and weights are the product's: they stand beside the new ones of its own seller."""
    return _is_own(desk, shown) and condition == "new"


def _variants(desk: Desk, shown: EditedProduct) -> list:
    """Of his own product a seller also sees the variants that he does not sell, if they are a
    combination of its options still."""
    keys = {option.key: {value.key for value in option.values} for option in shown.options}
    return [
        one
        for one in shown.variants
        if one.details.is_active
        or (
            _is_own(desk, shown)
            and one.choice.keys() == keys.keys()
            and all(one.choice[key] in values for key, values in keys.items())
        )
    ]


def _with_terms(
    desk: Desk, shown: EditedProduct, rows: list[Row], offers: dict[UUID, OfferRow]
) -> list[Row]:
    """Each row with the prices and units that stand, unless something was typed there."""
    for row in rows:
        offer = offers.get(row.id)
        stands = offer is not None and offer.is_active
        row.put("kept_price", offer.price.to_decimal_string() if offer and stands else "")
        row.put("kept_was", offer.was.to_decimal_string() if offer and offer.was else "")
        row.put("kept_units", str(offer.on_hand) if offer else "")
        row.put("seen", row.fields["kept_units"])
        for name in ("price", "was", "units"):
            row.fields.setdefault(name, row.fields[f"kept_{name}"])
    return _supplied(desk, rows, offers) if shown.sheet.is_digital else rows


def _supplied(desk: Desk, rows: list[Row], offers: dict[UUID, OfferRow]) -> list[Row]:
    """Nobody counts codes and files: they are brought."""
    known = supplies(desk, [offer.stock_id for offer in offers.values()])
    for row in rows:
        offer = offers.get(row.id)
        row.put("units", "").supply = known[offer.stock_id] if offer else first_supply()
    return rows


def _typed(rows: list[Row], request: HttpRequest) -> list[Row]:
    """An empty price is one: the variant is not offered. Units that are missing stand still."""
    for row in rows:
        row.put("seen", request.POST.get(f"seen_{row.id}", ""))
    return rows


def _save(
    desk: Desk, shown: EditedProduct, rows: list[Row], condition: str, request: HttpRequest
) -> None:
    with_details = _writes_details(desk, shown, condition)
    details = read_details(rows, whole_number) if with_details else []
    terms = [_terms(desk, row, request.POST.get("handling_days", "1")) for row in rows]
    if any(row.wrong for row in rows):
        raise TermsInvalid()
    if details:
        describe_variants(
            actor=desk.actor, seller_id=desk.seller_id, product_id=shown.id, variants=details
        )
    offer_variants(
        actor=desk.actor,
        seller_id=desk.seller_id,
        product_id=shown.id,
        condition=condition,
        terms=terms,
        key=read_id(request.POST.get("key", "")) or new_id(),
    )


def _terms(desk: Desk, row: Row, days: str) -> VariantTerms:
    return VariantTerms(
        variant_id=row.id,
        price=_money(desk, row, "price") if row.is_sold else None,
        was=_money(desk, row, "was"),
        units=_units(row),
        seen_units=whole_number(row.fields["seen"]),
        handling_days=_days(days),
    )


def _money(desk: Desk, row: Row, name: str) -> Money | None:
    if not (typed := row.fields[name]):
        return None
    read = amount(typed, desk.market.currency)
    if read is None:
        row.wrong[name] = field_sentence("not_an_amount")
    return read


def _units(row: Row) -> int | None:
    if not (typed := row.fields["units"]):
        return None
    units = whole_number(typed)
    if units is None:
        row.wrong["units"] = field_sentence("not_a_number")
    return units


def _days(typed: str) -> int:
    """What can't be read is out of range, and refused with the rest."""
    days = whole_number(typed)
    return -1 if days is None else min(days, 999)


def _page(
    request: HttpRequest,
    desk: Desk,
    shown: EditedProduct,
    rows: Sequence[Row],
    condition: str,
    days: str,
    refusal: Refusal | None = None,
) -> HttpResponse:
    wrong_days = any("handling_days" in row.wrong for row in rows)
    context = {
        "for_all": told_once(rows),
        "rows": rows,
        "key": new_id(),
        "days": days,
        "days_error": field_sentence("days_out_of_range") if wrong_days else "",
        "is_own": _is_own(desk, shown),
        "is_many": len(rows) > 1,
        "condition": condition,
        "conditions": [(name, text, name == condition) for name, text in CONDITIONS.items()],
        "taken": str(refusal.facts.get("taken", "")) if refusal else "",
        "writes_terms": True,
        "currency": desk.market.currency,
        "is_carried": not shown.sheet.is_digital,
        "writes_details": _writes_details(desk, shown, condition),
    }
    return goods_page(request, desk, "product_terms", shown, context, refusal=refusal)
