"""The demonstration market for tests that look at all of it: loaded once, then copied."""

import hashlib
import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

from tijara.domains.catalogue.queries import forget_categories
from tijara.domains.markets.queries import forget_markets
from tijara.domains.stores.queries import forget_stores
from tijara.faces.cli import gateway_simulator
from tijara.faces.cli.bench.market import free_port
from tijara.faces.cli.commands import demo
from tijara.kit.clock import now
from tijara.platform import places
from tijara.platform.postgres.testing import copy_of
from tijara.platform.providers import connected

SAID = "said.txt"
SOURCES = ("*.py", "*.sql", "*.toml", "*.txt", "*.html", "*.mo")
"""What the market is made of: when one of these changes it is loaded anew."""


@contextmanager
def demonstration(folder: Path) -> Iterator[str]:
    """Stand in a copy of a database in which the market was loaded as a family loads it, the
    gateway's simulator included, with a copy of its files; what the loading has said."""
    key = sources_key()
    kept = places.data() / "demonstration-of-tests" / key
    with copy_of("demonstration", key, lambda: _load(kept, folder)):
        forget_what_stands()
        files = shutil.copytree(kept / "files", folder / "files")
        with override_settings(MEDIA_ROOT=files):
            yield (kept / SAID).read_text(encoding="utf-8")
    forget_what_stands()


@contextmanager
def played_gateway(folder: Path) -> Iterator[None]:
    """The surroundings in which a family loads its market."""
    with pytest.MonkeyPatch.context() as patch:
        for name in gateway_simulator.SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("TIJARA_DATA", str(folder))
        patch.setenv("PORT", str(free_port()))
        patch.setenv("TIJARA_DEMONSTRATION", "1")
        given = dict(os.environ)
        assert gateway_simulator.take_over(given)
        for name in filter(given.get, gateway_simulator.SETTINGS):
            patch.setenv(name, given[name])
        connected.cache_clear()
        yield
    connected.cache_clear()


def forget_what_stands() -> None:
    for forget in (forget_categories, forget_markets, forget_stores):
        forget()


def _load(kept: Path, folder: Path) -> None:
    shutil.rmtree(places.made(kept.parent))
    said = io.StringIO()
    media = override_settings(MEDIA_ROOT=places.made(kept / "files"))
    with played_gateway(folder / "gateway"), media, redirect_stdout(said):
        forget_what_stands()
        demo.run(None)
    (kept / SAID).write_text(said.getvalue(), encoding="utf-8")


def sources_key() -> str:
    """Of what a world is made by. It tells of its last days, so it is made anew each day."""
    digest = hashlib.sha256(f"{now().date()} {settings.SECRET_KEY}".encode())
    root = Path(__file__).resolve().parents[3]
    for pattern in SOURCES:
        for file in sorted(path for path in root.rglob(pattern) if "tests" not in path.parts):
            digest.update(f"{file} ".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
