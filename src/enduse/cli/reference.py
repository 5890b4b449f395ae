"""The page of the docs that lists every command, from what each says of itself."""

from collections.abc import Iterator
from typing import Any

from typer.core import TyperArgument, TyperGroup, TyperOption

_HEAD = """# Commands

Every command with its arguments and options, as `enduse COMMAND --help` tells them. This page is
written by `enduse reference`. Exit codes: 0 done, 1 our fault, 2 the input can be corrected, 3 a
step must run first, 4 `verify` found a fault.
"""


def reference_page(root: TyperGroup) -> str:
    """Write the page, in Markdown, with one heading for each command.

    Args:
        root: The application, with all of its commands.
    """
    return "\n".join([_HEAD, *_commands(root, ("enduse",))])


def _commands(group: TyperGroup, path: tuple[str, ...]) -> Iterator[str]:
    for name, command in sorted(group.commands.items()):
        if command.hidden:
            continue
        here = (*path, name)
        if isinstance(command, TyperGroup) and not command.invoke_without_command:
            yield from _commands(command, here)
            continue
        yield f"## {' '.join(here)}\n"
        yield f"{_sentence(command.help)}\n"
        yield from _parameters(command, here)
        if isinstance(command, TyperGroup):
            yield from _commands(command, here)


def _parameters(command: Any, path: tuple[str, ...]) -> Iterator[str]:
    shown = [p for p in command.params if not getattr(p, "hidden", False)]
    arguments = [p for p in shown if isinstance(p, TyperArgument)]
    options = [p for p in shown if isinstance(p, TyperOption)]
    words = [*path, *(_argument(a) for a in arguments)]
    yield f"```\n{' '.join(words)}{' [OPTIONS]' if options else ''}\n```\n"
    told = [(_written(p), _sentence(p.help)) for p in options if "--help" not in p.opts]
    told = [(str(a.name).upper(), _sentence(getattr(a, "help", None))) for a in arguments] + told
    if told:
        yield "| | |\n|---|---|"
        yield "\n".join(f"| `{written}` | {said} |" for written, said in told) + "\n"


def _argument(argument: TyperArgument) -> str:
    name = argument.metavar or str(argument.name).upper()
    name += "..." if argument.nargs == -1 and not name.endswith("...") else ""
    return name if argument.required else f"[{name}]"


def _written(option: TyperOption) -> str:
    names = ", ".join([*option.opts, *option.secondary_opts])
    return names if option.is_flag else f"{names} {option.metavar or '...'}"


def _sentence(said: str | None) -> str:
    return " ".join((said or "").split()).replace("|", "\\|")
