"""What must always hold of what buyers have: a domain states it of its book."""

from django.db.models import Model
from psycopg.sql import SQL, Identifier, Literal

from tijara.platform.audits import Findings, compared

from .moves import Book


def accounts_are_moves_and_lots(book: Book) -> Findings:
    """Each balance is the sum of its moves, and what of it is above nothing that of its lots."""
    return compared(
        SQL("""
            SELECT {what} || a.buyer_id, a.balance = coalesce(m.amount, 0)
               AND greatest(a.balance, 0) = coalesce(l.amount, 0)
            FROM {accounts} a
            LEFT JOIN (SELECT buyer_id, account_id, sum(amount) AS amount
                       FROM {moves} GROUP BY 1, 2) m
              ON m.buyer_id = a.buyer_id AND m.account_id = a.id
            LEFT JOIN (SELECT buyer_id, account_id, sum("left") AS amount
                       FROM {lots} GROUP BY 1, 2) l
              ON l.buyer_id = a.buyer_id AND l.account_id = a.id
        """).format(
            what=Literal(f"{_name(book.accounts)} "),
            accounts=_table(book.accounts),
            moves=_table(book.moves),
            lots=_table(book.lots),
        )
    )


def moves_follow(book: Book) -> Findings:
    """Each move leaves what was there before it and itself."""
    return compared(
        SQL("""
            SELECT {what} || id, balance = amount + coalesce(
                lag(balance) OVER (PARTITION BY buyer_id, account_id ORDER BY id), 0)
            FROM {moves}
        """).format(what=Literal(f"{_name(book.moves)} "), moves=_table(book.moves))
    )


def _name(model: type[Model]) -> str:
    return model._meta.db_table


def _table(model: type[Model]) -> Identifier:
    return Identifier(model._meta.db_table)
