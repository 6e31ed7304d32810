from .carriage import CarriageBandRow, CarriageTermsRow
from .goodwill import Goodwill
from .owed import Owed
from .owed_line import OwedLine
from .return_line import ReturnLine
from .return_move import ReturnMove
from .return_photo import ReturnPhoto
from .return_word import ReturnWord
from .sent_return import MOVED_BY_CLOCK, Return

__all__ = [
    "CarriageBandRow",
    "CarriageTermsRow",
    "Goodwill",
    "MOVED_BY_CLOCK",
    "Owed",
    "OwedLine",
    "Return",
    "ReturnLine",
    "ReturnMove",
    "ReturnPhoto",
    "ReturnWord",
]
