"""The ratio table: in a group with a benchmark ``plain`` and a benchmark ``kit``, how many times faster the second is.

Run with ``pytest tests/bench --benchmark-enable --benchmark-only``. Ratios of medians, both from the same run; each kit
benchmark carries its ratio as ``extra_info["times_faster"]`` into ``--benchmark-json``.
"""

from __future__ import annotations

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_benchmark_update_json(benchmarks, output_json):
    """Store each group's ratio beside the kit's own benchmark."""
    ratios = _ratios(benchmarks)
    for entry in output_json["benchmarks"]:
        if _role(entry["name"]) == "kit" and entry["group"] in ratios:
            entry["extra_info"]["times_faster"] = round(ratios[entry["group"]], 1)


def pytest_terminal_summary(terminalreporter, config):
    """Print one line a group."""
    session = getattr(config, "_benchmarksession", None)
    ratios = _ratios(session.benchmarks) if session else {}
    if ratios:
        terminalreporter.section("ratios")
    for group, ratio in sorted(ratios.items()):
        terminalreporter.write_line(f"{group}: kit is {ratio:.1f} times faster")


def _ratios(benchmarks) -> dict[str, float]:
    medians: dict[str, dict[str, float]] = {}
    for bench in benchmarks:
        if bench and not bench.has_error:
            medians.setdefault(bench.group or "", {})[_role(bench.name)] = bench.stats.median
    return {
        group: found["plain"] / found["kit"] for group, found in medians.items() if {"plain", "kit"} <= found.keys()
    }


def _role(name: str) -> str:
    """``test_kit``, ``test_kit_letter`` and ``test_letter[kit]`` are all the kit's."""
    words = name.replace("[", "_").replace("]", "").split("_")
    return next((word for word in words if word in {"plain", "kit"}), "")
