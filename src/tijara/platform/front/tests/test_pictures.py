"""Pictures that people sent come back as pictures, and nothing else comes."""

import asyncio

import pytest

from tijara.platform.front.front import Front
from tijara.platform.front.tests.test_front import NoFiles
from tijara.platform.pictures.shelf import folder_of

TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def front(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    folder_of(TOKEN).mkdir(parents=True)
    (folder_of(TOKEN) / "320.avif").write_bytes(b"<script>alert(1)</script>")
    (folder_of(TOKEN) / "320.svg").write_bytes(b"<svg/>")
    return Front(None, NoFiles())


def ask(front, path, method="GET"):
    said = []

    async def send(message):
        said.append(message)

    scope = {"type": "http", "method": method, "path": path, "headers": []}
    asyncio.run(front(scope, None, send))
    return said[0]["status"], dict(said[0]["headers"]), said[1]["body"]


def test_a_picture_is_kept_for_a_year_and_never_taken_for_a_page(front):
    status, headers, body = ask(front, f"/media/{TOKEN}/320.avif")
    assert (status, body) == (200, b"<script>alert(1)</script>")
    assert headers[b"content-type"] == b"image/avif"
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert b"immutable" in headers[b"cache-control"]
    assert headers[b"content-security-policy"] == b"default-src 'none'; sandbox"
    assert ask(front, f"/media/{TOKEN}/320.avif", "HEAD")[2] == b""


@pytest.mark.parametrize(
    "path", ["/media/", f"/media/{TOKEN}/", f"/media/{TOKEN}/320.svg", f"/media/{TOKEN}/160.avif"]
)
def test_nothing_else_is_found_there(front, path):
    status, headers, body = ask(front, path)
    assert (status, body) == (404, b"") and headers[b"cache-control"] == b"no-store"


def test_it_listens_to_nothing_but_questions(front):
    assert ask(front, f"/media/{TOKEN}/320.avif", "POST")[0] == 405


@pytest.mark.parametrize(
    ("file", "shown_by"), [("320.avif", b"same-origin"), ("320.webp", b"cross-origin")]
)
def test_what_letters_show_stands_on_other_sites_and_nothing_else(front, file, shown_by):
    (folder_of(TOKEN) / "320.webp").write_bytes(b"RIFF")
    _status, headers, _body = ask(front, f"/media/{TOKEN}/{file}")
    assert headers[b"cross-origin-resource-policy"] == shown_by
