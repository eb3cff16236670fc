"""The simulated network: what answers a request, and after how long."""

import json
import re
from http import HTTPStatus
from urllib.parse import urlsplit

TITLES = 10
POSTS = 3

# A part of a path that is a number.
NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?)"


class ConnectionFailed(Exception):
    """Nobody is there."""


class Headers(dict):
    """Headers, which are found by their names in capitals or small."""

    def _name(self, name):
        wanted = name.lower()
        return next((each for each in self if each.lower() == wanted), name)

    def __getitem__(self, name):
        return super().__getitem__(self._name(name))

    def __contains__(self, name):
        return super().__contains__(self._name(name))

    def get(self, name, default=None):
        return super().get(self._name(name), default)


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


class Rule:
    """Which URLs are answered, after how long, and with what. In its JSON the names are those of
    `run::World`."""

    def __init__(self, rule):
        host, slash, path = rule["url"].partition("/")
        self._has_path = bool(slash)
        steps = [NUMBER if step == "N" else as_pattern(step) for step in path.split("/") if step]
        pattern = "/".join([as_pattern(host.lower() or "*"), *steps])
        self._pattern = re.compile(pattern, re.DOTALL)
        self._after, self._answer = rule["after"], rule["answer"]

    def answer(self, url, host, steps):
        """The answer to a request; None where this rule does not fit."""
        asked = "/".join([host, *steps]) if self._has_path else host
        fits = self._pattern.fullmatch(asked)
        if fits is None:
            return None
        number = float(fits["number"]) if "number" in fits.groupdict() else 0.0
        seconds = number if self._after == "Number" else self._after["Us"] / 1_000_000
        if self._answer == "NoConnection":
            raise ConnectionFailed(host, seconds)
        status, body = self._answer["Response"]["status"], self._answer["Response"]["body"]
        status = int(number) if status == "Number" else status["Is"]
        return Answer(url, seconds, status, *BODIES[body](url, host, steps))


def as_pattern(text):
    """A regular expression for a text in which `*` is anything."""
    return ".*".join(map(re.escape, text.split("*")))


def as_json(url, host, steps):
    return json.dumps(content(url, steps)), "application/json"


def as_html(url, host, steps):
    path = urlsplit(url).path or "/"
    page = f"<html><head><title>{path}</title></head><body><h1>{path}</h1></body></html>"
    return page, "text/html"


def by_host(url, host, steps):
    is_json = host.startswith("api.") or "httpbin" in host
    return (as_json if is_json else as_html)(url, host, steps)


def empty(url, host, steps):
    return "", "text/plain"


BODIES = {"ByHost": by_host, "Json": as_json, "Html": as_html, "Empty": empty}

# The user's, for each run.
rules = []


def answer(url):
    """The answer to a request for `url`: by the first rule that fits. Where none does, nobody is
    there."""
    url = str(url)
    parts = urlsplit(url)
    host = parts.hostname or ""
    steps = [step for step in parts.path.split("/") if step]
    for rule in rules:
        answer = rule.answer(url, host, steps)
        if answer is not None:
            return answer
    raise ConnectionFailed(host, 0.0)


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


def host_of(url):
    return urlsplit(str(url)).hostname or ""
