"""The simulated network: what answers a request, and after how long."""

import json
from http import HTTPStatus
from urllib.parse import urlsplit

TITLES = 10
POSTS = 3


class ConnectionFailed(Exception):
    """Nobody is there."""


class Answer:
    """What comes back."""

    def __init__(self, url, delay, status, body, kind):
        self.url, self.delay, self.status, self.body, self.kind = url, delay, status, body, kind

    @property
    def reason(self):
        try:
            return HTTPStatus(self.status).phrase
        except ValueError:
            return ""


def answer(url):
    """The answer to a request for `url`: by the first rule that fits."""
    url = str(url)
    parts = urlsplit(url)
    host = parts.hostname or ""
    steps = [step for step in parts.path.split("/") if step]
    is_json = host.startswith("api.") or "httpbin" in host
    if len(steps) >= 2 and steps[-2] == "delay" and is_number(steps[-1]):
        return Answer(url, float(steps[-1]), 200, as_text({"url": url}), "application/json")
    if len(steps) >= 2 and steps[-2] == "status" and steps[-1].isdigit():
        return Answer(url, 0.1, int(steps[-1]), "", "text/plain")
    if steps and steps[-1] == "nonexistent":
        return Answer(url, 0.1, 404, as_text({"url": url}), "application/json")
    if host.endswith(".invalid"):
        raise ConnectionFailed(host, 0.05)
    if is_json:
        return Answer(url, 0.2, 200, as_text(content(url, steps)), "application/json")
    path = parts.path or "/"
    page = f"<html><head><title>{path}</title></head><body><h1>{path}</h1></body></html>"
    return Answer(url, 0.2, 200, page, "text/html")


def is_number(text):
    try:
        return float(text) >= 0
    except ValueError:
        return False


def content(url, steps):
    """What an interface for programs says."""
    if steps == ["users"]:
        return {"users": [user(number) for number in range(1, TITLES + 1)]}
    if len(steps) == 2 and steps[0] == "users":
        return user(steps[1])
    if len(steps) == 3 and steps[0] == "users" and steps[2] == "posts":
        return [{"id": number, "title": f"Post {number}"} for number in range(1, POSTS + 1)]
    return {"url": url}


def user(number):
    if isinstance(number, str) and number.isdigit():
        number = int(number)
    return {"id": number, "name": f"User {number}"}


def as_text(value):
    return json.dumps(value)


def host_of(url):
    return urlsplit(str(url)).hostname or ""
