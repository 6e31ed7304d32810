"""Memory of the family: proportional set size, in which shared pages are counted once."""

import psutil

from .leftovers import group_of
from .record import Member, Record

MEGABYTE = 1024 * 1024


def of_family(record: Record) -> float:
    """Megabytes of the supervisor and all members with their children."""
    return sum(of_member(member) for member in [record.supervisor, *record.members.values()])


def of_member(member: Member) -> float:
    """Of the member's group, and of PostgreSQL's own children, which lead groups of their own."""
    group = group_of(member)
    found = {process.pid: process for process in group}
    for server in group:
        if server.name() == "postgres":
            found |= {child.pid: child for child in server.children()}
    return sum(_of_process(process) for process in found.values()) / MEGABYTE


def _of_process(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
