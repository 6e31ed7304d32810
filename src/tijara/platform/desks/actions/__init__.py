from .change_view import ViewGone, change_view
from .drop_text import drop_text
from .drop_view import drop_view
from .keep_text import TextInvalid, TooManyTexts, keep_text
from .keep_view import TooManyViews, ViewInvalid, ViewNameTaken, keep_view
from .move_view import move_view
from .share_view import share_view
from .withdraw_note import NotYourNote, withdraw_note
from .write_note import NoteInvalid, TooManyNotes, write_note

__all__ = [
    "NotYourNote",
    "NoteInvalid",
    "TextInvalid",
    "TooManyNotes",
    "TooManyTexts",
    "TooManyViews",
    "ViewGone",
    "ViewInvalid",
    "ViewNameTaken",
    "change_view",
    "drop_text",
    "drop_view",
    "keep_text",
    "keep_view",
    "move_view",
    "share_view",
    "withdraw_note",
    "write_note",
]
