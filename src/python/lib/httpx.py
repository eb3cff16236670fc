"""httpx, as far as programs ask for pages with it: the network is simulated."""

import asyncio
import json as _json
import time

import _network


class HTTPError(Exception):
    """Whatever goes wrong with a request."""


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class ConnectError(TransportError):
    pass


class TimeoutException(TransportError):
    pass


class ReadTimeout(TimeoutException):
    pass


class ConnectTimeout(TimeoutException):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self.request, self.response = request, response


class Timeout:
    def __init__(self, timeout=5.0, **options):
        self.read = options.get("read", timeout)


class Limits:
    def __init__(self, max_connections=None, max_keepalive_connections=None, **options):
        self.max_connections = max_connections


class Response:
    """What came back."""

    def __init__(self, answer):
        self.url = answer.url
        self.status_code = answer.status
        self.reason_phrase = answer.reason
        self.text = answer.body
        self.content = answer.body.encode()
        self.headers = {"content-type": f"{answer.kind}; charset=utf-8"}

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_error(self):
        return self.status_code >= 400

    def json(self, **options):
        return _json.loads(self.text, **options)

    def raise_for_status(self):
        if self.is_error:
            who = "Client" if self.status_code < 500 else "Server"
            raise HTTPStatusError(
                f"{who} error '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
                f"For more information check: "
                f"https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}",
                request=None,
                response=self,
            )
        return self

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


def _plan(url, timeout):
    """How long to wait, and what comes of it: a response, or an exception."""
    limit = timeout.read if isinstance(timeout, Timeout) else timeout
    try:
        answer = _network.answer(url)
    except _network.ConnectionFailed as failed:
        return failed.args[1], ConnectError("[Errno -2] Name or service not known")
    if limit is not None and answer.delay > limit:
        return limit, ReadTimeout("")
    return answer.delay, Response(answer)


class _Client:
    def __init__(self, *, base_url="", timeout=5.0, headers=None, limits=None, **options):
        self.base_url = str(base_url).rstrip("/")
        self.timeout = timeout
        self.headers = {} if headers is None else dict(headers)
        self.is_closed = False

    def _plan(self, url, timeout):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        url = str(url)
        if self.base_url and not url.startswith(("http://", "https://")):
            url = f"{self.base_url}/{url.lstrip('/')}"
        return _plan(url, self.timeout if timeout is None else timeout)


class Client(_Client):
    """What requests are made with that hold everything."""

    def request(self, method, url, *, timeout=None, **options):
        delay, outcome = self._plan(url, timeout)
        time.sleep(delay)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


class AsyncClient(_Client):
    """What requests are made with that give the loop back."""

    async def request(self, method, url, *, timeout=None, **options):
        delay, outcome = self._plan(url, timeout)
        await asyncio.sleep(delay)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def get(self, url, **options):
        return await self.request("GET", url, **options)

    async def post(self, url, **options):
        return await self.request("POST", url, **options)

    async def put(self, url, **options):
        return await self.request("PUT", url, **options)

    async def delete(self, url, **options):
        return await self.request("DELETE", url, **options)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.aclose()


def get(url, *, timeout=5.0, **options):
    return Client(timeout=timeout).get(url, **options)


def post(url, *, timeout=5.0, **options):
    return Client(timeout=timeout).post(url, **options)
