from .await_goods import MailboxInvalid, NothingToAwait, StillThere, await_goods
from .forget_waiter import forget_waiter
from .forget_waits import forget_waits
from .look_again import look_again
from .silence_mailbox import silence_mailbox
from .stop_awaiting import stop_awaiting
from .tell_who_waits import tell_who_waits

__all__ = [
    "MailboxInvalid",
    "NothingToAwait",
    "StillThere",
    "await_goods",
    "forget_waiter",
    "forget_waits",
    "look_again",
    "silence_mailbox",
    "stop_awaiting",
    "tell_who_waits",
]
