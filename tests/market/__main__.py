"""A served market for tests that use a browser: the whole family of `make up`, with the gateway's
simulator, in a data folder of its own. `python -m tests.market` prints its address and that
folder, and ends with its standard input; `python -m tests.market FOLDER` tells them there, and
ends when nobody holds that folder any more (`shared.py`).
"""

import signal
import sys
from pathlib import Path

from tests.market.shared import tell
from tijara.faces.cli.bench.market import running
from tijara.platform import places

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with running() as market:
        told = f"http://127.0.0.1:{market.port} {places.data()}\n"
        if sys.argv[1:]:
            tell(Path(sys.argv[1]), told)
        else:
            sys.stdout.write(told)
            sys.stdout.flush()
            sys.stdin.read()
