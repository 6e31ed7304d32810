"""Whether this is a demonstration, and what only a demonstration may assume or invent."""

import os

from tijara.platform.demonstration import is_demonstration

DEMONSTRATION = is_demonstration(os.environ)
"""A demonstration market shows its accounts and its message inbox to everyone."""

DEMONSTRATION_PASSWORD = os.environ.get("TIJARA_DEMONSTRATION_PASSWORD", "souq-okaz-2026")
"""Of every demonstration account; the sign-in page shows it."""

CHANNEL = "demonstration_inbox" if DEMONSTRATION else ""
"""What takes messages where no other channel was chosen: it shows them and sends nothing."""
