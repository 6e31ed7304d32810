"""The audit of a flash sale that has ended, for everybody: what it says, and the sealed file."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.flash_sales.queries import public_key, recent_sale, sealed_audit, sealed_file
from tijara.domains.flash_sales.shapes import SaleView
from tijara.domains.stores.queries import store_by_slug
from tijara.domains.stores.shapes import StoreCard
from tijara.faces.storefront.flash_places import SHOWN, shown_items
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.here import sellers_here
from tijara.ui.downloads import attachment


@require_safe
def flash_audit(request: HttpRequest, slug: str, sale_id: UUID) -> HttpResponse:
    store, sale = _sale_of(slug, sale_id)
    sealed = sealed_audit(store.seller_id, sale_id)
    if sealed is None:
        raise Http404
    counted = dict(zip((item.id for item in sale.items), sealed.items, strict=False))
    items = [(one, *counted[one.item.id]) for one in shown_items(sale) if one.item.id in counted]
    context = {
        "store": store,
        "sale": sale,
        "sealed": sealed,
        "items": items,
        "public_key": public_key(),
    }
    return page(request, "flash_audit", context)


@require_safe
def flash_audit_file(request: HttpRequest, slug: str, sale_id: UUID) -> HttpResponse:
    store, _ = _sale_of(slug, sale_id)
    content = sealed_file(store.seller_id, sale_id)
    if content is None:
        raise Http404
    return attachment(content, f"flash-sale-{sale_id}.json")


def _sale_of(slug: str, sale_id: UUID) -> tuple[StoreCard, SaleView]:
    """Also of a shop that has closed since: what it sold then can be looked at still."""
    store = store_by_slug(slug)
    if store is None or not sellers_here([store.seller_id]):
        raise Http404
    sale = recent_sale(store.seller_id, sale_id)
    if sale is None or sale.state not in SHOWN:
        raise Http404
    return store, sale
