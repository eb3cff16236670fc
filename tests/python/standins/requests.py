"""Stands in for `requests`: whoever asks is held until the answer is there."""

import json as json_module
import time
import types
import urllib.parse

from network import answer_to, reason


class RequestException(OSError):
    """Whatever goes wrong with a request."""


class ConnectionError(RequestException):
    """The host can't be reached."""


class HTTPError(RequestException):
    """An answer that is an error."""


class Timeout(RequestException):
    """The answer took too long."""


exceptions = types.SimpleNamespace(
    RequestException=RequestException,
    ConnectionError=ConnectionError,
    HTTPError=HTTPError,
    Timeout=Timeout,
)


class Response:
    """An answer."""

    def __init__(self, url, status, body):
        self.url = url
        self.status_code = status
        self.reason = reason(status)
        self.ok = status < 400
        self.text = body if isinstance(body, str) else json_module.dumps(body)
        self.content = self.text.encode()

    def json(self):
        return json_module.loads(self.text)

    def raise_for_status(self):
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(
                f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}"
            )


def request(_method, url, *, timeout=None, **_others):
    """Ask, and be held until the answer is there."""
    after, status, body = answer_to(url)
    if timeout is not None and timeout < after:
        time.sleep(timeout)
        raise Timeout(f"Read timed out. (read timeout={timeout})")
    time.sleep(after)
    if status is None:
        raise ConnectionError(f"Cannot connect to host {urllib.parse.urlsplit(url).hostname}")
    return Response(url, status, body)


def get(url, **options):
    return request("GET", url, **options)


def post(url, **options):
    return request("POST", url, **options)


class Session:
    """What requests are made with."""

    def get(self, url, **options):
        return request("GET", url, **options)

    def post(self, url, **options):
        return request("POST", url, **options)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass
