"""Load the demonstration market: four stores, a hundred products, orders in every state."""

from tijara.domains.accounts.queries import demonstration_accounts
from tijara.faces.cli.demonstration.content import shown_password
from tijara.faces.cli.demonstration.goods import load_goods, load_people
from tijara.faces.cli.demonstration.imports import load_import
from tijara.faces.cli.demonstration.money import load_money
from tijara.faces.cli.demonstration.orders import load_orders
from tijara.faces.cli.terminal import progress, say
from tijara.platform.outbox.relay import Relay


def run(options) -> None:
    """Loading it again changes nothing that is there."""
    load_people()
    offers = load_goods()
    progress(f"{len(offers)} products on offer")
    progress(f"{load_orders(offers)} orders placed")
    progress(f"{load_money()} payouts recorded")
    progress(f"{load_import()} import in the history")
    relay = Relay()
    while relay.deliver_pending():
        pass
    progress("shelves are filled")
    for person in demonstration_accounts():
        say(f"  {person.email}   {shown_password()}   {person.name}")
