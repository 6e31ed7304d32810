"""Open an account for someone of the market's staff, or of a store.

The password is asked for, or read from the first line of standard input; none is needed: without
one the person signs in by a code.
"""

import argparse
import getpass
import sys

from django.db import transaction

from tijara.domains.accounts.actions import create_account
from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.shapes import Role
from tijara.domains.stores.queries import store_by_slug
from tijara.faces.cli.terminal import say, warn
from tijara.kit.actor import SYSTEM


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("reach", metavar="email-or-phone", help="a phone as +966551234567")
    parser.add_argument("--name", required=True)
    parser.add_argument("--language", choices=["ar", "en", "fr"], default="ar")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument(
        "--operator",
        nargs="?",
        const=StaffRole.ADMIN,
        type=StaffRole,
        choices=list(StaffRole),
        metavar="ROLE",
        help="staff: enters the back office; admin (if none is said), support or finance",
    )
    place.add_argument("--store", default="", help="works for this store: enters the seller hub")
    parser.add_argument(
        "--role", type=Role, choices=list(Role), default=Role.OWNER, help="what he is in the store"
    )


def run(options: argparse.Namespace) -> int:
    store = store_by_slug(options.store) if options.store else None
    if options.store and store is None:
        warn(f"There is no store {options.store!r}.")
        return 1
    with transaction.atomic():
        person_id = create_account(
            actor=SYSTEM,
            **{"phone" if options.reach.startswith("+") else "email": options.reach},
            name=options.name,
            password=_password(),
            language=options.language,
            staff_role=options.operator,
        )
        if store is not None:
            add_member(
                actor=SYSTEM, person_id=person_id, seller_id=store.seller_id, role=options.role
            )
    say(f"{options.reach} may sign in at /account/sign-in")
    return 0


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Password (empty: signs in by code): ")
    return sys.stdin.readline().rstrip("\n")
