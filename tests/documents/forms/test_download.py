"""A form from its court's server: whole, checked, or one sentence why not; the server here is on this computer."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from franklin_form import NAMES, blank, form

from kit.documents.forms import download, store
from kit.documents.forms.partial import Partial
from kit.documents.forms.web import Limits, allowed, page_title
from kit.findings import KitError, Stopped

MAPPED = blank()
FORM = form(MAPPED)
LIMITS = Limits(bytes=200_000, seconds=5, silent_seconds=2, redirects=3, local_http=True)
Behaviour = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Keep the blanks in a folder of the test's own, and ask no proxy."""
    monkeypatch.setenv(store.ENVIRONMENT, str(tmp_path / "kept"))
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "kept"


@pytest.fixture
def serve():
    """Return a function that starts a server with answers by path, and returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(paths: dict[str, Behaviour]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                paths[self.path](self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def answer(data: bytes, status: int = 200, kind: str = "application/pdf", **headers: str) -> Behaviour:
    """Return a behaviour that sends ``data``."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return send


def away(target: str, status: int = 302) -> Behaviour:
    """Return a behaviour that sends on to ``target``."""
    return answer(b"", status, Location=target)


def refused(url: str, limits: Limits = LIMITS) -> tuple[str, str]:
    """Return the code and the sentence with which a download is refused."""
    with pytest.raises(Stopped) as err:
        download.get(FORM, url=url, limits=limits)
    (said,) = err.value.findings
    assert said.stops
    assert "kit forms add" in said.fix
    return said.code, said.message


def kept(folder) -> list[bytes]:
    """Return the blanks in the store."""
    return [path.read_bytes() for path in folder.rglob("*.pdf")]


def test_the_right_file(serve, folder):
    """The mapped revision comes whole, is kept, and is used."""
    got = download.get(FORM, url=serve({"/f.pdf": answer(MAPPED)}) + "/f.pdf", limits=LIMITS)

    assert (got.compared.mapped, got.hosts, got.resumed) == (True, ("127.0.0.1",), False)
    assert store.find(FORM) == MAPPED
    assert not list(folder.rglob(".partial*"))


@pytest.mark.parametrize("kind", ["application/octet-stream", "application/x-pdf", "text/plain; charset=utf-8"])
def test_a_server_with_another_word_for_pdf(serve, kind):
    """What is a PDF is taken under the types that servers give it."""
    assert download.get(FORM, url=serve({"/": answer(MAPPED, kind=kind)}) + "/", limits=LIMITS).compared.mapped


def test_another_revision(serve):
    """A changed file is kept and used with a note when every mapped field is on it."""
    newer = blank(*NAMES, "Email")

    got = download.get(FORM, url=serve({"/": answer(newer)}) + "/", limits=LIMITS)

    assert [one.code for one in got.compared.findings] == ["K550"]
    assert store.find(FORM) == newer


def test_another_revision_that_lacks_fields(serve, folder):
    """A changed file that lacks mapped fields is kept to be mapped, named as refused, and not used."""
    lacking = blank("Plaintiff", "Email")

    got = download.get(FORM, url=serve({"/": answer(lacking)}) + "/", limits=LIMITS)

    assert [one.code for one in got.compared.findings] == ["K551"]
    assert (kept(folder), store.find(FORM)) == ([lacking], None)


@pytest.mark.parametrize(
    ("behaviour", "code", "words"),
    [
        pytest.param(
            answer(b"<!DOCTYPE html><title>Just a moment...</title>" + b" " * 2000, kind="text/html"),
            "K566",
            "sent a web page, “Just a moment...”, instead of the PDF",
            id="html-error-page",
        ),
        pytest.param(answer(b"<html><body>gone", kind="text/html"), "K566", "sent a web page instead", id="short-page"),
        pytest.param(
            answer(b"<html><title>Gone &amp; away</title>", kind="application/pdf"),
            "K566",
            "Gone & away",
            id="page-that-says-it-is-a-pdf",
        ),
        pytest.param(answer(b"PNG" * 900), "K566", "something else instead of a PDF", id="not-a-pdf"),
        pytest.param(answer(b""), "K566", "nothing instead of a PDF", id="empty"),
        pytest.param(answer(MAPPED, kind="image/png"), "K566", "sent image/png", id="another-type"),
        pytest.param(answer(MAPPED, Content_Encoding="gzip"), "K566", "packed", id="packed"),
        pytest.param(
            answer(b"<html><title>Not Found</title>", 404, "text/html"), "K561", "404 (“Not Found”)", id="not-found"
        ),
        pytest.param(answer(MAPPED, 206), "K561", "answered 206", id="a-part-nobody-asked-for"),
        pytest.param(answer(b"", 204), "K561", "answered 204", id="no-content"),
        pytest.param(answer(b"", 503), "K561", "answered 503", id="down"),
        pytest.param(answer(MAPPED + b" " * 300_000), "K564", "more than 0.2 MB", id="too-large-and-says-so"),
    ],
)
def test_what_is_not_the_form(serve, folder, behaviour, code, words):
    """Each wrong answer is one sentence, and nothing is kept."""
    said, message = refused(serve({"/": behaviour}) + "/")

    assert (said, words in message) == (code, True), message
    assert not list(folder.rglob("*.pdf"))
    assert not list(folder.rglob(".partial*"))


def test_too_large_without_a_word(serve, folder):
    """A file without end is given up at the limit."""

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/pdf")
        handler.end_headers()
        handler.wfile.write(MAPPED)
        for _ in range(100):
            handler.wfile.write(b" " * 10_000)

    assert refused(serve({"/": endless}) + "/")[0] == "K564"
    assert not list(folder.rglob(".partial*"))


def test_a_damaged_pdf(serve, folder):
    """A file that begins as a PDF and cannot be read as a form is not kept."""
    damaged = b"%PDF-1.7\nnothing of a form\n%%EOF\n"

    with pytest.raises(KitError, match="cannot be used"):
        download.get(FORM, url=serve({"/": answer(damaged)}) + "/", limits=LIMITS)

    assert kept(folder) == []


def test_cut_by_a_server_that_gives_no_length(serve, folder):
    """A file without its end is not taken for a whole one, though a reader could mend it."""

    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/pdf")
        handler.end_headers()
        handler.wfile.write(MAPPED[:-200])

    assert refused(serve({"/": cut}) + "/")[0] == "K563"
    assert kept(folder) == []


def test_sent_on(serve):
    """A redirect is followed, and every host asked is named."""
    url = serve({"/": away("/one"), "/one": away("/two", 308), "/two": answer(MAPPED)})

    got = download.get(FORM, url=url + "/", limits=LIMITS)

    assert (got.hosts, got.compared.mapped) == (("127.0.0.1",) * 3, True)


@pytest.mark.parametrize(
    "target", ["http://courts.franklin.example/f.pdf", "file:///etc/passwd", "ftp://127.0.0.1/f.pdf", "https://"]
)
def test_sent_on_to_another_scheme(serve, target):
    """A redirect that leaves https is refused, and says where it led."""
    code, message = refused(serve({"/": away(target)}) + "/")

    assert (code, target in message) == ("K562", True)


def test_a_loop(serve):
    """A server that sends on and on is given up."""
    assert refused(serve({"/": away("/again"), "/again": away("/")}) + "/") == (
        "K562",
        "127.0.0.1 sends on more than 3 times",
    )


def test_plain_http_is_refused():
    """Outside of tests only https is asked, and http never elsewhere than on this computer."""
    assert refused("http://127.0.0.1:9/f.pdf", Limits())[0] == "K562"
    assert not allowed("http://courts.franklin.example/", LIMITS)
    assert not allowed("https://[broken/", LIMITS)
    assert allowed("https://courts.franklin.example/", Limits())


def test_nobody_answers(serve):
    """No network is one sentence with the host."""
    url = serve({})
    port = int(url.rpartition(":")[2])

    code, message = refused(f"http://127.0.0.1:{port + 1 if port < 65_000 else port - 1}/")

    assert (code, "127.0.0.1 cannot be reached" in message) == ("K560", True)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/pdf")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"%")
            time.sleep(0.05)
    except OSError:
        return


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Say nothing for a while."""
    time.sleep(1.5)
    handler.close_connection = True


@pytest.mark.parametrize("behaviour", [dripping, silent])
def test_too_slow(serve, behaviour):
    """A server that drips, or says nothing, is given up in time."""
    limits = Limits(seconds=0.6, silent_seconds=0.4, local_http=True)

    assert refused(serve({"/": behaviour}) + "/", limits)[0] == "K565"


class Breaking:
    """A server whose connection breaks off after a part, and that takes up where it was left, if it is asked so."""

    def __init__(self, data: bytes, etag: str = '"one"') -> None:
        self.data, self.etag, self.whole, self.asked = data, etag, False, []

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        wanted, proof = handler.headers.get("Range"), handler.headers.get("If-Range")
        self.asked.append((wanted, proof))
        start = int(wanted[6:-1]) if wanted and proof == self.etag else 0
        handler.send_response(206 if start else 200)
        handler.send_header("Content-Type", "application/pdf")
        handler.send_header("Content-Length", str(len(self.data) - start))
        if self.etag:
            handler.send_header("ETag", self.etag)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.data) - 1}/{len(self.data)}")
        handler.end_headers()
        handler.wfile.write(self.data[start:] if self.whole else self.data[: len(self.data) // 2])


def test_broken_off_and_taken_up(serve, folder):
    """What breaks off leaves no blank; the next download takes it up and asks for the rest alone."""
    server = Breaking(MAPPED)
    url = serve({"/": server}) + "/"
    code, message = refused(url)
    assert (code, f"after {len(MAPPED) // 2:,} of {len(MAPPED):,} bytes" in message) == ("K563", True)
    assert (kept(folder), store.find(FORM)) == ([], None)

    server.whole = True
    got = download.get(FORM, url=url, limits=LIMITS)

    assert (got.resumed, store.find(FORM)) == (True, MAPPED)
    assert server.asked == [(None, None), (f"bytes={len(MAPPED) // 2}-", '"one"')]
    assert not list(folder.rglob(".partial*"))


def test_broken_off_and_changed(serve):
    """A file that changed in between is fetched from its start; two halves of two files are never joined."""
    server = Breaking(MAPPED)
    url = serve({"/": server}) + "/"
    refused(url)
    server.data, server.etag, server.whole = blank(*NAMES, "Email"), '"two"', True

    got = download.get(FORM, url=url, limits=LIMITS)

    assert (got.resumed, got.kept.data) == (False, server.data)


@pytest.mark.parametrize("etag", ["", 'W/"weak"'])
def test_broken_off_without_proof(serve, etag):
    """Where a server cannot prove that its file is the same, the download starts again."""
    server = Breaking(MAPPED, etag)
    url = serve({"/": server}) + "/"
    refused(url)
    server.whole = True

    got = download.get(FORM, url=url, limits=LIMITS)

    assert (got.resumed, server.asked[1], got.compared.mapped) == (False, (None, None), True)


def lying(start: int, total: int, tag: str) -> Behaviour:
    """Return a server that answers a range with the wrong bytes."""
    said = {"Content_Range": f"bytes {start}-{total - 1}/{total}", "ETag": tag}

    def send(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("Range"):
            answer(MAPPED[start:], 206, **said)(handler)
        else:
            answer(MAPPED)(handler)

    return send


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(lying(1, len(MAPPED), '"one"'), id="another-start"),
        pytest.param(lying(len(MAPPED) // 2, len(MAPPED) + 7, '"one"'), id="another-length"),
        pytest.param(lying(len(MAPPED) // 2, len(MAPPED), '"two"'), id="another-tag"),
        pytest.param(
            lambda h: answer(b"", 416)(h) if h.headers.get("Range") else answer(MAPPED)(h), id="no-such-range"
        ),
    ],
)
def test_a_rest_that_does_not_fit(serve, behaviour):
    """A rest that is not the rest of the part here is thrown away with it."""
    paths = {"/": Breaking(MAPPED)}
    url = serve(paths) + "/"
    refused(url)
    paths["/"] = behaviour

    got = download.get(FORM, url=url, limits=LIMITS)

    assert (got.resumed, got.compared.mapped, store.find(FORM)) == (False, True, MAPPED)


def test_a_part_nobody_knows(serve, folder):
    """A part whose note is gone or damaged is not built upon."""
    url = serve({"/": answer(MAPPED)}) + "/"
    partial = Partial(folder / "us" / "f-100", url)
    partial.folder.mkdir(parents=True)
    partial.bytes_path.write_bytes(b"%PDF-1.7 of another file")
    partial.note_path.write_text("{}", encoding="utf-8")

    assert download.get(FORM, url=url, limits=LIMITS).resumed is False
    assert store.find(FORM) == MAPPED


def test_two_at_a_time(folder, monkeypatch):
    """A second download of a form waits, and then says who is at it."""
    from filelock import FileLock  # noqa: PLC0415

    monkeypatch.setattr(download, "WAIT", 0.05)
    (folder / "us" / "f-100").mkdir(parents=True)
    with FileLock(folder / "us" / "f-100" / ".lock"), pytest.raises(KitError, match="another command is downloading"):
        download.get(FORM, limits=LIMITS)


def test_titles():
    """The title of a page is shown without its signs for programs; a PDF has none."""
    assert page_title(b"<html><TITLE>\n A &amp;\x1b B </TITLE>") == "A & B"
    assert page_title(b"<?xml version='1.0'?><html>") == ""
    assert page_title(b"%PDF-1.7") is None
