"""Connections in memory: what `asyncio.start_server` and `asyncio.open_connection` get. A message
takes 1 ms."""

import errno
import itertools

from . import events
from . import transports

SECONDS = 0.001

# The servers of the program that runs, by their ports.
servers = {}
_ports = itertools.count(49152)


def begin():
    """A program begins: nobody listens."""
    global _ports
    servers.clear()
    _ports = itertools.count(49152)


class _Address:
    """As much of a socket as says where it is."""

    def __init__(self, here, there=None):
        self._here, self._there = here, there

    def getsockname(self):
        return self._here

    def getpeername(self):
        return self._there


class LoopbackTransport(transports.Transport):
    """One end of a connection."""

    def __init__(self, loop, protocol, here, there):
        socket = _Address(here, there)
        super().__init__({"sockname": here, "peername": there, "socket": socket})
        self._loop, self._protocol = loop, protocol
        self._peer = None
        self._closing = self._ended = self._paused = False
        self._waiting = []

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._paused and not self._closing

    def pause_reading(self):
        self._paused = True

    def resume_reading(self):
        self._paused = False
        waiting, self._waiting = self._waiting, []
        for receive, *args in waiting:
            receive(*args)

    def get_write_buffer_size(self):
        return 0

    def set_write_buffer_limits(self, high=None, low=None):
        pass

    def write(self, data):
        if self._ended or self._closing or not data:
            return
        self._loop.call_later(SECONDS, self._peer._receive, bytes(data))

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self._ended:
            self._ended = True
            self._loop.call_later(SECONDS, self._peer._receive_eof)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop.call_soon(self._protocol.connection_lost, None)
        self._loop.call_later(SECONDS, self._peer._receive_end)

    abort = close

    def _receive(self, data):
        if self._paused:
            self._waiting.append((self._receive, data))
        elif not self._closing:
            self._protocol.data_received(data)

    def _receive_eof(self):
        if self._paused:
            self._waiting.append((self._receive_eof,))
        elif not self._closing and not self._protocol.eof_received():
            self.close()

    def _receive_end(self):
        if not self._closing:
            self._receive_eof()


class LoopbackServer(events.AbstractServer):
    """Who listens at a port."""

    def __init__(self, loop, protocol_factory, host, port):
        self._loop, self._protocol_factory = loop, protocol_factory
        self._address = (host or "127.0.0.1", port)
        self._serving = False
        self._closed = None

    @property
    def sockets(self):
        return (_Address(self._address),) if self._serving else ()

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    async def start_serving(self):
        self._listen()

    def _listen(self):
        port = self._address[1]
        if servers.get(port) not in (None, self):
            raise OSError(
                errno.EADDRINUSE,
                f"error while attempting to bind on address {self._address!r}: "
                f"[errno {errno.EADDRINUSE}] address already in use",
            )
        servers[port] = self
        self._serving = True

    def close(self):
        if self._serving:
            self._serving = False
            del servers[self._address[1]]
        if self._closed is not None and not self._closed.done():
            self._closed.set_result(None)

    close_clients = abort_clients = lambda self: None

    async def wait_closed(self):
        pass

    async def serve_forever(self):
        if self._closed is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        self._listen()
        self._closed = self._loop.create_future()
        try:
            await self._closed
        finally:
            self.close()


async def create_server(loop, protocol_factory, host=None, port=None, *, start_serving=True, **options):
    port = port or next(_ports)
    host = host[0] if isinstance(host, (list, tuple)) else host
    server = LoopbackServer(loop, protocol_factory, host, port)
    if start_serving:
        server._listen()
    return server


async def create_connection(loop, protocol_factory, host=None, port=None, **options):
    from .tasks import sleep

    await sleep(SECONDS)
    server = servers.get(port)
    if server is None:
        raise ConnectionRefusedError(
            errno.ECONNREFUSED, f"Connect call failed ({host or '127.0.0.1'!r}, {port})"
        )
    here = ("127.0.0.1", next(_ports))
    protocol = protocol_factory()
    other = server._protocol_factory()
    transport = LoopbackTransport(loop, protocol, here, server._address)
    peer = LoopbackTransport(server._loop, other, server._address, here)
    transport._peer, peer._peer = peer, transport
    other.connection_made(peer)
    protocol.connection_made(transport)
    return transport, protocol
