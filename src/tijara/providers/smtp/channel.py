"""One letter, one SMTP conversation.

Only what the server says of this letter can be final. A server that is silent, broken, wrongly set
up or refuses us as such is asked again: the letter is not at fault.
"""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr

from tijara.domains.messaging.shapes import Accepted, Letter, NotAccepted
from tijara.kit.clock import now


class MailPolicy(EmailPolicy):
    """SMTP's, but for the address where letters are stopped: longer than a line of 78 signs, it
    would be cut into encoded words, which nobody reads there (RFC 2047, 5)."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() == "list-unsubscribe":
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


MAIL = MailPolicy(linesep="\r\n")
MAIL_IN_UTF8 = MAIL.clone(utf8=True)


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    host: str
    sender: str
    port: int = 587
    security: str = "starttls"
    username: str = ""
    password: str = ""
    timeout_seconds: float = 20.0


class SmtpChannel:
    Settings = SmtpSettings

    def __init__(self, settings: SmtpSettings) -> None:
        self.settings = settings

    def send(self, letter: Letter) -> Accepted | NotAccepted:
        try:
            mail = self._mail(letter)
        except (ValueError, MessageError) as error:
            return NotAccepted(f"not an e-mail: {error}", is_final=True)
        try:
            self._hand_over(mail)
        except smtplib.SMTPRecipientsRefused as error:
            return _refused(*next(iter(error.recipients.values())))
        except (smtplib.SMTPDataError, smtplib.SMTPSenderRefused) as error:
            return _refused(error.smtp_code, error.smtp_error)
        except smtplib.SMTPNotSupportedError as error:
            return NotAccepted(str(error), is_final=True)
        except (smtplib.SMTPException, OSError) as error:
            return NotAccepted(f"{type(error).__name__}: {error}")
        return Accepted(reference=mail["Message-ID"])

    def _hand_over(self, mail: EmailMessage) -> None:
        """Once the server has taken the letter, nothing that happens at parting unsays it."""
        server = self._connected()
        try:
            server.send_message(mail, to_addrs=[parseaddr(mail["To"])[1]])
        finally:
            with suppress(smtplib.SMTPException, OSError):
                server.quit()

    def _mail(self, letter: Letter) -> EmailMessage:
        """A plain text, and beside it the same in HTML where there is one."""
        if "@" not in parseaddr(letter.recipient)[1]:
            raise ValueError("the recipient has no e-mail address")
        policy = MAIL if letter.recipient.isascii() else MAIL_IN_UTF8
        mail = EmailMessage(policy=policy)
        mail["Subject"] = letter.subject
        mail["From"] = self.settings.sender
        mail["To"] = letter.recipient
        mail["Date"] = format_datetime(now())
        mail["Message-ID"] = f"<{letter.id}@{_domain_of(self.settings.sender)}>"
        mail["Auto-Submitted"] = "auto-generated"
        if _can_be_pressed(letter.stop_at):
            mail["List-Unsubscribe"] = f"<{letter.stop_at}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail.set_content(letter.text)
        if letter.html:
            mail.add_alternative(letter.html, subtype="html")
        mail["Content-Language"] = letter.language
        return mail

    def _connected(self) -> smtplib.SMTP:
        """A server that has greeted us, over TLS unless the settings say otherwise."""
        given = self.settings
        patience = given.timeout_seconds
        if given.security == "tls":
            safely = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                given.host, given.port, timeout=patience, context=safely
            )
        else:
            server = smtplib.SMTP(given.host, given.port, timeout=patience)
        if given.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if given.username:
            server.login(given.username, given.password)
        return server


def _refused(code: int, words: bytes | str) -> NotAccepted:
    """4yz means come again, 5yz means never (RFC 5321, 4.2.1)."""
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return NotAccepted(f"{code} {said}", is_final=code >= 500)


def _can_be_pressed(address: str) -> bool:
    """RFC 8058 asks for HTTPS."""
    return address.startswith("https://") and address.isascii()


def _domain_of(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"
