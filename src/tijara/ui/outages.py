"""Pages for what happens before Django is asked: the house is full, a body is too large, the front
itself failed. They are drawn once, in each language, when the process begins, and wear nobody's
name: whose market it is would have to be looked up.
"""

import secrets
from http import HTTPStatus
from itertools import product

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.csp import build_policy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.ui.language import all_languages, language_of, local
from tijara.ui.problems import PAGES

SOONEST, LATEST = 3, 9
"""Seconds after which a page that only looks asks again: not all at the same moment."""
WORDS: dict[HTTPStatus, tuple[Promise, Promise, Promise]] = {
    HTTPStatus.SERVICE_UNAVAILABLE: (
        _("One moment, it is very busy"),
        _("Many people are here at this moment. The page opens by itself once there is room."),
        _(
            "Many people are here at this moment, and what you sent wasn’t taken. Wait about ten "
            "seconds and go back: what you typed is still there. Then send it once more."
        ),
    ),
    HTTPStatus.CONTENT_TOO_LARGE: (
        _("That is more than we can take"),
        _("Choose a smaller file, or send it in parts. Nothing was changed."),
        _("Choose a smaller file, or send it in parts. Nothing was changed."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (*PAGES["server_error"], PAGES["server_error"][1]),
}
"""A title; what is said to who was looking, and to who was sending something."""
LOOKING = frozenset({"GET", "HEAD"})
Headers = list[tuple[bytes, bytes]]


class OutagePages:
    """What the front answers a person; a program gets a word."""

    def __init__(self) -> None:
        policy = build_policy(settings.SECURE_CSP)
        self._headers: Headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-security-policy", policy.encode("latin-1")),
            (b"x-content-type-options", b"nosniff"),
        ]
        self._pages = {
            (status, language, is_looking): _drawn(status, language, is_looking=is_looking)
            for status, language, is_looking in product(WORDS, all_languages(), (True, False))
        }

    def page(self, scope: dict, status: int) -> tuple[Headers, bytes] | None:
        """None: nobody would read it, or there is no such page."""
        accepts = b",".join(value for name, value in scope["headers"] if name == b"accept")
        is_looking = scope["method"] in LOOKING
        page = self._pages.get((HTTPStatus(status), _spoken_at(scope["path"]), is_looking))
        if page is None or b"text/html" not in accepts:
            return None
        headers = list(self._headers)
        if is_looking and status == HTTPStatus.SERVICE_UNAVAILABLE:
            seconds = SOONEST + secrets.randbelow(LATEST - SOONEST + 1)
            headers.append((b"refresh", b"%d" % seconds))
        return headers, page


def _spoken_at(path: str) -> str:
    """An address names its language first, or after its market: `/en/cart`, `/eg/en/cart`."""
    first = language_of(path)
    if first != settings.LANGUAGE_CODE:
        return first
    return language_of(f"/{path[1:].partition('/')[2]}")


def _drawn(status: HTTPStatus, language: str, *, is_looking: bool) -> bytes:
    title, to_who_looks, to_who_sends = WORDS[status]
    with translation.override(language):
        told = {
            "title": title,
            "sentence": to_who_looks if is_looking else to_who_sends,
            "status": int(status),
            "home": local("/"),
            "can_try": is_looking and status != HTTPStatus.CONTENT_TOO_LARGE,
        }
        return render_to_string("ui/outage.html", told).encode()
