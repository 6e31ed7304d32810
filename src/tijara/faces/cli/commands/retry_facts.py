"""Try facts again that were given up after many attempts (`tijara audit` lists them)."""

from tijara.faces.cli.terminal import say
from tijara.platform.outbox.relay import take_up_parked


def run(options) -> None:
    count = take_up_parked()
    say(f"tried again: {count}" if count else "no fact was given up")
