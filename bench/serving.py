"""A server of a benchmark in a process of its own, so that what it costs is not counted with what is measured."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web


def run_forever(app: web.Application) -> None:
    """Serve on loopback until killed; the port is printed first."""

    async def run() -> None:
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        print(runner.addresses[0][1], flush=True)
        await asyncio.Event().wait()

    asyncio.run(run())


@contextmanager
def serving(*call: str) -> Iterator[int]:
    """The server that a script with these arguments runs, until the end of the block; its port."""
    with subprocess.Popen([sys.executable, *call], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()
