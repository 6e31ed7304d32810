"""Buy a gift card: its worth, its face, for whom, and when it is sent; its letter is seen first."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from tijara.domains.wallet.actions import GiftInvalid, NotSoldHere, buy_gift_card
from tijara.domains.wallet.queries import gift_bounds, gift_letter
from tijara.domains.wallet.shapes import GiftDesign, GiftDraft
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.pace import CONFIRMING, pace
from tijara.faces.storefront.pages.addresses import with_buyer
from tijara.faces.storefront.typed import read_id
from tijara.faces.storefront.wallet_words import DESIGNS
from tijara.kit.ids import new_id
from tijara.kit.money import EXPONENTS, Money
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount

FIELDS = ("worth", "amount", "design", "to_name", "to_email", "from_name", "words", "send_on")
WORTHS = (50, 100, 250, 500)
USUAL = "100"


@require_http_methods(["GET", "HEAD", "POST"])
@with_buyer
def gift_card(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    if request.method != "POST":
        first = {"worth": USUAL, "design": str(GiftDesign.NIGHT), "from_name": request.user.name}
        return _form(request, first)
    pace(CONFIRMING, buyer_id)
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    card_id = read_id(request.POST.get("id", "")) or new_id()
    draft, faults = _read(typed)
    if faults or "look" in request.POST:
        return _form(request, typed, faults, card_id, letter_of=None if faults else draft)
    try:
        buy_gift_card(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            market_id=here().id,
            card_id=card_id,
            draft=draft,
        )
    except GiftInvalid as refusal:
        return _form(request, typed, refusal.fields, card_id)
    except NotSoldHere as refusal:
        return see_other("wallet", say=sentence_of(refusal), tone="warn")
    return see_other("pay", card_id)


def _read(typed: dict[str, str]) -> tuple[GiftDraft, dict[str, str]]:
    said = typed["amount"] or typed["worth"]
    worth = amount(said, here().currency)
    day, faults = None, {}
    if worth is None:
        faults["amount"] = "not_an_amount" if said else "required"
    try:
        day = date.fromisoformat(typed["send_on"]) if typed["send_on"] else None
    except ValueError:
        faults["send_on"] = "not_a_day"
    draft = GiftDraft(
        amount=worth or Money(0, here().currency),
        design=typed["design"],
        to_email=typed["to_email"],
        language=get_language(),
        to_name=typed["to_name"],
        from_name=typed["from_name"],
        words=typed["words"],
        send_on=day,
    )
    return draft, faults


def _form(
    request: HttpRequest,
    typed: dict[str, str],
    faults: dict[str, str] | None = None,
    card_id: UUID | None = None,
    *,
    letter_of: GiftDraft | None = None,
) -> HttpResponse:
    currency = here().currency
    least, most = gift_bounds(currency)
    context = {
        "typed": typed,
        "wrong": field_sentences(faults or {}),
        "currency": currency,
        "form_id": card_id or new_id(),
        "least": least,
        "most": most,
        "worths": [(str(one), Money(one * 10 ** EXPONENTS[currency], currency)) for one in WORTHS],
        "designs": [(one.value, *told) for one, told in DESIGNS.items()],
        "letter": gift_letter(letter_of, here().id) if letter_of else None,
        "worth": letter_of.amount if letter_of else None,
    }
    return page(request, "gift_card", context, status=422 if faults else 200, is_private=True)
