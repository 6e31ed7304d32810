"""Memory of the family: proportional set size, in which shared pages are counted once."""

import psutil

from .leftovers import group_of
from .record import Member, Record

MEGABYTE = 1024 * 1024


def of_family(record: Record) -> float:
    """Megabytes of the supervisor and all members with their children."""
    return sum(of_group(member) for member in [record.supervisor, *record.members.values()])


def of_group(member: Member) -> float:
    return sum(_of_process(process) for process in family_of(member)) / MEGABYTE


def family_of(member: Member) -> list[psutil.Process]:
    """The processes of the member's group; PostgreSQL's own children lead groups of their own."""
    found = {process.pid: process for process in group_of(member)}
    for process in list(found.values()):
        try:
            for child in process.children(recursive=True):
                if child.pid not in found and _is_postgres(child):
                    found[child.pid] = child
        except psutil.NoSuchProcess:
            continue
    return list(found.values())


def _is_postgres(process: psutil.Process) -> bool:
    try:
        return process.name().startswith("postgres")
    except psutil.NoSuchProcess:
        return False


def _of_process(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
