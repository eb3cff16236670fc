"""A page has no sockets. These are the names that asyncio and others look up."""

import enum

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_REUSEPORT, SO_KEEPALIVE, SO_BROADCAST = 1, 2, 15, 9, 6
IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPV6_V6ONLY, TCP_NODELAY = 6, 17, 41, 26, 1
AI_PASSIVE = 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
has_ipv6 = False

error = OSError
timeout = TimeoutError


class gaierror(OSError):
    """An address that cannot be found."""


class herror(OSError):
    """An address that cannot be found."""


class AddressFamily(enum.IntEnum):
    AF_UNSPEC = 0
    AF_INET = 2
    AF_INET6 = 10


class socket:
    """What cannot be had in a page."""

    def __init__(self, *args, **kwargs):
        raise OSError(
            "a page has no sockets: asyncio.open_connection and asyncio.start_server "
            "are simulated, and so are aiohttp, httpx and requests"
        )


def create_connection(*args, **kwargs):
    return socket()


def getaddrinfo(host, port, *args, **kwargs):
    raise gaierror(-2, "Name or service not known")


def getnameinfo(address, flags):
    raise gaierror(-2, "Name or service not known")


def gethostname():
    return "localhost"
