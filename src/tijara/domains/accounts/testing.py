"""Makers of people."""

import re
from uuid import UUID

from allauth.usersessions.models import UserSession

from tijara.domains.messaging.queries import recent_messages
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import create_account
from .models import SignInTries
from .rules import resend_limit
from .shapes import StaffRole

PASSWORD = "a-quiet-caravan-7"


def make_account(
    *,
    email: str = "",
    phone: str = "",
    name: str = "سالم النحّاس",
    is_operator: bool = False,
    staff_role: StaffRole | None = None,
) -> UUID:
    """A person whose password is PASSWORD."""
    return create_account(
        actor=SYSTEM,
        email=email or ("" if phone else f"{new_id().hex}@example.com"),
        phone=phone,
        name=name,
        password=PASSWORD,
        staff_role=staff_role or (StaffRole.ADMIN if is_operator else None),
    )


def sent_code(recipient: str) -> str:
    """The code that was last sent to a phone or an e-mail address."""
    letters = recent_messages(20, recipient=recipient)
    code = next(letter for letter in letters if letter.kind == "accounts.code")
    found = re.match(r"\d{6}", code.text)
    assert found, code.text
    return found[0]


def pauses_are_over(recipient: str) -> None:
    """Only the pause between two codes: the counts of hour and day stay."""
    SignInTries.objects.filter(key=resend_limit(recipient).key).delete()


def make_device(person_id: UUID) -> None:
    """Somewhere that a person is signed in."""
    UserSession.objects.create(
        user_id=person_id, session_key=new_id().hex, ip="127.0.0.1", user_agent="Firefox"
    )
