"""Static files, compressed at set-up, sent without waking a thread.

The table of files, their headers, encodings and ranges are whitenoise's.
"""

from typing import Any

from django.conf import settings
from whitenoise.middleware import WhiteNoiseMiddleware

from .environ import environ_of

HEADERS = ((b"x-content-type-options", b"nosniff"),)
POLICY = b"cross-origin-resource-policy"


class StaticFiles:
    def __init__(self) -> None:
        self.files = WhiteNoiseMiddleware(None).files
        self.in_letters = settings.STATIC_URL + settings.LETTER_ARTWORK.partition("{")[0]

    def has(self, path: str) -> bool:
        return path in self.files

    async def send(self, scope: dict, send: Any) -> None:
        asked = environ_of(scope, None)
        response = self.files[scope["path"]].get_response(scope["method"], asked)
        content = b""
        if response.file is not None:
            with response.file as file:
                content = file.read()
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in response.headers
            if name != "Access-Control-Allow-Origin"
        ]
        headers += [*HEADERS, (POLICY, self._shown_by(scope["path"]))]
        status = int(response.status)
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def _shown_by(self, path: str) -> bytes:
        """Letters are read on other sites' pages; nothing else of ours is shown there."""
        return b"cross-origin" if path.startswith(self.in_letters) else b"same-origin"
