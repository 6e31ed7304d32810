"""The first product: named, priced, counted, shown, and on sale with one press."""

from dataclasses import dataclass, field
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import (
    PictureNotAccepted,
    ProductBarred,
    ProductInvalid,
    TooManyPictures,
    add_picture,
    arrange_category,
    publish_product,
    save_product,
)
from tijara.domains.catalogue.queries import categories, edited_product
from tijara.domains.catalogue.shapes import ProductSheet
from tijara.domains.installation.shapes import Step
from tijara.domains.offers.actions import TermsInvalid, offer_variants
from tijara.domains.offers.queries import own_offers
from tijara.domains.offers.shapes import OfferRow, VariantTerms
from tijara.faces.setup.departments import ORDINARY, Department
from tijara.faces.setup.seat import Seat, at_step, setup_page
from tijara.kit.arabic import strip_controls
from tijara.kit.money import Money
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import amount, whole_number

FIELDS = ("name", "price", "units", "about", "department")
LONGEST = 8001


@dataclass(slots=True)
class ProductForm:
    values: dict[str, str]
    price: Money | None = None
    units: int | None = None
    wrong: dict[str, str] = field(default_factory=dict)


@require_http_methods(["GET", "HEAD", "POST"])
@at_step(Step.PRODUCT)
def product(request: HttpRequest, seat: Seat) -> HttpResponse:
    if request.method != "POST":
        return _page(request, seat, _standing(seat))
    form = _read(request, seat)
    if not form.wrong:
        _bring(request, seat, form)
    return _page(request, seat, form) if form.wrong else seat.settles()


def _read(request: HttpRequest, seat: Seat) -> ProductForm:
    """Everything that is wrong is said at once."""
    values = {
        name: strip_controls(request.POST.get(name, ""), keep_lines=name == "about")[:LONGEST]
        for name in FIELDS
    }
    form = ProductForm(values)
    form.price = amount(values["price"], seat.opened.currency)
    form.units = whole_number(values["units"])
    wrong = {} if values["name"] else {"name": "required"}
    if not values["price"] or form.price is None:
        wrong["price"] = "not_an_amount" if values["price"] else "required"
    if form.units is None:
        wrong["units"] = "not_a_number"
    form.wrong = field_sentences(wrong)
    return form


def _bring(request: HttpRequest, seat: Seat, form: ProductForm) -> None:
    """Each part may have been done by a try before that was cut off: then it stays as it is."""
    product_id, seller = seat.state.product_id, {"seller_id": seat.state.seller_id}
    try:
        _save(seat, product_id, form)
        _offer(seat, product_id, form)
        if "picture" in request.FILES and not _has_picture(product_id):
            content = request.FILES["picture"]
            add_picture(actor=seat.as_seller, **seller, product_id=product_id, content=content)
        publish_product(actor=seat.as_seller, **seller, product_id=product_id, is_published=True)
    except (ProductInvalid, TermsInvalid) as refusal:
        form.wrong |= {_field(name): field_sentence(code) for name, code in refusal.fields.items()}
    except PictureNotAccepted as refusal:
        form.wrong["picture"] = field_sentence(refusal.fields["pictures"])
    except (FileNotAccepted, FileTooLarge, TooManyPictures, ProductBarred) as refusal:
        form.wrong["picture"] = sentence_of(refusal)


def _field(name: str) -> str:
    """ "price_<variant id>", "name_ar", as this form calls them."""
    start = name.partition("_")[0]
    return start if start in FIELDS else "name"


def _save(seat: Seat, product_id: UUID, form: ProductForm) -> None:
    standing = edited_product(product_id)
    sheet = ProductSheet(
        name_ar=form.values["name"],
        category_id=_department(seat, form.values["department"]),
        about_ar=form.values["about"],
    )
    if standing is not None and standing.sheet == sheet:
        return
    save_product(
        actor=seat.as_seller,
        seller_id=seat.state.seller_id,
        product_id=product_id,
        sheet=sheet,
        version=standing.version if standing else 0,
    )


def _offer(seat: Seat, product_id: UUID, form: ProductForm) -> None:
    found = edited_product(product_id)
    if found is None:
        return
    offers = {row.variant_id: row for row in own_offers(seat.state.seller_id, product_id)}
    terms = [_terms(one.details.id, offers, form) for one in found.active]
    key = uuid5(product_id, f"{form.units}")
    offer_variants(
        actor=seat.as_seller,
        seller_id=seat.state.seller_id,
        product_id=product_id,
        condition="new",
        terms=terms,
        key=key,
    )


def _terms(variant_id: UUID, offers: dict[UUID, OfferRow], form: ProductForm) -> VariantTerms:
    standing = offers.get(variant_id)
    seen = standing.on_hand if standing else None
    return VariantTerms(variant_id, form.price, units=form.units, seen_units=seen)


def _has_picture(product_id: UUID) -> bool:
    found = edited_product(product_id)
    return bool(found and found.pictures)


def _department(seat: Seat, path: str) -> UUID:
    """One that stands, or an ordinary one that is opened for it."""
    standing = {node.path: node.id for node in categories()}
    if path in standing:
        return standing[path]
    chosen: Department = next((one for one in ORDINARY if one.path == path), ORDINARY[0])
    if chosen.path in standing:
        return standing[chosen.path]
    return arrange_category(
        actor=seat.actor,
        path=chosen.path,
        name_ar=chosen.name_ar,
        name_en=chosen.name_en,
        name_fr=chosen.name_fr,
    )


def _standing(seat: Seat) -> ProductForm:
    """A try before that came half way is shown as it stands."""
    found = edited_product(seat.state.product_id)
    values = dict.fromkeys(FIELDS, "") | {"units": "10", "department": ORDINARY[0].path}
    if found is not None:
        tree = {node.id: node.path for node in categories()}
        offers = own_offers(seat.state.seller_id, found.id)
        values |= {
            "name": found.sheet.name_ar,
            "about": found.sheet.about_ar,
            "department": tree.get(found.sheet.category_id, ""),
        }
        if offers:
            values["price"] = offers[0].price.to_decimal_string()
            values["units"] = str(offers[0].on_hand)
    return ProductForm(values)


def _page(request: HttpRequest, seat: Seat, form: ProductForm) -> HttpResponse:
    standing = {node.path: named(node) for node in categories()}
    ordinary = {one.path: named(one) for one in ORDINARY}
    context = {
        "form": form,
        "wrong": form.wrong,
        "currency": seat.opened.currency,
        "departments": list((ordinary | standing).items()),
        "has_picture": _has_picture(seat.state.product_id),
    }
    status = 422 if form.wrong else 200
    return setup_page(request, Step.PRODUCT, context, state=seat.state, status=status)
