"""`…inside seller ID`: somebody who works for this seller alone; says how he signs in, as JSON."""

import json
import secrets
from uuid import UUID

from tijara.domains.accounts.actions import create_account
from tijara.domains.parties.actions import add_member
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id


def run(seller_id: str) -> None:
    email, password = f"{new_id()}@bench.example", secrets.token_urlsafe(20)
    person_id = create_account(actor=SYSTEM, email=email, name="بائع التجربة", password=password)
    add_member(actor=SYSTEM, person_id=person_id, seller_id=UUID(seller_id))
    say(json.dumps({"email": email, "password": password}))
