"""One request over HTTPS, with limits: what a court's server may do and what it may not.

Only https, also after a redirect; a page of words, a slow trickle or an endless
stream is not a form. Plain http is for tests, on this computer alone.
"""

from __future__ import annotations

import contextlib
import http.client
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from kit.findings import Stopped, stop

AGENT = "escalation-kit (a person fetches one court form)"
CHUNK = 65_536
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
WHOLE, PARTIAL, GONE_PAST, FAULT = 200, 206, 416, 300
SENT_ON = frozenset({301, 302, 303, 307, 308})
_TITLE = re.compile(rb"<title[^>]*>(.{0,200}?)</title", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html|<head|<\?xml)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long; a court form has some hundred kilobytes."""

    bytes: int = 30_000_000
    seconds: float = 120.0  # for the whole download
    silent_seconds: float = 20.0  # without a byte
    redirects: int = 5
    local_http: bool = False  # plain http to this computer, for tests


@dataclass(slots=True)
class Answer:
    """A server's answer, its body not read yet."""

    status: int
    headers: Message
    url: str
    body: Any
    until: float
    limits: Limits
    hosts: tuple[str, ...] = ()

    def chunks(self, already: int = 0) -> Iterator[bytes]:
        """Yield the body; raises `Stopped` where it is too long, too slow or breaks off."""
        read, length = 0, _count(self.headers.get("Content-Length"))
        if length is not None and already + length > self.limits.bytes:
            raise refuse("K564", f"the file has {_mb(already + length)}, more than {_mb(self.limits.bytes)}")
        while chunk := self._next():
            read += len(chunk)
            if already + read > self.limits.bytes:
                raise refuse("K564", f"the file has more than {_mb(self.limits.bytes)}")
            yield chunk
        if length is not None and read < length:
            raise refuse("K563", f"the download broke off after {already + read:,} of {already + length:,} bytes")

    def _next(self) -> bytes:
        if time.monotonic() > self.until:
            raise too_slow(self.limits.seconds)
        try:
            data: bytes = self.body.read1(CHUNK)
        except TimeoutError:
            raise too_slow(self.limits.silent_seconds) from None
        except (http.client.HTTPException, OSError) as err:
            raise refuse("K563", f"the download broke off ({_reason(err)})") from None
        return data


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves every redirect to us: the library would follow one to plain http, and read its body to the end."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Follow nothing."""


@contextmanager
def asked(url: str, headers: dict[str, str], limits: Limits) -> Iterator[Answer]:
    """Ask for ``url`` and yield the answer; raises `Stopped` with one sentence for every way it can fail."""
    if not allowed(url, limits):
        raise refuse("K562", f"{_shown(url)} is not an https address")
    until, hosts = time.monotonic() + limits.seconds, [_host(url)]
    opener = urllib.request.build_opener(_NoRedirects())  # checks certificates, as it does by itself
    opener.addheaders = [("User-Agent", AGENT), ("Accept", "application/pdf"), ("Accept-Encoding", "identity")]
    while True:
        response = _opened(opener, urllib.request.Request(url, headers=headers), limits)  # noqa: S310 - checked
        with response:
            target = response.headers.get("Location") if response.status in SENT_ON else None
            if target is None:
                _no_fault(response, hosts[-1])
                yield Answer(response.status, response.headers, url, response, until, limits, tuple(hosts))
                return
        url = _next(url, target, hosts, limits)
        if time.monotonic() > until:
            raise too_slow(limits.seconds)


def _next(url: str, location: str, hosts: list[str], limits: Limits) -> str:
    """Return where a redirect leads, and note its host."""
    target = urljoin(url, location)
    if not allowed(target, limits):
        raise refuse("K562", f"{_host(url)} sends on to {_shown(target)}, which is not https")
    if len(hosts) > limits.redirects:
        raise refuse("K562", f"{hosts[0]} sends on more than {limits.redirects} times")
    hosts.append(_host(target))
    return target


def _opened(opener: urllib.request.OpenerDirector, request: urllib.request.Request, limits: Limits) -> Any:
    try:
        return opener.open(request, timeout=limits.silent_seconds)
    except urllib.error.HTTPError as err:
        return err  # an answer like any other; its status says what it is
    except urllib.error.URLError as err:
        if isinstance(err.reason, TimeoutError):
            raise too_slow(limits.silent_seconds) from None
        raise refuse("K560", f"{_host(request.full_url)} cannot be reached ({_reason(err.reason)})") from None
    except TimeoutError:
        raise too_slow(limits.silent_seconds) from None
    except (http.client.HTTPException, OSError, ValueError) as err:
        raise refuse("K560", f"{_host(request.full_url)} cannot be reached ({_reason(err)})") from None


def _no_fault(response: Any, host: str) -> None:
    if response.status < FAULT or response.status == GONE_PAST:
        return
    title = ""
    with contextlib.suppress(OSError, http.client.HTTPException):
        title = page_title(response.read1(CHUNK)) or ""
    raise refuse("K561", f"{host} answered {response.status}" + (f" (“{title}”)" if title else ""))


def allowed(url: str, limits: Limits) -> bool:
    """Say whether ``url`` is https to a named host, or http to this computer where tests ask for it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (limits.local_http and parts.scheme == "http" and host in LOCAL))


def page_title(start: bytes) -> str | None:
    """Return the title of a web page that starts with ``start``, empty where it has none, None where it is no page."""
    if not _PAGE.match(start):
        return None
    found = _TITLE.search(start)
    title = unescape(found[1].decode("utf-8", "replace")) if found else ""
    return "".join(char for char in " ".join(title.split()) if char.isprintable())[:80]


def refuse(code: str, message: str) -> Stopped:
    """Return the refusal that ends a download, with what to do instead."""
    fix = "Try again later, or open the address in a browser, save the PDF, and `kit forms add FILE --form FORM`."
    return Stopped([stop(code, message, fix=fix)])


def too_slow(seconds: float) -> Stopped:
    """Return the refusal for a server that does not send in time."""
    return refuse("K565", f"the download was given up: nothing whole came within {seconds:g} seconds")


def _reason(err: object) -> str:
    said = getattr(err, "strerror", None) or getattr(err, "verify_message", None) or str(err) or type(err).__name__
    return " ".join(str(said).split())[:120]


def _host(url: str) -> str:
    return urlsplit(url).hostname or "the address"


def _shown(url: str) -> str:
    return "".join(char for char in url if char.isprintable())[:120]


def _count(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() else None


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
