"""Flash sales as the market runs them: agreed to, watched while they run, stopped, proved."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.flash_sales.actions import (
    SaleMovedOn,
    SaleTermsInvalid,
    advance_sale,
    agree_sale,
    end_sale,
    turn_sale,
)
from tijara.domains.flash_sales.queries import (
    audit_file,
    lately_bought,
    public_key,
    queue_of,
    sale,
    sales_of_market,
)
from tijara.domains.flash_sales.shapes import SaleState, SaleView
from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import markets
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.ui.desks.flash_figures import Seen, figures_of
from tijara.ui.directions import see_other
from tijara.ui.downloads import attachment
from tijara.ui.flash_words import SALE_STATES, sale_faults
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.typed import whole_number

HERE = "/office/flash-sales"
LIMITS = ("wave", "per_person", "per_household")
LIVE = (SaleState.AGREED, SaleState.PAUSED)


@require_safe
@in_office
def flash_sales(request: HttpRequest, actor: Actor) -> HttpResponse:
    found = sales_of_market([one.id for one in markets()])
    found.sort(key=lambda one: one.state is not SaleState.PROPOSED)
    shops = stores({one.seller_id for one in found})
    rows = [(one, shops.get(one.seller_id), SALE_STATES[one.state]) for one in found]
    return office_page(request, "flash_sales", {"rows": rows})


@require_safe
@in_office
def flash_sale(request: HttpRequest, actor: Actor, seller_id: UUID, sale_id: UUID) -> HttpResponse:
    found = _found(seller_id, sale_id)
    if found.state in LIVE and now() >= found.starts_at:
        advance_sale(actor=SYSTEM, seller_id=seller_id, sale_id=sale_id)
        found = _found(seller_id, sale_id)
    return _page(request, found, {})


@require_POST
@in_office
def flash_sale_act(
    request: HttpRequest, actor: Actor, seller_id: UUID, sale_id: UUID
) -> HttpResponse:
    found, act = _found(seller_id, sale_id), request.POST.get("act", "")
    here = local(f"{HERE}/{seller_id}/{sale_id}")
    told = {"actor": actor, "seller_id": seller_id, "sale_id": sale_id}
    note = strip_controls(request.POST.get("note", ""))[:200]
    try:
        if act == "agree":
            limits = {name: whole_number(request.POST.get(name, "")) or 0 for name in LIMITS}
            agree_sale(**told, **limits)
        elif act == "end":
            end_sale(**told, note=note)
        elif act in ("refuse", "pause", "resume"):
            turn_sale(**told, move=act, note=note)
        else:
            raise Http404
    except SaleTermsInvalid as refused:
        return _page(request, found, refused.fields)
    except SaleMovedOn as refused:
        return see_other(here, sentence_of(refused), "warn")
    return see_other(here, _("Done. Buyers see it within seconds."))


@require_safe
@in_office
def flash_sale_audit(
    request: HttpRequest, actor: Actor, seller_id: UUID, sale_id: UUID
) -> HttpResponse:
    content = audit_file(seller_id, sale_id)
    if content is None:
        raise Http404
    return attachment(content, f"flash-sale-{sale_id}.json")


def _found(seller_id: UUID, sale_id: UUID) -> SaleView:
    found = sale(seller_id, sale_id)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: SaleView, wrong: dict[str, str]) -> HttpResponse:
    shop = stores({found.seller_id}).get(found.seller_id)
    seen = Seen(
        found,
        queue_of(found.seller_id, found.id),
        lately_bought(found.seller_id, found.id),
        variant_names(item.variant_id for item in found.items),
        city,
    )
    limits = {name: request.POST.get(name, getattr(found, name)) for name in LIMITS}
    context = figures_of(seen, now()) | {
        "here": local(f"{HERE}/{found.seller_id}/{found.id}"),
        "store": shop,
        "page": f"/s/{shop.slug}/sales/{found.id}" if shop else "",
        "limits": limits,
        "wrong": sale_faults(wrong),
        "public_key": public_key(),
    }
    return office_page(request, "flash_sale", context, status=422 if wrong else 200)
