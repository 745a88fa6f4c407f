"""The person before the browser: opens the address that an app shows, signs in, agrees, and comes back to the app."""

import html
import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar, DefaultCookiePolicy

STEPS = 20


class _Stay(urllib.request.HTTPRedirectHandler):
    """Redirects are followed one by one below, where each address can be looked at."""

    def redirect_request(self, *_: object) -> None:
        return None


def visit(address: str, name: str = "pat", password: str = "pat") -> tuple[list[str], str]:
    """The addresses that the browser went to, the last of which is the app's, and the text that the app then shows."""
    # The cookies of a loopback address are sent back as to any other host.
    jar = CookieJar(DefaultCookiePolicy(strict_ns_domain=DefaultCookiePolicy.DomainLiberal))
    browser = urllib.request.build_opener(_Stay, urllib.request.HTTPCookieProcessor(jar))
    went: list[str] = []
    form: bytes | None = None
    for _ in range(STEPS):
        went.append(address)
        try:
            with browser.open(urllib.request.Request(address, form, {"Accept": "text/html"}), timeout=60) as answer:
                page, location = answer.read().decode(), None
        except urllib.error.HTTPError as error:
            page, location = error.read().decode(), error.headers.get("Location")
        if location:
            address, form = urllib.parse.urljoin(address, location), None
            continue
        found = re.search(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', page, re.S)
        if not found:
            return went, page
        address = urllib.parse.urljoin(address, html.unescape(found[1]))
        fields = {}
        for tag in re.findall(r"<(?:input|button)[^>]*>", found[2]):
            field = re.search(r'name="([^"]*)"', tag)
            value = re.search(r'value="([^"]*)"', tag)
            if field:
                fields[field[1]] = {"username": name, "password": password}.get(field[1], html.unescape(value[1]) if value else "")
        form = urllib.parse.urlencode(fields).encode()
    raise SystemExit(f"the browser goes in circles: {went[-3:]}")
