"""The Python files of a package, read as text: which belong to it, what their modules are called, which are broken.

The one reader of hand-written code. It imports nothing of it.
"""

from __future__ import annotations

import ast
import io
import tokenize
import warnings
from dataclasses import dataclass
from pathlib import Path

from holo.errors import HoloError
from holo.lift.model import Broken

MAX_BYTES = 4 * 1024 * 1024
_PASSED_OVER = frozenset({"__pycache__", "node_modules", "site-packages"})


@dataclass(frozen=True, slots=True)
class SourceModule:
    """One file that Python can parse. `name` is relative to the package, `path` as messages show it."""

    name: str
    path: str
    file: Path
    is_package: bool
    text: str
    tree: ast.Module


@dataclass(frozen=True, slots=True)
class Sources:
    """What a folder or file holds: its modules by name, and the files that cannot be read."""

    name: str
    modules: tuple[SourceModule, ...]
    broken: tuple[Broken, ...]
    single: bool


def read_sources(path: Path, shown: str = "") -> Sources:
    """Read a package's folder or one file; `shown` is the path as messages name it.

    Folders without `__init__.py` count where they hold Python files: they are namespace packages. Links are not
    followed to folders, hidden folders and virtual environments are passed over. Raises `HoloError` for what is neither.
    """
    shown = shown or path.as_posix()
    if not path.exists():
        raise HoloError(f"`{shown}` does not exist", "Name a folder with Python files, or one such file", "H903")
    single = path.is_file()
    if single and path.suffix not in {".py", ".pyw"}:
        raise HoloError(f"`{shown}` is no Python file", "Name a folder with Python files, or a file `….py`", "H903")
    files = [path] if single else _files(path)
    if not files:
        raise HoloError(f"`{shown}` holds no Python file", "Name the folder of the package itself: `src/app`", "H903")
    modules: list[SourceModule] = []
    broken: list[Broken] = []
    for file in files:
        inner = "" if single else file.relative_to(path).as_posix()
        where = f"{shown.rstrip('/')}/{inner}" if inner else shown
        parts = () if single else Path(inner).with_suffix("").parts
        is_package = bool(parts) and parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        if not all(part.isidentifier() for part in parts):
            broken.append(Broken(where, "its name is no name that Python could import", 1))
            continue
        found = _parsed(file, where, name, is_package=is_package)
        if isinstance(found, Broken):
            broken.append(found)
        else:
            modules.append(found)
    own = path.resolve()
    return Sources(
        own.stem if single else own.name, tuple(sorted(modules, key=lambda one: one.name)), tuple(broken), single
    )


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(here.iterdir())
        except OSError as error:
            raise HoloError(f"`{here}` cannot be read: {error.strerror}", "Check its permissions", "H903") from None
        for entry in entries:
            if entry.name.startswith(".") or entry.name in _PASSED_OVER:
                continue
            if entry.is_dir():
                if not entry.is_symlink() and not (entry / "pyvenv.cfg").exists():
                    waiting.append(entry)
            elif entry.suffix == ".py":
                found.append(entry)
    return sorted(found)


def _parsed(file: Path, shown: str, name: str, *, is_package: bool) -> SourceModule | Broken:
    try:
        data = file.read_bytes()
        if len(data) > MAX_BYTES:
            return Broken(shown, f"it has {len(data) // 1024 // 1024} MiB", 1)
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an odd escape in a string is its author's matter
            tree = ast.parse(text)
    except OSError as error:
        return Broken(shown, f"it cannot be read: {error.strerror}", 1)
    except SyntaxError as error:
        return Broken(shown, f"it is no Python: {error.msg}", error.lineno or 1)
    except (UnicodeDecodeError, LookupError):
        return Broken(shown, "it is not in the encoding that it names, or in UTF-8", 1)
    except (ValueError, RecursionError, MemoryError) as error:
        return Broken(shown, f"Python cannot read it: {error}", 1)
    return SourceModule(name, shown, file, is_package, text, tree)
