"""The client at the other end: opens the link and fills the form page by page, as a browser without script does."""

import datetime
import http.client
import http.cookies
import pathlib
import urllib.parse
from html.parser import HTMLParser

ANSWERS = pathlib.Path(__file__).parents[2] / "deploy" / "demo" / "answers.txt"


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


def demo_answers(**changes):
    """Fields and values of the demo's Ana; names in `changes` have __ for the point."""
    today = datetime.datetime.now(datetime.UTC).date()
    text = ANSWERS.read_text()
    for place, value in {"@TODAY": today, "@DAY": today.day, "@MONTH": today.month, "@YEAR": today.year}.items():
        text = text.replace(place, str(value))
    answers = [tuple(line.split("=", 1)) for line in text.splitlines() if "=" in line]
    changed = {name.replace("__", "."): value for name, value in changes.items()}
    return [(name, changed.get(name, value)) for name, value in answers]


def fill(link, answers, pages=60):
    """Sends the form, or leaves it after so many pages; returns the path that the client is at then."""
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
