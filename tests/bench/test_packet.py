"""A packet of 40 exhibits and 300 pages bound, proved and written, against a bare pypdf merge of the same pages."""

from __future__ import annotations

import subprocess
import sys

import packet_parts
import pypdf
import pytest

LEAVES = packet_parts.PAGES + packet_parts.EXHIBITS + 3  # the exhibits, their covers, three pages of contents
MOST_MEMORY = 300  # MB


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Return the exhibits."""
    return packet_parts.write_parts(tmp_path_factory.mktemp("exhibits"))


@pytest.mark.benchmark(group="packet of 300 pages")
def test_plain(benchmark, files, tmp_path):
    """Pypdf joins the pages and writes them: no numbers, no contents, no look at the result."""

    def merge():
        writer = pypdf.PdfWriter()
        for path in files:
            writer.append(path)
        writer.write(tmp_path / "merged.pdf")
        return len(writer.pages)

    assert benchmark.pedantic(merge, rounds=5, warmup_rounds=1) == packet_parts.PAGES


@pytest.mark.benchmark(group="packet of 300 pages")
def test_kit(benchmark, files, tmp_path):
    """The kit binds, stamps, opens the result again, proves every page of it, and writes it."""
    pages = benchmark.pedantic(packet_parts.build, args=(files, tmp_path / "packet.pdf"), rounds=5, warmup_rounds=1)

    assert pages == LEAVES


@pytest.mark.benchmark(group="memory of a packet")
def test_memory(benchmark, files):
    """A process that does no more than this stays below 300 MB."""
    pytest.importorskip("resource", reason="Windows does not tell")

    def run():
        command = [sys.executable, packet_parts.__file__, str(files[0].parent)]
        return subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own arguments

    done = benchmark.pedantic(run, rounds=1)
    pages, most = map(int, done.stdout.split())
    benchmark.extra_info["megabytes"] = most

    assert pages == LEAVES
    assert most < MOST_MEMORY
