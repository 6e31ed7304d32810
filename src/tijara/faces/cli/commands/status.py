"""Say what runs, since when, and how much memory it takes."""

import time

from tijara.faces.cli import addresses
from tijara.faces.cli.terminal import say
from tijara.platform.supervisor import memory
from tijara.platform.supervisor import record as records


def run(options) -> int:
    record = records.running_record()
    if record is None:
        say("not running")
        return 3
    for name, member in {"supervisor": record.supervisor, **record.members}.items():
        alive = "runs" if member.is_alive() else "is being restarted"
        minutes = (time.time() - member.started) / 60
        taken = memory.of_member(member)
        say(f"{name:<11} {alive}, process {member.pid}, {minutes:.0f} min, {taken:.0f} MB")
    say(f"{'all':<11} {memory.of_family(record):.0f} MB (proportional set size)")
    addresses.show()
    return 0
