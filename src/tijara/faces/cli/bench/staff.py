"""`…inside staff`: an administrator of the market; says how he signs in, as JSON."""

import json
import secrets

from tijara.domains.accounts.actions import create_account
from tijara.domains.accounts.shapes import StaffRole
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id


def run() -> None:
    email, password = f"{new_id()}@bench.example", secrets.token_urlsafe(20)
    create_account(
        actor=SYSTEM,
        email=email,
        name="مدير التجربة",
        password=password,
        staff_role=StaffRole.ADMIN,
    )
    say(json.dumps({"email": email, "password": password}))
