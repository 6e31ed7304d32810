"""No committed file knows the machine it was written on: no lock files, registries, home paths."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlparse

from tools.house import Fault, House

LOCK_FILES = frozenset(
    {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", "package-lock.json", "yarn.lock"}
    | {"pnpm-lock.yaml", "npm-shrinkwrap.json", "bun.lockb"}
)
REGISTRY_LINE = re.compile(r"^\s*(--(extra-)?index-url|--find-links|registry\s*=)", re.M)


def faults(house: House, traces: Iterable[str]) -> Iterator[Fault]:
    """`traces`: strings that give this machine away (see `traces_of_this_machine`)."""
    for source in house.committed():
        if source.path.name in LOCK_FILES:
            yield source.fault(1, "a lock file records where packages came from")
        if REGISTRY_LINE.search(source.text):
            yield source.fault(1, "names a package registry")
        for trace in traces:
            place = source.text.find(trace)
            if place >= 0:
                line = source.text.count("\n", 0, place) + 1
                yield source.fault(line, f"knows this machine: {trace}")


def traces_of_this_machine(house: House) -> set[str]:
    """The checkout's path, the home folder, and the hosts of registries that are set up here."""
    paths = {str(house.root.resolve()), str(Path.home())} - {"/root", "/"}
    return paths | (_registry_hosts() - {""})


def _registry_hosts() -> set[str]:
    settings = [value for name, value in os.environ.items() if name.endswith("INDEX_URL")]
    for command in (["pip", "config", "list"], ["npm", "config", "get", "registry"]):
        settings += _output(command).split("'") + [_output(command).strip()]
    return {urlparse(setting).hostname or "" for setting in settings if "://" in setting}


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return ""
