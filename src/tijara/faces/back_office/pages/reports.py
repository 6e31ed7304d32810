"""Products that buyers have reported: look, ask who sells them, dismiss, or take them off."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.accounts.queries import accounts
from tijara.domains.cases.actions import (
    CaseDecided,
    DecisionInvalid,
    WordsInvalid,
    dismiss_case,
    uphold_case,
    write_to_sellers,
)
from tijara.domains.cases.queries import case, cases, counts_of_cases, reports_of, steps_of
from tijara.domains.cases.shapes import CaseState
from tijara.domains.catalogue.queries import edited_product, product_facts
from tijara.domains.offers.queries import offers_of_product
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.case_words import CASE_STATES, CASE_STEPS
from tijara.faces.back_office.goods import catalogue_tabs
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.ui.directions import counted, page_number, see_other, tabs_by_state
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.trade_words import REPORT_REASONS

PAGE = "/office/catalogue/reports"


@require_safe
@in_office
def reports(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    state = CaseState(said) if said in CaseState else CaseState.OPEN
    page = cases(state, page=page_number(request))
    goods = {one.id: one for one in product_facts(one.subject_id for one in page.items)}
    counts = counts_of_cases()
    tabs = [(each, name, counted(counts[each])) for each, (name, _tone) in CASE_STATES.items()]
    own = own_views(request, actor, "reports")
    context = {
        "page": page,
        "state": state,
        "rows": [(one, goods.get(one.subject_id), one.due_at < now()) for one in page.items],
        **own,
        "own_tabs": own["tabs"],
        "tabs": catalogue_tabs("/reports"),
        "states": tabs_by_state(local(PAGE), tabs, state, ""),
    }
    return office_page(request, "reports", context)


@require_safe
@in_office
def report(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    return _page(request, case_id)


@require_POST
@in_office
def report_dismissal(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    try:
        dismiss_case(actor=actor, case_id=case_id)
    except CaseDecided as refusal:
        return _decided(case_id, refusal)
    return see_other(local(PAGE), _("Dismissed. The product stays on sale."))


@require_POST
@in_office
def report_decision(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in ("reason", "words")}
    try:
        uphold_case(actor=actor, case_id=case_id, **typed)
    except DecisionInvalid as refusal:
        return _page(request, case_id, hiding=typed, wrong_hiding=field_sentences(refusal.fields))
    except CaseDecided as refusal:
        return _decided(case_id, refusal)
    return see_other(local(PAGE), _("Taken off the market; who sells it is told why."))


@require_POST
@in_office
def report_letter(request: HttpRequest, actor: Actor, case_id: UUID) -> HttpResponse:
    words = request.POST.get("words", "")
    try:
        write_to_sellers(actor=actor, case_id=case_id, words=words)
    except WordsInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        return _page(request, case_id, asking=words, wrong_asking=wrong)
    except CaseDecided as refusal:
        return _decided(case_id, refusal)
    return see_other(local(f"{PAGE}/{case_id}"), _("Written to all who sell it."))


def _decided(case_id: UUID, refusal: CaseDecided) -> HttpResponse:
    return see_other(local(f"{PAGE}/{case_id}"), sentence_of(refusal), "warn")


def _page(
    request: HttpRequest,
    case_id: UUID,
    *,
    hiding: dict[str, str] | None = None,
    wrong_hiding: dict[str, str] | None = None,
    asking: str = "",
    wrong_asking: dict[str, str] | None = None,
) -> HttpResponse:
    found = case(case_id)
    product = edited_product(found.subject_id) if found else None
    if found is None or product is None:
        raise Http404
    said = reports_of(case_id)
    steps = steps_of(case_id)
    people = accounts({one.person_id for one in steps if one.person_id})
    sellers = {offer.seller_id for offer in offers_of_product(product.id)}
    sellers |= {product.brought_by} if product.brought_by else set()
    reasons = {one.reason for one in said}
    context = {
        "case": found,
        "state": CASE_STATES[found.state],
        "is_open": found.state is CaseState.OPEN,
        "is_late": found.state is CaseState.OPEN and found.due_at < now(),
        "product": product,
        "sellers": list(stores(sellers).values()),
        "said": [(one, REPORT_REASONS[one.reason]) for one in said],
        "steps": [(one, CASE_STEPS[one.step], people.get(one.person_id)) for one in steps],
        "reasons": [(each.value, name) for each, name in REPORT_REASONS.items()],
        "hiding": hiding or {"reason": next(iter(reasons)) if len(reasons) == 1 else ""},
        "wrong_hiding": wrong_hiding or {},
        "asking": asking,
        "wrong_asking": wrong_asking or {},
    }
    status = 422 if wrong_hiding or wrong_asking else 200
    return office_page(request, "report", context, status=status)
