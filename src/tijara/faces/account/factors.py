"""Second factors: django-allauth's tables and ceremonies, behind our own pages and counters."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from allauth.mfa.webauthn.internal import auth as webauthn
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from tijara.kit.arabic import ascii_digits, strip_controls
from tijara.kit.clock import now

Type = Authenticator.Type
LAST_STEP = "last_step"
MOST_PASSKEYS = 10
NO_ANSWER = (ValueError, TypeError, KeyError, AttributeError, ValidationError)
"""What the ceremonies' parsers raise for what is no answer of a browser."""


@dataclass(frozen=True, slots=True)
class Passkey:
    id: int
    name: str
    added_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Factors:
    """What protects an account beside its first factor."""

    has_app: bool
    passkeys: tuple[Passkey, ...]
    has_recovery_codes: bool

    def __bool__(self) -> bool:
        return self.has_app or bool(self.passkeys)


def factors_of(person_id: UUID) -> Factors:
    """One statement."""
    rows = list(Authenticator.objects.filter(user_id=person_id).order_by("created_at"))
    kinds = {row.type for row in rows}
    keys = tuple(
        Passkey(row.id, row.data.get("name", ""), row.created_at, row.last_used_at)
        for row in rows
        if row.type == Type.WEBAUTHN
    )
    return Factors(Type.TOTP in kinds, keys, Type.RECOVERY_CODES in kinds)


def is_right_code(person_id: UUID, typed: str) -> bool:
    """A code of the app that was not used before, or a recovery code, which is used up by it."""
    code = "".join(letter for letter in ascii_digits(strip_controls(typed)) if letter.isalnum())
    return bool(code) and (_is_of_app(person_id, code) or _is_recovery_code(person_id, code))


def step_of(secret: str, code: str, after: int) -> int | None:
    """The step of time that the code belongs to, if it is later than `after`."""
    for step in yield_hotp_counters_from_time():
        fits = constant_time_compare(code, format_hotp_value(hotp_value(secret, step)))
        if fits and step > after:
            return step
    return None


def add_app(request: HttpRequest, secret: str, typed: str) -> bool:
    """Whether the code that the app shows belongs to the secret; if so, it protects the account."""
    step = step_of(secret, ascii_digits(typed).replace(" ", ""), 0)
    if step is None:
        return False
    with transaction.atomic():
        Authenticator.objects.filter(user_id=request.user.pk, type=Type.TOTP).delete()
        added = TOTP.activate(request.user, secret).instance
        added.data[LAST_STEP] = step
        added.save(update_fields=["data"])
    return True


def recovery_codes(request: HttpRequest, *, anew: bool = False) -> list[str]:
    """Those that are not used yet. `anew`: others, and the old ones are good no more."""
    with transaction.atomic():
        if anew:
            mine = Authenticator.objects.filter(user_id=request.user.pk, type=Type.RECOVERY_CODES)
            mine.delete()
        return RecoveryCodes.activate(request.user).get_unused_codes()


def remove_factor(person_id: UUID, kind: str, passkey_id: int | None = None) -> None:
    """Recovery codes go with the last factor: by themselves they protect nothing."""
    with transaction.atomic():
        mine = Authenticator.objects.filter(user_id=person_id)
        gone = mine.filter(type=kind)
        (gone.filter(id=passkey_id) if kind == Type.WEBAUTHN else gone).delete()
        if not mine.exclude(type=Type.RECOVERY_CODES).exists():
            mine.delete()


def passkey_to_add(request: HttpRequest) -> str:
    """What the browser needs to make a passkey, as JSON; the challenge waits in the session."""
    return json.dumps(webauthn.begin_registration(request.user, passwordless=True))


def add_passkey(request: HttpRequest, answer: str, name: str) -> bool:
    """Whether the browser's answer fits the challenge."""
    try:
        credential = json.loads(answer)
        webauthn.parse_registration_response(credential)
        webauthn.complete_registration(credential)
    except NO_ANSWER:
        return False
    if len(factors_of(request.user.pk).passkeys) >= MOST_PASSKEYS:
        return False
    webauthn.WebAuthn.add(request.user, strip_controls(name)[:60], credential)
    return True


def passkey_challenge(user=None) -> str:
    """What the browser needs to ask for a passkey: of this person, or of whoever has one."""
    return json.dumps(webauthn.begin_authentication(user))


def passkey_owner(answer: str, user=None):
    """Whose passkey has answered the session's challenge; None where it did not."""
    try:
        response = json.loads(answer)
        webauthn.parse_authentication_response(response)
        owner = user or webauthn.extract_user_from_response(response)
        webauthn.complete_authentication(owner, response).record_usage()
    except NO_ANSWER:
        return None
    return owner


def _is_of_app(person_id: UUID, code: str) -> bool:
    """Locked, and the step written down: the same code a second time is of no use to whoever
    looked over a shoulder, not even at the same moment."""
    with transaction.atomic():
        mine = Authenticator.objects.select_for_update()
        row = mine.filter(user_id=person_id, type=Type.TOTP).first()
        if row is None:
            return False
        step = step_of(decrypt(row.data["secret"]), code, row.data.get(LAST_STEP, 0))
        if step is None:
            return False
        row.data[LAST_STEP], row.last_used_at = step, now()
        row.save(update_fields=["data", "last_used_at"])
        return True


def _is_recovery_code(person_id: UUID, code: str) -> bool:
    row = Authenticator.objects.filter(user_id=person_id, type=Type.RECOVERY_CODES).first()
    return row is not None and RecoveryCodes(row).validate_code(code)
