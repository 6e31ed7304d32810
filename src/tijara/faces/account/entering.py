"""What a visitor who is signing in has said so far, in signed cookies that live some minutes."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from tijara.kit.ids import new_id

ATTEMPT, HALF_IN = "entering", "half_in"
SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class Attempt:
    """A code was sent to `recipient` for this browser and no other."""

    id: UUID
    recipient: str
    next: str


@dataclass(frozen=True, slots=True)
class HalfIn:
    """The first factor was right; the second is still asked for."""

    person: object
    next: str


def attempt_of(request: HttpRequest) -> Attempt | None:
    told = _read(request, ATTEMPT)
    return Attempt(UUID(told[0]), told[1], told[2]) if told else None


def begin_attempt(request: HttpRequest, recipient: str, wanted: str) -> Attempt:
    """The same browser keeps its id: so its codes are counted together."""
    before = attempt_of(request)
    return Attempt(before.id if before else new_id(), recipient, wanted)


def keep_attempt(response: HttpResponse, attempt: Attempt) -> None:
    _keep(response, ATTEMPT, [attempt.id.hex, attempt.recipient, attempt.next])


def half_in(request: HttpRequest) -> HalfIn | None:
    """Of no use any more once the password was changed or the account closed."""
    told = _read(request, HALF_IN)
    if not told:
        return None
    person = get_user_model().objects.filter(id=told[0], is_active=True).first()
    if person is None or not constant_time_compare(person.get_session_auth_hash(), told[1]):
        return None
    return HalfIn(person, told[2])


def keep_half_in(response: HttpResponse, person, wanted: str) -> None:
    _keep(response, HALF_IN, [person.pk.hex, person.get_session_auth_hash(), wanted])


def forget_entering(response: HttpResponse) -> None:
    for name in (ATTEMPT, HALF_IN):
        response.delete_cookie(name, path="/", samesite="Lax")


def _read(request: HttpRequest, name: str) -> list[str] | None:
    try:
        return signing.loads(request.COOKIES.get(name, ""), salt=f"tijara.{name}", max_age=SECONDS)
    except signing.BadSignature:
        return None


def _keep(response: HttpResponse, name: str, told: list[str]) -> None:
    response.set_cookie(
        name,
        signing.dumps(told, salt=f"tijara.{name}"),
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
