"""All departments with their sections, for a market that has more than a masthead can hold."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.catalogue.queries import categories
from tijara.domains.catalogue.queries import departments as top
from tijara.faces.storefront.frame import page

SECTIONS = 6


@require_safe
def departments(request: HttpRequest) -> HttpResponse:
    sections: dict[str, list] = {}
    for node in categories():
        if node.depth == 1:
            sections.setdefault(node.path.partition("/")[0], []).append(node)
    shown = [
        {"department": node, "sections": sections[node.path][:SECTIONS]}
        for node in top()
        if node.path in sections
    ]
    plain = [node for node in top() if node.path not in sections]
    return page(request, "departments", {"shown": shown, "plain": plain}, shows=())
