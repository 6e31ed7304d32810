"""The processes of the family and what is prepared before they start."""

import os

from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.far_authorities import keep_far
from tijara.faces.cli.preparedness import is_prepared
from tijara.faces.cli.terminal import BEGAN, began
from tijara.platform import places
from tijara.platform.printed_link import printed_link
from tijara.platform.supervisor.supervisor import python

GRANIAN = [
    "--interface", "asgi", "--http", "1", "--no-ws", "--runtime-threads", "1",
    "--loop", "asyncio", "--no-log", "--workers-kill-timeout", "5s", "--backlog", "1024",
]  # fmt: skip


RUNS = "TIJARA_RUNS"
MEMBERS = ("web", "worker")
WEB_PROCESSES = "TIJARA_WEB_PROCESSES"
MOST_PROCESSES = 64


class NotOfTheFamily(ValueError):
    """Somebody is to run whom nobody knows, or as many as nobody can count."""


def runs() -> list[str]:
    """Who of the family runs on this machine: all, where `TIJARA_RUNS` doesn't say."""
    named = os.environ.get(RUNS, ",".join(MEMBERS)).split(",")
    wanted = [name.strip() for name in named if name.strip()]
    if not wanted or set(wanted) - set(MEMBERS):
        raise NotOfTheFamily(
            f"{RUNS} may name {' and '.join(MEMBERS)}; it says {','.join(named)!r}"
        )
    return wanted


def web_processes() -> int:
    """One, where `TIJARA_WEB_PROCESSES` doesn't say: each holds a core."""
    told = os.environ.get(WEB_PROCESSES, "1")
    if not told.isdecimal() or not 1 <= int(told) <= MOST_PROCESSES:
        raise NotOfTheFamily(f"{WEB_PROCESSES} is 1 to {MOST_PROCESSES}; it says {told!r}")
    return int(told)


def commands() -> dict[str, list[str]]:
    host = os.environ.get("TIJARA_BIND", "127.0.0.1")
    place = ["--host", host, "--port", str(places.web_port())]
    many = web_processes()
    workers = ["--workers", str(many), *(["--respawn-failed-workers"] if many > 1 else [])]
    members = {
        "web": python(
            "-m", "granian", *GRANIAN, *workers, *place, "tijara.project.asgi:application"
        ),
        "worker": tijara("work"),
    }
    family = {name: members[name] for name in MEMBERS if name in runs()}
    keep_far(os.environ)
    if gateway_simulator.take_over(os.environ):
        family[gateway_simulator.NAME] = gateway_simulator.command()
    return family


def environment() -> dict[str, str]:
    """Progress counts from here, also in the processes that come of this one."""
    return os.environ | {"PYTHONUNBUFFERED": "1", BEGAN: str(began())}


def preparations() -> list[tuple[str, list[str]]]:
    if is_prepared() and not printed_link():
        return []
    return [("looking after site files and schema", tijara("prepare"))]


def tijara(*words: str) -> list[str]:
    return python("-m", "tijara.faces.cli.main", *words)
