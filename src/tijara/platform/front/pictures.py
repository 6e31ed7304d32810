"""Pictures that people sent, sent on without waking Django: as a picture, never as a page."""

import asyncio
from typing import Any

from tijara.kit.pictures import IN_LETTERS
from tijara.platform.pictures.shelf import file_at

PREFIX = "/media/"
KEPT = b"public, max-age=31536000, immutable"
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; sandbox"),
)


class PublicPictures:
    """A name never changes what it shows, so browsers may keep it for a year."""

    def has(self, path: str) -> bool:
        return path.startswith(PREFIX)

    async def send(self, scope: dict, send: Any) -> None:
        method, path = scope["method"], scope["path"]
        if method not in ("GET", "HEAD"):
            await _answer(send, 405, (b"allow", b"GET, HEAD"))
            return
        content = await asyncio.to_thread(_read, path)
        if content is None:
            await _answer(send, 404, (b"cache-control", b"no-store"))
            return
        headers = (
            (b"content-type", f"image/{path.rpartition('.')[2]}".encode()),
            (b"content-length", str(len(content)).encode()),
            (b"cache-control", KEPT),
            (b"cross-origin-resource-policy", _shown_by(path)),
        )
        await _answer(send, 200, *headers, content=content if method == "GET" else b"")


def _shown_by(path: str) -> bytes:
    """Letters are read on other sites' pages; nothing else of ours is shown there."""
    return b"cross-origin" if path.rpartition("/")[2] in IN_LETTERS else b"same-origin"


def _read(path: str) -> bytes | None:
    file = file_at(path)
    return file.read_bytes() if file else None


async def _answer(
    send: Any, status: int, *headers: tuple[bytes, bytes], content: bytes = b""
) -> None:
    start = {"type": "http.response.start", "status": status, "headers": [*headers, *HEADERS]}
    await send(start)
    await send({"type": "http.response.body", "body": content})
