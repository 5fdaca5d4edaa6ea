"""A folder served as GitHub Pages serves it: text gzipped, kept ten minutes, 404.html for what is missing."""

import functools
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SECONDS_KEPT = 600
"""By browsers and by GitHub's own network: `cache-control: max-age=600` stands in each of its answers."""
SQUEEZED = frozenset(
    {".css", ".html", ".js", ".json", ".map", ".md", ".mjs", ".svg", ".txt", ".webmanifest", ".xml"}
)
"""What is sent gzipped, by the end of its name."""


@functools.lru_cache(maxsize=100)
def squeeze(raw: bytes) -> bytes:
    """The gzip that a server sends; zlib's usual level, as GitHub Pages has it within a hundredth."""
    return gzip.compress(raw, 6, mtime=0)


@contextmanager
def serve(folder: Path, port: int = 0) -> Iterator[str]:
    """Serve a folder on this machine, at a free port if none is given; gives the address, / at its end."""
    handler = functools.partial(_Pages, directory=str(folder))
    with _Server(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page before it has all of it is no error."""


class _Pages(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body go out together: where one waits for the receipt of the other, a small file takes 40 ms.
    wbufsize = -1
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "application/javascript; charset=utf-8",
        ".mjs": "application/javascript; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".xml": "application/xml",
    }

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: a table is printed meanwhile."""

    def _answer(self, *, body: bool) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", self.path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else Path(self.directory, "404.html")
        raw = path.read_bytes() if path.is_file() else b""
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", f"max-age={SECONDS_KEPT}")
        if path.suffix in SQUEEZED and "gzip" in self.headers.get("Accept-Encoding", ""):
            raw = squeeze(raw)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        if body:
            self.wfile.write(raw)
