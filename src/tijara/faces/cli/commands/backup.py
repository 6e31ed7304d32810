"""Write the database, the uploaded files and the key into one file; the market goes on selling."""

import argparse
from pathlib import Path

from tijara.faces.cli.terminal import progress, warn
from tijara.kit.clock import now
from tijara.platform import places
from tijara.platform.archives import backup_to
from tijara.platform.postgres.dumps import DumpFailed


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, help="by default in the data folder")


def run(options: argparse.Namespace) -> int:
    file = options.file or places.data() / "backups" / f"tijara-{now():%Y%m%d-%H%M%S}.tar"
    try:
        size = backup_to(file.resolve())
    except DumpFailed as failure:
        warn(str(failure))
        return 1
    progress(f"{file}: {size / 1024 / 1024:.1f} MB; it holds secrets, keep it safe")
    return 0
