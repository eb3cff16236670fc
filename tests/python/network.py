"""The simulated network: answers by rule, nothing leaves the program."""

import http
import urllib.parse


def reason(status: int) -> str:
    """What a status means."""
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return ""


def answer_to(url: str) -> tuple[float, int | None, object]:
    """After how long, with what status (none: no connection), and what the answer is."""
    parts = urllib.parse.urlsplit(url)
    path = [part for part in parts.path.split("/") if part]
    host = parts.hostname or ""
    if len(path) > 1 and path[-2] == "delay":
        return float(path[-1]), 200, {"url": url}
    if len(path) > 1 and path[-2] == "status":
        return 0.1, int(path[-1]), ""
    if path and path[-1] == "nonexistent":
        return 0.1, 404, {"url": url}
    if host.endswith(".invalid"):
        return 0.05, None, ""
    if host.startswith("api.") or "httpbin" in host:
        return 0.2, 200, json_for(url, path)
    page = parts.path
    body = f"<html><head><title>{page}</title></head><body><h1>{page}</h1></body></html>"
    return 0.2, 200, body


def json_for(url, path):
    """What an API answers."""
    match path:
        case [*_, "users"]:
            return {"users": [{"id": id, "name": f"User {id}"} for id in range(1, 11)]}
        case [*_, "users", user]:
            return {"id": int(user) if user.isdigit() else user, "name": f"User {user}"}
        case [*_, "users", _, "posts"]:
            return [{"id": id, "title": f"Post {id}"} for id in range(1, 4)]
    return {"url": url}
