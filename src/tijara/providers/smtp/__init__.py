"""E-mail by any SMTP server. See README.md."""

from .channel import SmtpChannel, SmtpSettings

__all__ = ["SmtpChannel", "SmtpSettings"]
