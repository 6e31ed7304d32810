"""Pages on which something of one person's own stands: they are drawn for him alone.

The other pages of the catalogue are the same for everybody and answered from memory. A cookie holds
a short mark of each address on which something is his: it says where, and not what. Only these cost
him a drawing, and nobody else anything.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse

OWN_COOKIE = "own"
MOST = 40
"""The oldest goes for one more: it travels with every request. One where nothing of his stands any
more goes so too: until then a page is drawn for him as it is for everybody."""
BYTES, BETWEEN = 3, "."
A_YEAR = 365 * 24 * 3600


def is_own(cookies: Mapping[str, str], path: str) -> bool:
    """Whether something of this reader's stands on the page; in any market and language."""
    said = cookies.get(OWN_COOKIE)
    return bool(said) and _mark(path.rpartition("/")[2]) in said.split(BETWEEN)


def keep_own(request: HttpRequest, response: HttpResponse, slugs: Iterable[str]) -> None:
    """From now on something of his stands on these pages, the latest first."""
    marks = [*map(_mark, slugs), *request.COOKIES.get(OWN_COOKIE, "").split(BETWEEN)]
    response.set_cookie(
        OWN_COOKIE,
        BETWEEN.join(list(dict.fromkeys(filter(None, marks)))[:MOST]),
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _mark(slug: str) -> str:
    return blake2b(slug.encode(), digest_size=BYTES).hexdigest()
