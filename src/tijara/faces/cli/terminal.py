"""Lines on the terminal."""

import sys
import time

_began = time.monotonic()


def say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def progress(text: str) -> None:
    """A line with the seconds since the command began."""
    say(f"[{time.monotonic() - _began:5.1f} s] {text}")


def warn(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
