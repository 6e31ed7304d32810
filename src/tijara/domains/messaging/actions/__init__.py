from .deliver_messages import deliver_messages
from .forget_messages import forget_messages
from .forget_recipient import forget_recipient
from .reseal_letters import reseal_letters
from .retry_message import NotGivenUp, SecretOver, retry_message
from .send_message import send_message
from .write_letter import write_letter

__all__ = [
    "NotGivenUp",
    "SecretOver",
    "deliver_messages",
    "forget_messages",
    "forget_recipient",
    "reseal_letters",
    "retry_message",
    "send_message",
    "write_letter",
]
