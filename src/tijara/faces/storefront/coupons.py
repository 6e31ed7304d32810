"""The codes that a buyer has typed: in a cookie of this market, so that pages cost nothing more.

Beside them stand promotions that he was refused a moment ago: a page is drawn without them.
"""

from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.promotions.queries import codes_known
from tijara.faces.storefront.typed import read_id
from tijara.ui.language import market_start

A_WEEK = 7 * 86_400
LONGEST = 400
NO_FOURTH = _("An order takes three codes. Take one of yours off first.")
NO_CODE = _("That is no discount code. Look at how it is written.")
MOST_REFUSED = 6


@dataclass(frozen=True, slots=True)
class Coupons:
    codes: tuple[str, ...] = ()
    without: frozenset[UUID] = frozenset()
    is_full: bool = field(default=False, compare=False)
    """One more was typed than there is room for."""
    is_no_code: bool = field(default=False, compare=False)
    """What was typed can't be a code: it is too short or too long."""

    @property
    def refusal(self) -> Promise | None:
        """What is said of what was typed and is not among them."""
        return NO_FOURTH if self.is_full else NO_CODE if self.is_no_code else None

    def with_code(self, typed: str) -> "Coupons":
        """The new one first; it pushes none out that he has."""
        if not codes_known((typed,)):
            return replace(self, is_no_code=True)
        codes = codes_known((typed, *self.codes))
        if set(self.codes) - set(codes):
            return replace(self, is_full=True)
        return replace(self, codes=codes)

    def without_code(self, code: str) -> "Coupons":
        return replace(self, codes=tuple(one for one in self.codes if one != code))

    def after_refusal(self, promotions: tuple[UUID, ...]) -> "Coupons":
        refused = sorted({*promotions, *self.without})[-MOST_REFUSED:]
        return replace(self, without=frozenset(refused))


def coupons_of(request: HttpRequest) -> Coupons:
    told = request.COOKIES.get(_cookie(), "")[:LONGEST]
    if not told:
        return Coupons()
    codes, _, refused = told.partition("~")
    ids = (read_id(one) for one in refused.split("."))
    return Coupons(codes_known(map(unquote, codes.split("."))), frozenset(filter(None, ids)))


def coupons_said(request: HttpRequest) -> Coupons:
    """As they are after what the form says: one more, or one less. What it showed as wrong makes
    room for what is typed in its place, so that no code that holds is pushed out by tries."""
    coupons, said = coupons_of(request), request.POST
    if drop := said.get("drop", ""):
        return coupons.without_code(drop)
    if "code" not in said:
        return coupons
    coupons = coupons.without_code(said.get("wrong", ""))
    typed = said["code"]
    return coupons.with_code(typed) if typed.strip() else coupons


def keep_coupons(request: HttpRequest, response: HttpResponse, coupons: Coupons) -> None:
    """Nothing is set where nothing was typed."""
    if coupons == coupons_of(request):
        return
    if not (coupons.codes or coupons.without):
        response.delete_cookie(_cookie(), samesite="Lax")
        return
    codes = ".".join(quote(one) for one in coupons.codes)
    refused = ".".join(str(one) for one in sorted(coupons.without))
    response.set_cookie(
        _cookie(),
        f"{codes}~{refused}",
        max_age=A_WEEK,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def forget_coupons(request: HttpRequest, response: HttpResponse) -> None:
    """After an order: a code is typed for one."""
    keep_coupons(request, response, Coupons())


def _cookie() -> str:
    """A market's codes are its own: "coupons", "coupons_eg"."""
    return f"coupons{market_start().replace('/', '_')}"
