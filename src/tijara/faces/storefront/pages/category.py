"""A department or one of its sections: its goods, in the order that the visitor asks for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories, category
from tijara.domains.catalogue.shapes import CategoryNode
from tijara.faces.storefront.shelves import asked, shelf_page
from tijara.faces.storefront.structured import crumbs_data, trail_steps


@require_safe
def category_page(request: HttpRequest, path: str) -> HttpResponse:
    node = category(path)
    if node is None:
        raise Http404
    trail = _trail(node)
    told = {"node": node, "trail": trail, "share_picture": node.picture, **_sections(node)}
    way = crumbs_data(request, trail_steps([*trail, node]))
    return shelf_page(request, "category", asked(request, node), told, way, node=node)


def _trail(node: CategoryNode) -> list[CategoryNode]:
    """The departments above it, outermost first."""
    return [above for above in categories() if node.path.startswith(f"{above.path}/")]


def _sections(node: CategoryNode) -> dict:
    """What lies inside it; for one without anything inside, what lies beside it."""
    inside = _children(node.path)
    root = node.path if inside or not node.depth else node.path.rpartition("/")[0]
    return {"root": root, "sections": inside or _children(root)}


def _children(path: str) -> list[CategoryNode]:
    depth = path.count("/") + 1
    return [one for one in categories() if one.depth == depth and one.path.startswith(f"{path}/")]
