"""Bring a backup back. Everything must be stopped; --replace where there is data already."""

import argparse
from pathlib import Path

from tijara.faces.cli.preparedness import forget_prepared
from tijara.faces.cli.terminal import progress, warn
from tijara.platform.archives import NotABackup, restore_from
from tijara.platform.postgres.dumps import DatabaseInUse, DumpFailed
from tijara.platform.supervisor import record as records


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--replace", action="store_true", help="give up the data that is there")


def run(options: argparse.Namespace) -> int:
    if records.running_record() is not None:
        warn("the market is running: `tijara down` first")
        return 1
    try:
        about = restore_from(options.file.resolve(), replace=options.replace)
    except NotABackup:
        warn(f"{options.file} is not a backup of Tijara")
        return 1
    except DatabaseInUse:
        warn("the database holds data: --replace gives it up (on a server of your own, empty it)")
        return 1
    except DumpFailed as failure:
        warn(str(failure))
        return 1
    forget_prepared()
    progress(f"restored the state of {about['made_at']}; `tijara up` serves it")
    return 0
