"""A department or one of its sections: its goods, in the order that the visitor asks for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories, category
from tijara.domains.catalogue.shapes import CategoryNode
from tijara.domains.search.queries import shelf_tag
from tijara.faces.storefront.frame import page
from tijara.faces.storefront.here import here
from tijara.faces.storefront.shelves import asked, shelf_context
from tijara.faces.storefront.structured import crumbs_data, graph, list_data, trail_steps


@require_safe
def category_page(request: HttpRequest, path: str) -> HttpResponse:
    node = category(path)
    if node is None:
        raise Http404
    trail, shown = _trail(node), shelf_context(asked(request, node), node=node)
    data = graph(
        crumbs_data(request, trail_steps([*trail, node])), list_data(request, shown["goods"].items)
    )
    return page(
        request,
        "category",
        {
            "node": node,
            "trail": trail,
            "data": data,
            "share_picture": node.picture,
            **_sections(node),
            **shown,
        },
        shows=[shelf_tag(here().id, node.path)],
    )


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
