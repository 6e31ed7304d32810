"""A product's pictures: sent, put in order, told apart, taken away."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import (
    PictureNotAccepted,
    TooManyPictures,
    add_picture,
    arrange_pictures,
    remove_picture,
)
from tijara.domains.catalogue.shapes import EditedProduct, PictureState
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.goods import goods_page, own_product, product_address
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.directions import see_other
from tijara.ui.goods.pictures import picture_lines
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentence, sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def product_pictures(request: HttpRequest, desk: Desk, product_id: UUID) -> HttpResponse:
    """One form: what was typed is kept whichever of its buttons is pressed."""
    shown = own_product(desk, product_id)
    if request.method != "POST":
        return _page(request, desk, shown)
    told = {"actor": desk.actor, "seller_id": desk.seller_id, "product_id": product_id}
    if lines := picture_lines(request.POST):
        arrange_pictures(**told, pictures=lines)
    removed = read_id(request.POST.get("remove", ""))
    if removed:
        remove_picture(**told, picture_id=removed)
        return see_other(product_address(product_id, "/pictures"), _("The picture is gone."))
    sent, faults = 0, []
    for file in request.FILES.getlist("pictures"):
        try:
            add_picture(**told, content=file)
            sent += 1
        except (FileNotAccepted, FileTooLarge, PictureNotAccepted, TooManyPictures) as refusal:
            faults.append((file.name, _why(refusal)))
    if faults:
        return _page(request, desk, own_product(desk, product_id), faults)
    return see_other(product_address(product_id, "/pictures"), _said(sent))


def _said(sent: int) -> str:
    if not sent:
        return _("Saved.")
    text = ngettext("%(count)d picture was sent.", "%(count)d pictures were sent.", sent)
    return text % {"count": sent}


def _why(refusal: Refusal) -> str:
    if isinstance(refusal, Invalid) and refusal.fields:
        return field_sentence(next(iter(refusal.fields.values())))
    return sentence_of(refusal)


def _page(
    request: HttpRequest,
    desk: Desk,
    shown: EditedProduct,
    faults: list[tuple[str, str]] | None = None,
) -> HttpResponse:
    waits = any(picture.state == PictureState.WAITING for picture in shown.pictures)
    context = {"faults": faults or [], "waits": waits}
    refusal = PictureNotAccepted() if faults else None
    return goods_page(request, desk, "product_pictures", shown, context, refusal=refusal)
