"""requests, as far as programs ask for pages with it: the network is simulated, and waiting for
it holds everything."""

import json as _json
import time

import _network


class RequestException(IOError):
    """Whatever goes wrong with a request."""


class ConnectionError(RequestException):
    pass


class HTTPError(RequestException):
    def __init__(self, message, response=None):
        super().__init__(message)
        self.response = response


class Timeout(RequestException):
    pass


class ConnectTimeout(ConnectionError, Timeout):
    pass


class ReadTimeout(Timeout):
    pass


class JSONDecodeError(RequestException, _json.JSONDecodeError):
    def __init__(self, error):
        _json.JSONDecodeError.__init__(self, error.msg, error.doc, error.pos)


class exceptions:
    """As `requests.exceptions`."""


for _exception in (
    RequestException,
    ConnectionError,
    HTTPError,
    Timeout,
    ConnectTimeout,
    ReadTimeout,
    JSONDecodeError,
):
    setattr(exceptions, _exception.__name__, _exception)


class Response:
    """What came back."""

    def __init__(self, answer):
        self.url = answer.url
        self.status_code = answer.status
        self.reason = answer.reason
        self.text = answer.body
        self.content = answer.body.encode()
        self.encoding = "utf-8"
        self.headers = _network.Headers({"Content-Type": f"{answer.kind}; charset=utf-8"})
        self.history = []
        from datetime import timedelta

        self.elapsed = timedelta(seconds=answer.delay)

    @property
    def ok(self):
        return self.status_code < 400

    def json(self, **options):
        try:
            return _json.loads(self.text, **options)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error) from None

    def raise_for_status(self):
        if not self.ok:
            who = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(
                f"{self.status_code} {who} Error: {self.reason} for url: {self.url}", response=self
            )

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        text = self.text if decode_unicode else self.content
        return iter(text.splitlines())

    def iter_content(self, chunk_size=1, decode_unicode=False):
        text = self.text if decode_unicode else self.content
        return (text[at : at + chunk_size] for at in range(0, len(text), chunk_size or 1))

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def __bool__(self):
        return self.ok

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


def request(method, url, *, timeout=None, **options):
    try:
        answer = _network.answer(url)
    except _network.ConnectionFailed as failed:
        host, delay = failed.args
        time.sleep(delay)
        raise ConnectionError(f"Failed to resolve {host!r} (Name or service not known)") from None
    limit = timeout[-1] if isinstance(timeout, tuple) else timeout
    if limit is not None and answer.delay > limit:
        time.sleep(limit)
        raise ReadTimeout(
            f"HTTPSConnectionPool(host={_network.host_of(url)!r}, port=443): "
            f"Read timed out. (read timeout={limit})"
        )
    time.sleep(answer.delay)
    return Response(answer)


def get(url, params=None, **options):
    return request("GET", url, **options)


def post(url, data=None, json=None, **options):
    return request("POST", url, **options)


def put(url, data=None, **options):
    return request("PUT", url, **options)


def patch(url, data=None, **options):
    return request("PATCH", url, **options)


def delete(url, **options):
    return request("DELETE", url, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    return request("HEAD", url, **options)


class codes:
    """Some status codes by their names."""

    ok = 200
    created = 201
    accepted = 202
    no_content = 204
    bad_request = 400
    unauthorized = 401
    forbidden = 403
    not_found = 404
    too_many_requests = 429
    internal_server_error = server_error = 500
    bad_gateway = 502
    service_unavailable = unavailable = 503


class Session:
    """What requests are made with."""

    def __init__(self):
        self.headers = {}

    request = staticmethod(request)
    get = staticmethod(get)
    post = staticmethod(post)
    put = staticmethod(put)
    patch = staticmethod(patch)
    delete = staticmethod(delete)
    head = staticmethod(head)
    options = staticmethod(options)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


session = Session
