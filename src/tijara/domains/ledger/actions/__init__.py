"""What can be done to the journal: one thing."""

from .post_journal import post_journal

__all__ = ["post_journal"]
