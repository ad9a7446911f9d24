"""The client's side: opens the link and fills the form page by page, as a browser without script does."""

import http.client
import http.cookies
import pathlib
import sys
import urllib.parse
from html.parser import HTMLParser

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
from demo_answers import demo_answers


class Fields(HTMLParser):
    """The names of a page's fields, and the values of its hidden ones."""

    def __init__(self, page):
        super().__init__()
        self.names, self.hidden = set(), []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        field = dict(attributes)
        if tag in ("input", "select", "textarea", "button") and "name" in field:
            self.names.add(field["name"])
            if field.get("type") == "hidden":
                self.hidden.append((field["name"], field.get("value", "")))


def answers_with(**changes):
    """The demo's answers with some changed; in the names of `changes`, __ stands for the dot."""
    changed = {name.replace("__", "."): value for name, value in changes.items()}
    return [(name, changed.get(name, value)) for name, value in demo_answers()]


def fill(link, answers, pages=60):
    """Fills and sends the form, or stops after so many pages; returns the path of the last page."""
    address = urllib.parse.urlsplit(link)
    connection = http.client.HTTPConnection(address.netloc, timeout=20)
    cookies = http.cookies.SimpleCookie()

    def ask(method, path, fields=None):
        headers = {"Cookie": "; ".join(f"{name}={cookie.value}" for name, cookie in cookies.items())}
        if fields is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Sec-Fetch-Site": "same-origin",
                "Origin": f"{address.scheme}://{address.netloc}",
            }
        connection.request(method, path, urllib.parse.urlencode(fields) if fields is not None else None, headers)
        response = connection.getresponse()
        for cookie in response.headers.get_all("Set-Cookie", []):
            cookies.load(cookie)
        return response.status, response.headers.get("Location"), response.read().decode()

    path = address.path
    status, _, page = ask("GET", path)
    for _ in range(pages):
        assert status == 200, f"{path} answered {status}: {page[:500]}"
        if "/receipt" in path:
            return path
        fields = Fields(page)
        status, moved, page = ask(
            "POST", path, fields.hidden + [answer for answer in answers if answer[0] in fields.names]
        )
        if status == 303:
            path = urllib.parse.urlsplit(moved).path
            status, _, page = ask("GET", path)
    return path
