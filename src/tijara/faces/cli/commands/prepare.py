"""Everything between a started database and serving: site files, schema, first market."""

import os
import subprocess

from django.conf import settings

from tijara.domains.accounts.queries import demonstration_accounts
from tijara.domains.markets.queries import markets
from tijara.domains.parties.queries import all_sellers
from tijara.domains.stores.queries import all_stores
from tijara.faces.cli import family
from tijara.faces.cli.addresses import keep_accounts
from tijara.faces.cli.demonstration.content import shown_password
from tijara.faces.cli.owner_link import fresh_link
from tijara.faces.cli.preparedness import note_prepared
from tijara.faces.cli.site_files import build_site_files
from tijara.faces.cli.terminal import progress
from tijara.kit.pictures import made_picture
from tijara.platform.demonstration import began_empty
from tijara.platform.ownership.migration import migrate
from tijara.platform.pictures.making import make_letter
from tijara.platform.postgres.target import application_role
from tijara.platform.printed_link import keep_link, printed_link


def run(options) -> None:
    build_site_files()
    if applied := migrate(application_role()):
        progress(f"{len(applied)} migrations applied")
    if settings.DEMONSTRATION and not began_empty() and not all_sellers():
        progress("loading the demonstration market")
        environment = {k: v for k, v in os.environ.items() if k != "TIJARA_DATABASE_ROLE"}
        subprocess.run(family.tijara("demo"), env=environment, check=True)
    if made := _letters():
        progress(f"{made} logos made for letters")
    keep_link(fresh_link(printed_link()))
    keep_accounts(_account_lines() if settings.DEMONSTRATION else [])
    note_prepared()


def _letters() -> int:
    """Logos that an older version made without the picture that letters show."""
    logos = {one.logo for one in (*markets(), *all_stores())}
    return sum(make_letter(made) for made in map(made_picture, logos) if made)


def _account_lines() -> list[str]:
    people = demonstration_accounts()
    return [f"{person.email:<32} {shown_password()}   {person.name}" for person in people]
