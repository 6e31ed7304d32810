"""The tree of departments; a new one is added under any of them."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import CategoryInvalid, arrange_category
from tijara.domains.catalogue.queries import attributes, categories
from tijara.faces.back_office.goods import catalogue_tabs
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.arabic import slug
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import category_options, read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences

LAST = 100


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def categories_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method != "POST":
        return _page(request)
    given = request.POST
    name_ar, name_en = given.get("name_ar", ""), given.get("name_en", "")
    parent_id = read_id(given.get("parent", ""))
    parent = next((node.path for node in categories() if node.id == parent_id), "")
    last = slug(name_en, 45) or slug(name_ar, 45)
    path = f"{parent}/{last}" if parent else last
    try:
        if any(node.path == path for node in categories()):
            raise CategoryInvalid({"name_ar": "same_value_twice"})
        made = arrange_category(
            actor=actor,
            path=path,
            name_ar=name_ar,
            name_en=name_en,
            name_fr=given.get("name_fr", ""),
            position=LAST,
        )
    except CategoryInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        return _page(request, {"name_ar": wrong.get("path", "")} | wrong)
    return see_other(local(f"/office/catalogue/categories/{made}"), _("The department is there."))


def _page(request: HttpRequest, wrong: dict[str, str] | None = None) -> HttpResponse:
    asked: dict = {}
    for card in attributes().values():
        asked[card.category_id] = asked.get(card.category_id, 0) + 1
    nodes = {str(node.id): node for node in categories()}
    context = {
        "rows": [
            (nodes[id], "\u2003" * nodes[id].depth, asked.get(nodes[id].id, 0))
            for id, _name in category_options(categories())
            if id
        ],
        "parents": [("", _("None: a department of its own")), *category_options(categories())[1:]],
        "typed": request.POST,
        "wrong": wrong or {},
        "tabs": catalogue_tabs("/categories"),
    }
    return office_page(request, "categories", context, status=422 if wrong else 200)
