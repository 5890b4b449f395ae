"""Every command has its heading on the page of commands, with the words it says of itself."""

from pathlib import Path

import typer

from enduse.cli.app import app
from enduse.cli.reference import reference_page

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_page_of_commands_is_what_the_commands_say_of_themselves() -> None:
    written = reference_page(typer.main.get_group(app))
    assert PAGE.read_text("utf-8") == written, (
        "write the page again: enduse reference > docs/commands.md"
    )


def test_every_command_and_subcommand_has_a_heading() -> None:
    page = PAGE.read_text("utf-8")
    root = typer.main.get_group(app)
    for name, command in root.commands.items():
        assert command.hidden or f"\n## enduse {name}" in page
    assert "\n## enduse lists install\n" in page
