"""A database of this process alone, the demonstration market in it, static files as set-up makes
them, and the real web process and worker with `make up`'s own settings. Ends with its standard
input.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import redirect_stdout
from urllib.parse import quote, urlencode

import httpx
from django.conf import settings

from tijara.faces.cli import family
from tijara.faces.cli.site_files import build_site_files
from tijara.platform import places
from tijara.platform.postgres.testing import database_of_this_run

PATIENCE = 40.0
"""Seconds until the web process has to answer."""


def serve() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with redirect_stdout(sys.stderr):
        build_site_files()
    with database_of_this_run():
        environment = _environment()
        subprocess.run(family.tijara("demo"), env=environment, check=True, stdout=sys.stderr)
        commands = family.commands()
        web, worker = (
            subprocess.Popen(commands[member], env=environment, stdout=sys.stderr)
            for member in ("web", "worker")
        )
        try:
            address = f"http://127.0.0.1:{places.web_port()}"
            _wait_for(address, web)
            sys.stdout.write(f"{address} {environment['DATABASE_URL']}\n")
            sys.stdout.flush()
            sys.stdin.read()
        finally:
            for member in (web, worker):
                member.terminate()
                member.wait()


def _environment() -> dict[str, str]:
    os.environ["PORT"] = str(_free_port())
    return os.environ | {
        "DATABASE_URL": _database_url(),
    }


def _database_url() -> str:
    """The database that Django is pointed at, as an address for another process."""
    given = settings.DATABASES["default"]
    login = f"{quote(given['USER'])}:{quote(given.get('PASSWORD') or '', safe='')}"
    place = f"{quote(str(given['HOST']), safe='')}:{given.get('PORT') or ''}"
    options = urlencode(given.get("OPTIONS", {}))
    return f"postgresql://{login}@{place}/{quote(given['NAME'])}?{options}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str, web: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if web.poll() is not None:
            raise SystemExit(f"the web process ended with {web.returncode}")
        try:
            if httpx.get(f"{address}/health/ready", timeout=2).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise SystemExit("the web process doesn't answer")
