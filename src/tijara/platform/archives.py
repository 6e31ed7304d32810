"""A backup: one tar file with the database, the uploaded files and the installation's key."""

import io
import json
import os
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

from tijara.kit.clock import now
from tijara.platform import places
from tijara.platform.postgres import dumps

ABOUT, DATABASE, KEY, FILES = "about.json", "database.dump", "secret_key", "files"
FORM = 1


class NotABackup(ValueError):
    """The file is no backup, or one that this version does not understand."""


def backup_to(file: Path) -> int:
    """Write the backup, readable by its owner only; its size in bytes."""
    places.made(file.parent)
    unfinished = file.with_name(f"{file.name}.unfinished")
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        dump = Path(folder) / DATABASE
        dumps.dump(dump)
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as raw, tarfile.open(fileobj=raw, mode="w") as archive:
            _add_text(archive, ABOUT, json.dumps(_about()))
            archive.add(dump, DATABASE)
            for name in (KEY, FILES):
                if (places.data() / name).exists():
                    archive.add(places.data() / name, name)
    unfinished.replace(file)
    return file.stat().st_size


def restore_from(file: Path, *, replace: bool) -> dict:
    """Bring the backup back; what it tells about itself."""
    with tempfile.TemporaryDirectory(dir=places.made(places.data())) as folder:
        try:
            with tarfile.open(file, mode="r:") as archive:
                archive.extractall(folder, filter="data")
            about = json.loads((Path(folder) / ABOUT).read_text())
        except (tarfile.TarError, OSError, ValueError) as error:
            raise NotABackup(str(file)) from error
        if about.get("form") != FORM:
            raise NotABackup(str(file))
        dumps.restore(Path(folder) / DATABASE, replace=replace)
        _bring_back(Path(folder))
    return about


def _bring_back(folder: Path) -> None:
    if (folder / KEY).exists():
        (folder / KEY).chmod(0o600)
        (folder / KEY).replace(places.data() / KEY)
    if (folder / FILES).exists():
        kept = places.data() / FILES
        if kept.exists():
            kept.rename(kept.with_name(f"{FILES}.before-{now():%Y%m%d-%H%M%S}"))
        (folder / FILES).rename(kept)


def _about() -> dict:
    return {"form": FORM, "version": version("tijara"), "made_at": now().isoformat()}


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(text.encode())
    entry.mode = 0o600
    archive.addfile(entry, io.BytesIO(text.encode()))
