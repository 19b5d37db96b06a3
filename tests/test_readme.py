"""The README is run as a test: its console blocks do what they show."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kit.cli import COMMANDS, main

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def steps():
    """Yield each command of the README with the output shown under it."""
    for block in BLOCKS:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def test_the_road(tmp_path, monkeypatch):
    """Typed one after the other in an empty folder, the commands print what the README shows."""
    monkeypatch.chdir(tmp_path)

    for command, shown in steps():
        words = shlex.split(command)
        assert words[0] == "kit"
        result = CliRunner().invoke(main, words[1:], terminal_width=100)
        assert result.output.rstrip().replace("\\", "/") == shown.rstrip(), command


def test_the_bankruptcy_can_be_typed(tmp_path, monkeypatch):
    """The lines of that section work as they stand, one after the other, on the case of the road with its payment."""
    monkeypatch.chdir(tmp_path)
    section = README.split("## The debtor's bankruptcy")[1]
    typed = re.findall(r"^```sh\n(.*?)^```", section, re.DOTALL | re.MULTILINE)[0].splitlines()
    begun = [command for command, _ in steps() if command.startswith("kit new acme") or " paid --amount" in command][:2]

    said = []
    for command in (*begun, *typed):
        result = CliRunner().invoke(main, shlex.split(command, comments=True)[1:])
        told = command.startswith("kit next")  # which ends with 1 where no paper may go out
        assert result.exit_code == 0 or told, f"{command}\n{result.output}"
        said.append(" ".join(result.output.split()))
    list_first, _, claim_next, claim, _ = said[-5:]
    assert "First the stop list" in list_first
    assert "File the proof of claim by" in claim_next
    assert "acme/out/2026-11-12-claim-mailing.pdf" in claim.replace("\\", "/")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_is_in_the_readme(name):
    """No command goes without help, and the README names each of them."""
    result = CliRunner().invoke(main, [name, "--help"])

    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4
    assert f"`kit {name}" in README or f"$ kit {name}" in README


def every_command(group=main, words=()):
    """Yield the words of each command, and of the commands under it."""
    for name, command in group.commands.items() if isinstance(group, click.Group) else ():
        yield " ".join((*words, name))
        yield from every_command(command, (*words, name))


HELPED = ("", *every_command())


@pytest.mark.parametrize("command", HELPED)
def test_examples_stand_line_by_line(command):
    """Examples in the help keep their lines, and no mark meant for the program is printed."""
    output = CliRunner().invoke(main, [*command.split(), "--help"]).output

    assert "\\b" not in output
    assert all(line.count("kit ") <= 1 for line in output.splitlines() if line.startswith("  kit "))
