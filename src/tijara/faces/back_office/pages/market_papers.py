"""Who runs a market, as the law wants it shown on its pages."""

from dataclasses import asdict, fields

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from tijara.domains.markets.actions import PapersInvalid, declare_operator
from tijara.domains.markets.shapes import MarketPolicy, OperatorPapers
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.kit.actor import Actor
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.fields import field as draw
from tijara.ui.refusal_texts import field_sentences

NAMES = tuple(one.name for one in fields(OperatorPapers))
LONGEST = 300
GROUPS = (
    (
        gettext_lazy("Name"),
        {
            "name_ar": gettext_lazy("Name in Arabic"),
            "name_en": gettext_lazy("Name in English"),
            "name_fr": gettext_lazy("Name in French"),
        },
    ),
    (
        gettext_lazy("Numbers"),
        {
            "commercial_register": gettext_lazy("Commercial register"),
            "vat_number": gettext_lazy("VAT number"),
        },
    ),
    (
        gettext_lazy("Where buyers reach you"),
        {
            "phone": gettext_lazy("Telephone"),
            "email": gettext_lazy("E-mail"),
            "address_ar": gettext_lazy("Address in Arabic"),
            "address_en": gettext_lazy("Address in English"),
            "address_fr": gettext_lazy("Address in French"),
        },
    ),
)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_papers(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _page(request, known, asdict(known.papers), {})
    given = {name: request.POST.get(name, "")[: LONGEST + 1] for name in NAMES}
    try:
        declare_operator(actor=actor, market_id=known.id, papers=OperatorPapers(**given))
    except PapersInvalid as refusal:
        return _page(request, known, given, field_sentences(refusal.fields))
    said = _("Saved. It stands at the foot of every page.")
    return see_other(local(f"/office/markets/{slug}/papers"), said)


def _page(
    request: HttpRequest, known: MarketPolicy, given: dict[str, str], wrong: dict[str, str]
) -> HttpResponse:
    groups = [
        (title, [_drawn(name, label, given[name], wrong.get(name, "")) for name, label in names])
        for title, names in ((title, labels.items()) for title, labels in GROUPS)
    ]
    context = {"known": known, "groups": groups, "wrong": wrong}
    return market_page(request, "market_papers", known, context, status=422 if wrong else 200)


def _drawn(name: str, label: object, value: str, error: str) -> str:
    is_code = name in ("commercial_register", "vat_number", "phone", "email")
    looks: dict[str, object] = {"dir": "rtl" if name.endswith("_ar") else "ltr"}
    if is_code:
        looks |= {"spellcheck": "false", "autocapitalize": "none"}
    if name in ("phone", "email"):
        looks["type"] = "tel" if name == "phone" else "email"
    return draw(name, label, value, error=error, optional=True, maxlength=LONGEST, **looks)
