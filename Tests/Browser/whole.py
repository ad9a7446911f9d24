"""Posting a form in one piece, as a program does."""

import http.client
import uuid
from urllib.parse import quote_plus, urlencode, urlsplit

from walk import HEALTHY, LINES, NOTHING_WRONG


def good_fields(**more):
    answers = {"submission": str(uuid.uuid4())} | HEALTHY | LINES | NOTHING_WRONG | more
    return [(name, one) for name, value in answers.items() for one in (value if isinstance(value, list) else [value])]


def encoded(fields):
    return urlencode(fields, quote_via=quote_plus).encode()


def post(link, body):
    """Posts the form and returns the status; follows no redirect."""
    site = urlsplit(link)
    connection = http.client.HTTPConnection(site.hostname, site.port, timeout=30)
    try:
        connection.request("POST", site.path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()
