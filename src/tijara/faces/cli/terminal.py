"""Lines on the terminal."""

import os
import sys
import time

BEGAN = "TIJARA_BEGAN"
_loaded_at = time.monotonic()


def began() -> float:
    """When the command began, or the one that started it."""
    return float(os.environ.get(BEGAN, _loaded_at))


def say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def progress(text: str) -> None:
    """A line with the seconds since the command began."""
    say(f"[{time.monotonic() - began():5.1f} s] {text}")


def warn(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
