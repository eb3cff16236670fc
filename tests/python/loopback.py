"""Connections within the program: loopback in memory, a message takes 1 ms.

Connecting takes 1 ms, and so does each write and the end of what is written.
"""

import asyncio
import errno
import itertools

MESSAGE_S = 0.001

listening = {}
client_ports = itertools.count(50_000)


class Socket:
    """As much of a socket as programs ask for."""

    def __init__(self, address):
        self._address = address

    def getsockname(self):
        return self._address


class Server(asyncio.AbstractServer):
    """What listens at an address."""

    def __init__(self, loop, factory, address):
        self.factory = factory
        self.address = address
        self.sockets = (Socket(address),)
        self._loop = loop
        self._serving = None
        self._closed = loop.create_future()

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return listening.get(self.address) is self

    def close(self):
        if self.is_serving():
            del listening[self.address]
        self.sockets = ()
        if self._serving is not None and not self._serving.done():
            self._serving.cancel()
        if not self._closed.done():
            self._closed.set_result(None)

    async def start_serving(self):
        listening[self.address] = self

    async def serve_forever(self):
        self._serving = self._loop.create_future()
        try:
            await self._serving
        finally:
            self.close()

    async def wait_closed(self):
        await asyncio.shield(self._closed)


class End(asyncio.Transport):
    """One end of a connection."""

    def __init__(self, loop, protocol, name, peer_name):
        super().__init__({"sockname": name, "peername": peer_name, "socket": Socket(name)})
        self._loop = loop
        self.protocol = protocol
        self.peer = None
        self._is_closing = False
        self._is_ended = False
        self._is_lost = False

    def begin(self):
        self.protocol.connection_made(self)

    def write(self, data):
        if data and not self._is_closing:
            self._loop.call_later(MESSAGE_S, self.peer.receive, bytes(data))

    def receive(self, data):
        if not self._is_lost:
            self.protocol.data_received(data)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self._is_ended:
            self._is_ended = True
            self._loop.call_later(MESSAGE_S, self.peer.receive_eof)

    def receive_eof(self):
        if not self._is_lost and not self.protocol.eof_received():
            self.close()

    def is_closing(self):
        return self._is_closing

    def close(self):
        if not self._is_closing:
            self._is_closing = True
            self.write_eof()
            self._loop.call_soon(self._lose)

    abort = close

    def _lose(self):
        self._is_lost = True
        self.protocol.connection_lost(None)

    def set_protocol(self, protocol):
        self.protocol = protocol

    def get_protocol(self):
        return self.protocol

    def get_write_buffer_size(self):
        return 0

    def pause_reading(self):
        pass

    def resume_reading(self):
        pass


def address_of(host, port):
    """The address that a server is found at."""
    return ("127.0.0.1" if host in (None, "", "localhost", "0.0.0.0") else host, port)


def listen(loop, factory, host, port):
    """Listen at an address."""
    server = Server(loop, factory, address_of(host, port or next(client_ports)))
    if server.address in listening:
        message = f"error while attempting to bind on address {server.address!r}: "
        raise OSError(errno.EADDRINUSE, message + "address already in use")
    listening[server.address] = server
    return server


async def connect(loop, factory, host, port):
    """Connect to what listens at an address."""
    address = address_of(host, port)
    await asyncio.sleep(MESSAGE_S)
    server = listening.get(address)
    if server is None:
        raise ConnectionRefusedError(
            errno.ECONNREFUSED, f"Connect call failed {address!r}"
        )
    own_address = ("127.0.0.1", next(client_ports))
    protocol = factory()
    client = End(loop, protocol, own_address, address)
    other = End(loop, server.factory(), address, own_address)
    client.peer, other.peer = other, client
    other.begin()
    client.begin()
    return client, protocol
