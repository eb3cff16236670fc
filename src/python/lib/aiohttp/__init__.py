"""aiohttp, as far as programs ask for pages with it: the network is simulated."""

import asyncio
import json as _json

import _network

__all__ = [
    "ClientConnectionError",
    "ClientConnectorError",
    "ClientError",
    "ClientResponse",
    "ClientResponseError",
    "ClientSession",
    "ClientTimeout",
    "ContentTypeError",
    "InvalidURL",
    "ServerTimeoutError",
    "TCPConnector",
]


class ClientError(Exception):
    """Whatever goes wrong with a request."""


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, host):
        super().__init__(f"Cannot connect to host {host}:443 ssl:default [Name or service not known]")
        self.host = host

    def __str__(self):
        return self.args[0]


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    pass


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    pass


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, status=0, message="", headers=None):
        super().__init__(request_info, history)
        self.request_info, self.history = request_info, history
        self.status, self.message, self.headers = status, message, headers

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={self.request_info!r}"


class ContentTypeError(ClientResponseError, ValueError):
    pass


class ClientTimeout:
    """How long a request may take, in seconds."""

    def __init__(
        self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5
    ):
        self.total, self.connect = total, connect
        self.sock_read, self.sock_connect = sock_read, sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return (
            f"ClientTimeout(total={self.total!r}, connect={self.connect!r}, "
            f"sock_read={self.sock_read!r}, sock_connect={self.sock_connect!r}, "
            f"ceil_threshold={self.ceil_threshold!r})"
        )


class TCPConnector:
    """How many requests may be on their way at once."""

    def __init__(self, *, limit=100, limit_per_host=0, **options):
        self.limit, self.limit_per_host = limit, limit_per_host
        self.closed = False

    async def close(self):
        self.closed = True


class BasicAuth(tuple):
    def __new__(cls, login, password="", encoding="latin1"):
        return super().__new__(cls, (login, password, encoding))


class StreamReader:
    """What came back, bit by bit."""

    def __init__(self, body):
        self._body = body

    def at_eof(self):
        return not self._body

    async def read(self, n=-1):
        n = len(self._body) if n < 0 else n
        read, self._body = self._body[:n], self._body[n:]
        return read

    async def readline(self):
        line, end, rest = self._body.partition(b"\n")
        self._body = rest
        return line + end

    async def iter_chunked(self, n):
        while chunk := await self.read(n):
            yield chunk

    async def iter_any(self):
        while chunk := await self.read():
            yield chunk

    async def __aiter__(self):
        while line := await self.readline():
            yield line


class ClientResponse:
    """What came back."""

    def __init__(self, method, answer):
        self.method = method
        self.url = answer.url
        self.status = answer.status
        self.reason = answer.reason
        self.content_type = answer.kind
        self.headers = _network.Headers(
            {
                "Content-Type": f"{answer.kind}; charset=utf-8",
                "Content-Length": str(len(answer.body.encode())),
            }
        )
        self.history = ()
        self.charset = "utf-8"
        self.cookies = {}
        self.closed = False
        self.content = StreamReader(answer.body.encode())
        self._body = answer.body

    @property
    def ok(self):
        return self.status < 400

    @property
    def content_length(self):
        return len(self._body.encode())

    async def read(self):
        return self._body.encode()

    async def text(self, encoding=None, errors="strict"):
        return self._body

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        if content_type is not None and self.content_type != content_type:
            raise ContentTypeError(
                self.url,
                (),
                status=self.status,
                message=(
                    f"Attempt to decode JSON with unexpected mimetype: "
                    f"{self.content_type}; charset=utf-8"
                ),
            )
        return loads(self._body) if self._body.strip() else None

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.url, (), status=self.status, message=self.reason)

    def release(self):
        self.closed = True

    close = release

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        pass

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"


class _Request:
    """A request, which can be awaited or entered."""

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *exception):
        pass


class ClientSession:
    """What requests are made with."""

    def __init__(
        self, base_url=None, *, connector=None, timeout=None, headers=None, raise_for_status=False, **options
    ):
        self._base_url = "" if base_url is None else str(base_url).rstrip("/")
        self._connector = TCPConnector() if connector is None else connector
        self._timeout = ClientTimeout(total=300) if timeout is None else timeout
        self._raise_for_status = raise_for_status
        self._places = None
        self.headers = {} if headers is None else dict(headers)
        self.closed = False

    @property
    def connector(self):
        return self._connector

    @property
    def timeout(self):
        return self._timeout

    def request(self, method, url, **options):
        return _Request(self._request(method, url, **options))

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def patch(self, url, **options):
        return self.request("PATCH", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    async def _request(self, method, url, *, timeout=None, raise_for_status=None, **options):
        if self.closed:
            raise RuntimeError("Session is closed")
        url = str(url)
        if not url.startswith(("http://", "https://")):
            if not self._base_url:
                raise InvalidURL(url)
            url = f"{self._base_url}/{url.lstrip('/')}"
        timeout = self._timeout if timeout is None else timeout
        seconds = getattr(timeout, "total", timeout)
        if getattr(timeout, "sock_read", None) is not None:
            seconds = min(timeout.sock_read, seconds or timeout.sock_read)
        if seconds is None or seconds <= 0:
            response = await self._answer(method, url)
        else:
            async with asyncio.timeout(seconds):
                response = await self._answer(method, url)
        if self._raise_for_status if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        return response

    async def _answer(self, method, url):
        if not self._connector.limit:
            return await _receive(method, url)
        if self._places is None:
            self._places = asyncio.Semaphore(self._connector.limit)
        async with self._places:
            return await _receive(method, url)

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.close()


async def _receive(method, url):
    try:
        answer = _network.answer(url)
    except _network.ConnectionFailed as failed:
        host, delay = failed.args
        await asyncio.sleep(delay)
        raise ClientConnectorError(host) from None
    await asyncio.sleep(answer.delay)
    return ClientResponse(method, answer)


def request(method, url, **options):
    return ClientSession().request(method, url, **options)
