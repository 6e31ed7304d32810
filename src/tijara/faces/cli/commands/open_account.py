"""Open an account for someone of the market's staff, or of a store.

The password is asked for, or read from the first line of standard input.
"""

import argparse
import getpass
import sys

from django.db import transaction

from tijara.domains.accounts.actions import create_account
from tijara.domains.parties.actions import add_member
from tijara.domains.stores.queries import store_by_slug
from tijara.faces.cli.terminal import say, warn
from tijara.kit.actor import SYSTEM


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email")
    parser.add_argument("--name", required=True)
    parser.add_argument("--language", choices=["ar", "en"], default="ar")
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--operator", action="store_true", help="staff: enters the back office")
    place.add_argument("--store", default="", help="works for this store: enters the seller hub")


def run(options: argparse.Namespace) -> int:
    store = store_by_slug(options.store) if options.store else None
    if options.store and store is None:
        warn(f"There is no store {options.store!r}.")
        return 1
    with transaction.atomic():
        person_id = create_account(
            actor=SYSTEM,
            email=options.email,
            name=options.name,
            password=_password(),
            language=options.language,
            is_operator=options.operator,
        )
        if store is not None:
            add_member(actor=SYSTEM, person_id=person_id, seller_id=store.seller_id)
    say(f"{options.email} may sign in at /account/sign-in")
    return 0


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Password: ")
    return sys.stdin.readline().rstrip("\n")
