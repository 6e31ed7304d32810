"""What is promised of pictures that people send."""

import pytest
from PIL import Image

from tijara.kit.pictures import KINDS, SHORTEST_MARK, MadePicture, made_picture
from tijara.platform.pictures.making import (
    PictureBroken,
    make_letter,
    make_picture,
    new_token,
    remove_picture,
)
from tijara.platform.pictures.shelf import file_at, folder_of

from .samples import bomb, lying_photo, picture


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture
def make(tmp_path):
    def made(content: bytes) -> MadePicture:
        source = tmp_path / "sent"
        source.write_bytes(content)
        return make_picture(source, new_token())

    return made


def opened(made: MadePicture, width: int, kind: str) -> Image.Image:
    return Image.open(file_at(made.address(width, kind)))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_a_picture_is_made_in_each_width_it_is_wide_enough_for(make, form):
    made = make(picture(form, (900, 1200)))
    assert made_picture(made.name) == made and made.widths == (160, 320, 640)
    for width in made.widths:
        for kind in KINDS:
            image = opened(made, width, kind)
            assert image.format.lower() == kind and image.size == (width, round(width * 4 / 3))
    assert file_at(made.address(1280, "avif")) is None


def test_a_photo_is_turned_upright_and_tells_nothing_of_where_it_was_taken(make):
    made = make(lying_photo((900, 600)))
    assert (made.width, made.height) == (600, 900)
    for kind in KINDS:
        image = opened(made, 320, kind)
        assert not image.getexif() and "exif" not in image.info and "icc_profile" not in image.info
        red, _, blue = image.convert("RGB").getpixel((160, 50))
        assert red > 200 > blue, "the lying photo's left is the upright one's top"
        file = file_at(made.address(320, kind))
        assert b"taken at home" not in file.read_bytes()


def test_what_is_transparent_stands_on_white(make, tmp_path):
    source = tmp_path / "clear.png"
    Image.new("RGBA", (400, 400), (0, 0, 0, 0)).save(source)
    made = make(source.read_bytes())
    assert min(opened(made, 320, "webp").convert("RGB").getpixel((5, 5))) > 250


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"\x89PNG\r\n\x1a\n<script>alert(1)</script>",
        picture("JPEG")[:300],
        picture("GIF"),
        picture("PNG", (40, 40)),
        bomb(60_000, 60_000),
        bomb(7_000, 7_000),
    ],
    ids=["empty", "svg", "html", "html as png", "cut off", "gif", "tiny", "bomb", "hollow"],
)
def test_what_is_no_picture_is_not_made_and_leaves_nothing(make, content, settings):
    with pytest.raises(PictureBroken):
        make(content)
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_a_logo_of_an_older_version_is_made_for_letters_once(tmp_path):
    source = tmp_path / "sent"
    source.write_bytes(picture("PNG", (500, 250)))
    made = make_picture(source, new_token(), shortest=SHORTEST_MARK)
    assert not make_letter(made), "it has one"
    letter = file_at(made.letter_address)
    letter.unlink()
    assert make_letter(made) and not make_letter(made)
    assert Image.open(letter).size == (144, 72)
    assert not [one for one in folder_of(made.token).iterdir() if one.is_dir()]


def test_making_it_again_does_no_harm_and_it_can_be_taken_away(tmp_path):
    source, token = tmp_path / "sent", new_token()
    source.write_bytes(picture())
    made = make_picture(source, token)
    assert make_picture(source, token) == made
    assert len(list(folder_of(token).iterdir())) == len(made.widths) * len(KINDS)
    remove_picture(token)
    remove_picture(token)
    assert file_at(made.address(160, "avif")) is None


@pytest.mark.parametrize(
    "address",
    [
        "/media/../secret_key",
        "/media/%2e%2e/secret_key",
        f"/media/{'a' * 32}/../../640.avif",
        f"/media/{'a' * 32}/641.avif",
        f"/media/{'a' * 32}/640.svg",
        f"/media/{'a' * 32}/640.avif\n",
        f"/media/{'A' * 32}/640.avif",
        f"/media/{'٠' * 32}/640.avif",
    ],
)
def test_no_other_file_has_an_address(address):
    assert file_at(address) is None
