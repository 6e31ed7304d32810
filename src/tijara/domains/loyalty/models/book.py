from tijara.platform.balances.moves import Book

from .account import PointsAccount
from .lot import PointsLot
from .move import PointsMoveRow

POINTS = Book(PointsAccount, PointsMoveRow, PointsLot)
