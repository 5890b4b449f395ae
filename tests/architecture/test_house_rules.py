"""The rules of the house, as tests."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import enduse

SRC = Path(enduse.__file__).parent
FILES = sorted(SRC.rglob("*.py"))
ROOMS = sorted(p for p in SRC.iterdir() if (p / "__init__.py").exists())
MAX_LINES, MAX_FUNCTION = 400, 60


def test_import_contracts_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_file_fits_in_the_head(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= MAX_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MAX_FUNCTION, node.name


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_file_says_in_its_first_line_what_it_is(path: Path) -> None:
    doc = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert doc and len(doc.splitlines()[0]) > 15


@pytest.mark.parametrize("room", ROOMS, ids=lambda p: p.name)
def test_a_room_front_door_only_re_exports(room: Path) -> None:
    tree = ast.parse((room / "__init__.py").read_text("utf-8"))
    allowed = (ast.Expr, ast.Import, ast.ImportFrom, ast.Assign)
    assert [type(n).__name__ for n in tree.body if not isinstance(n, allowed)] == []


def test_public_names_are_few_and_sorted() -> None:
    assert sorted(enduse.__all__) == enduse.__all__
    assert len(enduse.__all__) <= 12


def test_importing_enduse_is_quiet_and_light() -> None:
    heavy = "{'duckdb', 'followthemoney', 'numba', 'numpy', 'pyarrow', 'sqlalchemy'}"
    code = f"import sys, enduse, enduse.cli; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
