"""Load the demonstration market: sixteen stores, their goods, ninety days of orders."""

from tijara.domains.accounts.queries import demonstration_accounts
from tijara.faces.cli.demonstration import sums
from tijara.faces.cli.demonstration.awaited import load_awaited
from tijara.faces.cli.demonstration.books import keep_books, tell_costs
from tijara.faces.cli.demonstration.cash import load_open, load_terms
from tijara.faces.cli.demonstration.content import shown_password
from tijara.faces.cli.demonstration.desks import load_desks
from tijara.faces.cli.demonstration.filings import load_filings
from tijara.faces.cli.demonstration.flash_sales import load_flash_sales
from tijara.faces.cli.demonstration.goods import lay_shelves, load_goods, load_people
from tijara.faces.cli.demonstration.imports import load_import
from tijara.faces.cli.demonstration.money import keep_bank_accounts
from tijara.faces.cli.demonstration.orders import hear_all, load_orders
from tijara.faces.cli.demonstration.points import load_points, spend_points
from tijara.faces.cli.demonstration.returned import load_carriage
from tijara.faces.cli.demonstration.reviewing import load_reviews
from tijara.faces.cli.demonstration.searching import load_searching
from tijara.faces.cli.demonstration.settling import load_reports, load_settling_terms
from tijara.faces.cli.demonstration.waiting import load_waiting
from tijara.faces.cli.demonstration.wallets import load_wallets
from tijara.faces.cli.terminal import progress, say


def run(options) -> None:
    """Loading it again changes nothing that is there."""
    load_people()
    offers = load_goods()
    hear_all()
    progress(f"{len(offers)} goods on offer")
    progress(f"{tell_costs(offers)} goods have a cost")
    keep_bank_accounts()
    load_terms()
    load_carriage()
    load_settling_terms()
    load_points(offers)
    progress(f"{load_orders(offers)} orders placed over ninety days")
    progress(f"{load_reviews()} reviews of what came")
    spend_points()
    load_open()
    load_reports()
    progress("cash is on its way")
    progress(f"{load_import()} import in the history")
    progress(f"{load_desks()} things lie on desks")
    progress(f"{load_waiting()} would like to sell")
    progress(f"{load_flash_sales(offers)} flash sales")
    progress(f"{load_wallets()} gifts of credit and gift cards")
    hear_all()
    lay_shelves()
    progress("shelves are filled")
    progress(f"{load_awaited(offers)} people wait for what is sold out")
    progress(f"{load_searching()} things people searched for, and what was made of them")
    progress(f"{load_filings()} documents at the tax authority")
    progress(f"{keep_books()} events are in the books")
    sums.run()
    progress("sums are kept of accounts and sales")
    for person in demonstration_accounts():
        say(f"  {person.email}   {shown_password()}   {person.name}")
