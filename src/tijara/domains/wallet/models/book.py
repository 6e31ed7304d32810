from tijara.platform.balances.moves import Book

from .lot import Lot
from .move import Move
from .wallet import Wallet

CREDIT = Book(Wallet, Move, Lot)
