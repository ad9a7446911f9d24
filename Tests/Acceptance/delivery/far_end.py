"""The far end of a mail: takes it, refuses it, puts it off, is slow, or drops the line after it took it.

usage: far_end.py PORT FOLDER     FOLDER/manner says how it behaves; each mail taken is a file there
"""

import asyncio
import pathlib
import sys
import uuid

from aiosmtpd.controller import Controller

FOLDER = pathlib.Path(sys.argv[2])


class Manners:
    async def handle_RCPT(self, server, session, envelope, address, options):
        match (FOLDER / "manner").read_text():
            case "refuses":
                return "550 5.1.1 no such address"
            case "puts off":
                return "451 4.3.0 later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        manner = (FOLDER / "manner").read_text()
        if manner == "is slow":
            await asyncio.sleep(2)
        (FOLDER / f"{uuid.uuid4()}.eml").write_bytes(envelope.content)
        if manner == "drops":
            server.transport.abort()
        return "250 OK"


Controller(Manners(), hostname="127.0.0.1", port=int(sys.argv[1])).start()
print("ready", flush=True)
sys.stdin.read()
