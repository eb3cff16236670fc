"""Stands in for `aiohttp`: answers by rule, nothing leaves the program."""

import asyncio
import json as json_module
import urllib.parse

from network import answer_to, reason


class ClientError(Exception):
    """Whatever goes wrong with a request."""


class ClientConnectionError(ClientError):
    """The host can't be reached."""


class ClientResponseError(ClientError):
    """An answer that is an error."""

    def __init__(self, status, message, url):
        super().__init__(f"{status}, message={message!r}, url={url!r}")
        self.status = status
        self.message = message


class ClientTimeout:
    """How long a request may take."""

    def __init__(self, total=None, **_others):
        self.total = total


class ClientResponse:
    """An answer."""

    def __init__(self, url, status, body):
        self.url = url
        self.status = status
        self.reason = reason(status)
        self.ok = status < 400
        self._body = body

    async def text(self):
        return self._body if isinstance(self._body, str) else json_module.dumps(self._body)

    async def read(self):
        return (await self.text()).encode()

    async def json(self):
        return json_module.loads(await self.text())

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.status, self.reason, self.url)

    def release(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        pass


class Request:
    """A request, to be awaited or entered."""

    def __init__(self, url, timeout):
        self._url = url
        self._timeout = getattr(timeout, "total", timeout)

    async def _send(self):
        after, status, body = answer_to(self._url)
        async with asyncio.timeout(self._timeout):
            await asyncio.sleep(after)
        if status is None:
            host = urllib.parse.urlsplit(self._url).hostname
            raise ClientConnectionError(f"Cannot connect to host {host}")
        return ClientResponse(self._url, status, body)

    def __await__(self):
        return self._send().__await__()

    async def __aenter__(self):
        return await self._send()

    async def __aexit__(self, *_):
        pass


class ClientSession:
    """What requests are made with."""

    def __init__(self, base_url="", *, timeout=None, **_others):
        self._base = base_url
        self._timeout = timeout
        self.closed = False

    def request(self, _method, url, *, timeout=None, **_others):
        return Request(self._base + url, timeout or self._timeout)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()
