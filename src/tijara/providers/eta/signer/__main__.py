"""The signer as a process: `python -m tijara.providers.eta.signer --key seal.p12 --port 20011`.

The password of the file is in TIJARA_ETA_SEAL_PASSWORD, so that it stands in no list of processes.
"""

import argparse
import os
import sys
from pathlib import Path

from tijara.platform.local_server import serve

from .seal import SealUnreadable, seal_of
from .server import Door


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    options = parser.parse_args()
    try:
        seal = seal_of(options.key.read_bytes(), os.environ.get("TIJARA_ETA_SEAL_PASSWORD", ""))
    except (OSError, SealUnreadable) as error:
        parser.error(str(error))
    door = Door(seal, options.port)
    until = seal.certificate.not_valid_after_utc
    sys.stdout.write(f"signs at {door.address}, until {until:%Y-%m-%d}\n")
    sys.stdout.flush()
    serve(door.server)


if __name__ == "__main__":
    main()
