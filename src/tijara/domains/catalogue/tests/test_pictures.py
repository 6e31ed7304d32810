"""What is promised of a product's pictures."""

import io
import threading

import pytest
from django.db import connection

from tijara.domains.catalogue.actions import (
    PictureNotAccepted,
    ProductUnknown,
    TooManyPictures,
    add_picture,
    arrange_options,
    arrange_pictures,
    hang_pictures,
    make_pictures,
    remove_picture,
)
from tijara.domains.catalogue.actions.add_picture import MOST_BYTES
from tijara.domains.catalogue.models import Picture
from tijara.domains.catalogue.queries import edited_product, names_of, product_page
from tijara.domains.catalogue.shapes import (
    Option,
    OptionValue,
    PictureLine,
    PictureState,
)
from tijara.domains.catalogue.testing import make_draft, make_product
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.pictures import made_picture
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.platform.pictures.shelf import file_at
from tijara.platform.pictures.tests.samples import bomb, picture

pytestmark = pytest.mark.django_db
SELLER = new_id()
RED, BLUE = "#aa2222", "#2244aa"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def product_id():
    return make_draft(SELLER)


def actor(seller_id=SELLER):
    return Actor(ActorKind.SELLER, new_id(), seller_id, SELLER_POWERS)


def send(product_id, content, seller_id=SELLER):
    return add_picture(
        actor=actor(seller_id),
        seller_id=seller_id,
        product_id=product_id,
        content=io.BytesIO(content),
    )


def make_all():
    while make_pictures(actor=SYSTEM):
        pass


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_sent_picture_waits_is_made_and_shown(product_id):
    picture_id = send(product_id, picture("PNG", (500, 700)))
    waiting = edited_product(product_id).pictures[0]
    assert waiting.state == PictureState.WAITING and waiting.shown_name == ""
    assert edited_product(product_id).picture == ""
    make_all()
    ready = edited_product(product_id).pictures[0]
    made = made_picture(ready.shown_name)
    assert (ready.id, made.width, made.height) == (picture_id, 500, 700)
    assert names_of([product_id])[product_id].picture == ready.name
    assert file_at(made.address(320, "avif"))
    assert made.token not in str(picture_id)


def test_nothing_of_what_was_sent_is_kept_when_it_is_made(product_id, tmp_path):
    send(product_id, picture("JPEG", (500, 700)))
    make_all()
    assert all("pictures" in path.parts for path in files_in(tmp_path))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileNotAccepted),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", FileNotAccepted),
        (b"<!doctype html><script>alert(1)</script>", FileNotAccepted),
        (b"GIF89a" + b"\0" * 100, FileNotAccepted),
        (b"%PDF-1.7 " + b"\0" * 100, FileNotAccepted),
        (b"\x89PNG\r\n\x1a\n<script>", PictureNotAccepted),
        (picture("PNG", (299, 900)), PictureNotAccepted),
        (bomb(60_000, 60_000), PictureNotAccepted),
        (picture("PNG") + b"\0" * MOST_BYTES, FileTooLarge),
    ],
    ids=["empty", "svg", "html", "gif", "pdf", "html as png", "small", "bomb", "heavy"],
)
def test_what_is_no_picture_is_refused_at_once_and_leaves_nothing(
    product_id, content, refusal, tmp_path
):
    with pytest.raises(refusal):
        send(product_id, content)
    assert Picture.objects.count() == 0 and files_in(tmp_path) == []


def test_what_proves_to_be_damaged_is_said_to_be(product_id, tmp_path):
    whole = picture("PNG", (500, 700), colour="teal")
    send(product_id, whole[: len(whole) // 2])
    make_all()
    assert edited_product(product_id).pictures[0].state == PictureState.BROKEN
    assert files_in(tmp_path) == []


def test_the_first_shared_picture_is_the_main_one_and_a_variant_has_its_own(product_id):
    for colour in ("red", "blue"):
        send(product_id, picture(colour=colour))
    make_all()
    one, two = edited_product(product_id).pictures
    variant_id = edited_product(product_id).variants[0].details.id
    arrange_pictures(
        actor=actor(),
        seller_id=SELLER,
        product_id=product_id,
        pictures=[PictureLine(two.id, "<b>خلف</b>", "Back", variant_id), PictureLine(one.id)],
    )
    edited = edited_product(product_id)
    assert [each.id for each in edited.pictures] == [two.id, one.id]
    assert edited.picture == one.name and edited.variants[0].picture == two.name
    assert edited.pictures[0].alt_ar == "<b>خلف</b>"
    stranger = [PictureLine(one.id, variant_id=new_id())]
    arrange_pictures(actor=actor(), seller_id=SELLER, product_id=product_id, pictures=stranger)
    assert edited_product(product_id).pictures[0].variant_id is None


def test_a_picture_of_a_colour_shows_every_size_of_it(product_id):
    colours = Option("", "لون", "", "", tuple(OptionValue("", x, swatch=x) for x in (RED, BLUE)))
    sizes = Option("", "مقاس", "", "", (OptionValue("", "S"), OptionValue("", "L")))
    told = {"actor": actor(), "seller_id": SELLER, "product_id": product_id}
    arrange_options(**told, options=[colours, sizes], version=1)
    send(product_id, picture())
    make_all()
    edited = edited_product(product_id)
    line = PictureLine(edited.pictures[0].id, variant_id=edited.active[0].details.id)
    arrange_pictures(**told, pictures=[line])
    shown = [bool(variant.picture) for variant in edited_product(product_id).active]
    assert shown == [True, True, False, False]


@pytest.mark.django_db(transaction=True)
def test_a_removed_picture_is_gone_with_its_files(product_id, tmp_path):
    first, waiting = send(product_id, picture()), None
    make_all()
    waiting = send(product_id, picture())
    for picture_id in (first, waiting, first):
        remove_picture(
            actor=actor(), seller_id=SELLER, product_id=product_id, picture_id=picture_id
        )
    assert edited_product(product_id).pictures == () and files_in(tmp_path) == []
    assert edited_product(product_id).picture == ""


@pytest.mark.django_db(transaction=True)
def test_two_that_make_at_once_make_it_once(product_id):
    send(product_id, picture())

    def work():
        try:
            make_pictures(actor=SYSTEM)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = made_picture(edited_product(product_id).pictures[0].shown_name)
    assert file_at(made.address(640, "webp"))


def test_strangers_bring_take_and_move_nothing(product_id):
    other = new_id()
    mine = send(product_id, picture())
    told = {"actor": actor(other), "seller_id": other, "product_id": product_id}
    with pytest.raises(ProductUnknown):
        send(product_id, picture(), other)
    with pytest.raises(ProductUnknown):
        remove_picture(**told, picture_id=mine)
    with pytest.raises(ProductUnknown):
        arrange_pictures(**told, pictures=[])
    assert len(edited_product(product_id).pictures) == 1


def test_twenty_pictures_are_enough(product_id):
    Picture.objects.bulk_create(Picture(product_id=product_id, name=f"p{n}") for n in range(20))
    with pytest.raises(TooManyPictures):
        send(product_id, picture())


def test_artwork_is_hung_once(django_assert_num_queries):
    made = make_product(picture="dallah-old")
    hung = {made.product_id: [("dallah-brass", "دلة", "A dallah"), ("dallah-old", "", "")]}
    for _ in range(2):
        hang_pictures(actor=SYSTEM, pictures=hung)
    slug = names_of([made.product_id])[made.product_id].slug
    with django_assert_num_queries(1):
        page = product_page(slug)
    assert [each.shown_name for each in page.pictures] == ["dallah-brass", "dallah-old"]
    assert page.picture == "dallah-brass"
