"""The group of commands, each imported when it is called; and the one place that catches `HoloError`."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

import holo
from holo.cli.again import Tee, Witness
from holo.cli.screen import FORMS
from holo.errors import HoloError

COMMANDS = {
    "new": "Make a project with a small hologram that builds.",
    "compile": "Check a hologram; write its IR, its tickets and typed open bodies.",
    "fill": "Fill open tickets and judge what comes back.",
    "check": "Judge every body that stands; compare what is generated.",
    "build": "Compile, fill, judge and write the package.",
    "drift": "Say what moved since the lock: hologram, code or both.",
    "accept": "Write into the hologram what a changed body does.",
    "restore": "Put an accepted body back; set aside what stands.",
    "judge": "Judge candidates for one function; several are compared, too.",
    "ask": "Ask what the hologram leaves open; write the replies into it.",
    "status": "Say what is filled, by whom, weak, open or stale.",
    "strength": "Change accepted bodies; show what the hologram does not notice.",
    "mcp": "Serve tickets to coding agents, one at a time.",
    "export": "Write tickets and rules as a coding agent reads them.",
    "plan": "Show waves, groups and the tokens of each ticket.",
    "lift": "Write holograms that describe code that exists.",
    "adopt": "Write the entries of single functions that exist.",
    "fmt": "Print holograms in their one form.",
    "ci": "Write the workflow that checks a repository.",
    "explain": "Say what a diagnostic code means.",
    "doctor": "Say what this machine gives: sandbox, tools, keys, folders.",
    "schema": "Print the JSON Schema of the IR.",
}
"""Every command and its line of help; the module of a command has its name."""


class LazyGroup(click.Group):
    """A group whose commands are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which a newcomer needs them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"holo.cli.commands.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for an unknown one, name the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # only on the way out

            near = get_close_matches(args[0], list(COMMANDS), 1)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            ctx.fail(f"`{args[0]}` is no command.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(holo.__version__, prog_name="holo")
def group() -> None:
    """Compile holograms: one short text to tickets, verdicts and a tested Python package."""


def run() -> None:
    """Run the command line and end the process."""
    witness = Witness(sys.argv[1:])
    sys.stdout = Tee(sys.stdout, witness.out)
    try:
        code = perform(sys.argv[1:], witness)
        # Taking a large heap apart value by value would cost more than many a command.
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        # The reader has gone (`holo … | head`): nothing is left to say to it.
        code = 2
    os._exit(code)


def perform(words: list[str], witness: Witness) -> int:
    """Carry out one command and return its exit code; turn every fault into one clear message."""
    from holo.cli.screen import asked_for_json, report_error  # imports nothing of weight

    try:
        said = group.main(words, prog_name="holo", standalone_mode=False, obj=witness)
        code = said if isinstance(said, int) else 0
        witness.keep(code)
    except click.ClickException as error:
        if asked_for_json(words):
            report_error(HoloError(error.format_message(), "`holo --help` shows the commands", "H910"), words)
        else:
            error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; what was done is kept, and the next run goes on from there.", err=True)
        return 130
    except HoloError as error:
        report_error(error, words)
        return 2
    except (BrokenPipeError, SystemExit):
        # Click ends the process by itself, with 1, where the reader of a pipe has gone; 1 would mean findings.
        raise BrokenPipeError from None
    except Exception:  # noqa: BLE001  (a fault of our own: shown whole, and never taken for a finding's exit code)
        import traceback  # only on the way out

        traceback.print_exc()
        print("This is a fault of Holo, not of your files: please report it with the lines above.", file=sys.stderr)
        return 2
    return code


def options(function: Any) -> Any:
    """Add what every command takes: `--format`."""
    return _format(("text", "json"))(function)


def reporting_options(function: Any) -> Any:
    """Add `--format` as commands take it whose reports stand beside code: SARIF, annotations of a GitHub workflow."""
    return _format(("text", "json", *FORMS))(function)


def _format(forms: tuple[str, ...]) -> Any:
    return click.option(
        "--format", "form", type=click.Choice(forms), default="text", show_default=True, help="How to answer."
    )
