"""The one writer of files.

Writes a file in one step or not at all, and an output folder by its manifest: only what changed is written,
what Holo made and no longer wants is removed, and what Holo did not make is neither overwritten nor removed.
"""

from __future__ import annotations

import codecs
import errno
import json
import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import mkstemp
from typing import TYPE_CHECKING

from holo.errors import HoloError
from holo.provenance.digest import digest_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = ".holo-manifest.json"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files in a folder that Holo made, each with the digest of what it wrote.

    `pending` is what a run was about to write: a run that is killed half-way must know its files again.
    """

    files: Mapping[str, str]
    pending: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """Return the manifest as it stands in its file."""
        made: dict[str, object] = {"manifest": 1, "files": dict(sorted(self.files.items()))}
        if self.pending:
            made["pending"] = dict(sorted(self.pending.items()))
        return json.dumps(made, indent=1) + "\n"

    def is_own(self, name: str, digest: str) -> bool:
        """Say whether a file is as Holo left it."""
        return digest in {self.files.get(name), self.pending.get(name)}

    def names(self) -> set[str]:
        """Return all files that Holo may have made."""
        return {*self.files, *self.pending}


@dataclass(frozen=True, slots=True)
class Written:
    """What became of each file: paths relative to the folder, sorted.

    `edited` are files that Holo made and somebody changed since; they stay as they are.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()


def replace_text(path: Path, text: str) -> None:
    """Write a text file in one step: a reader sees the old text or the new one, never half of it.

    Keeps the permissions of a file that is there; follows a link to it. Raises `HoloError` where the system refuses.
    """
    replace_bytes(path, text.encode("utf-8", "surrogatepass"))


def rewrite_text(path: Path, text: str) -> None:
    r"""Write a text with `\n` into a file of a user's, in one step, with the line ends and the mark that the file has.

    Raises `HoloError` where the system refuses.
    """
    try:
        before = path.read_bytes()
    except OSError as error:
        raise _refused(path, error) from None
    data = text.encode("utf-8", "surrogatepass")
    if b"\r\n" in before and before.count(b"\r\n") == before.count(b"\n"):
        data = data.replace(b"\n", b"\r\n")
    mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
    replace_bytes(path, mark + data)


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a file of bytes in one step."""
    try:
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        raise _refused(path, error) from None


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "Is a directory")
    handle, name = mkstemp(dir=target.parent, prefix=".holo-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def read_manifest(folder: Path) -> Manifest:
    """Return what Holo made in a folder; nothing where there is no manifest."""
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        files, pending = found["files"], found.get("pending", {})
        if not all(isinstance(each, str) for rows in (files, pending) for each in rows.values()):
            raise TypeError
    except FileNotFoundError:
        return Manifest({})
    except OSError as error:
        raise _refused(path, error) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise HoloError(
            f"`{path}` is damaged: Holo cannot tell which files it made",
            f"Restore it from version control, or remove the folder `{folder}`",
        ) from None
    return Manifest(*({name: value for name, value in rows.items() if _is_inside(name)} for rows in (files, pending)))


def write_files(folder: Path, files: Mapping[str, str], *, force: bool = False) -> Written:
    """Bring a folder to hold these files, relative paths to texts.

    Files that Holo made and somebody edited are left alone and reported, unless `force` is set. Raises `HoloError`,
    before anything is written, where a file that Holo did not make stands in the way.
    """
    _check_folder(folder)
    before = read_manifest(folder)
    wanted = {name: text.encode("utf-8", "surrogatepass") for name, text in files.items()}
    assert all(map(_is_inside, wanted)), sorted(wanted)
    assert MANIFEST not in wanted
    parents: set[Path] = set()
    now = {name: _present(folder, name, parents) for name in {*wanted, *before.names()}}
    _check_strangers(folder, wanted, before, now)
    written, unchanged, removed, edited = [], [], [], []
    made = {name: digest for name, digest in before.files.items() if name in wanted}
    for name, data in sorted(wanted.items()):
        present, digest = now[name], digest_bytes(data)
        if present == digest:
            unchanged.append(name)
            made[name] = digest
        elif not present or force or before.is_own(name, present):
            written.append(name)
            made[name] = digest
        else:
            edited.append(name)
    for name in sorted(before.names() - wanted.keys()):
        if now[name] and not force and not before.is_own(name, now[name]):
            edited.append(name)
            made[name] = before.files.get(name, "")
        elif now[name]:
            removed.append(name)
    _carry_out(folder, before, Manifest(made), {name: wanted[name] for name in written}, removed)
    return Written(tuple(written), tuple(unchanged), tuple(removed), tuple(sorted(edited)))


def _carry_out(
    folder: Path, before: Manifest, after: Manifest, written: Mapping[str, bytes], removed: list[str]
) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if before.pending:
            _remove_leftovers(folder)
        if written or removed:
            pending = {**before.pending, **{name: after.files[name] for name in written}}
            _replace(folder / MANIFEST, Manifest(before.files, pending).text().encode())
        parents: set[Path] = set()
        for name, data in written.items():
            target = folder / name
            if target.parent not in parents:
                target.parent.mkdir(parents=True, exist_ok=True)
                parents.add(target.parent)
            _replace(target, data)
        for name in removed:
            (folder / name).unlink(missing_ok=True)
            _remove_empty(folder, (folder / name).parent)
        if written or removed or after != before:
            _replace(folder / MANIFEST, after.text().encode())
    except OSError as error:
        raise _refused(Path(error.filename or folder), error) from None


def _remove_leftovers(folder: Path) -> None:
    # What a killed run was writing lies beside its target under a name that only this module gives.
    for path in folder.rglob(".holo-*.tmp"):
        path.unlink(missing_ok=True)


def _present(folder: Path, name: str, parents: set[Path]) -> str:
    """Return the digest of a file that is there, or nothing; refuse what is no plain file inside the folder.

    `parents` are the folders that have been looked at.
    """
    path = folder / name
    try:
        for parent in reversed(path.parents[: name.count("/")]):
            if parent not in parents:
                _refuse_link(folder, parent)
                if parent.exists() and not parent.is_dir():
                    raise HoloError(
                        f"`{parent}` is a file where a folder is needed", "Move it, or choose another folder"
                    )
                parents.add(parent)
        _refuse_link(folder, path)
        if path.is_dir():
            raise HoloError(f"`{path}` is a folder where a file is needed", "Move it, or choose another folder")
        return digest_bytes(path.read_bytes())
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise _refused(path, error) from None


def _refuse_link(folder: Path, path: Path) -> None:
    if path.is_symlink():
        raise HoloError(
            f"`{path}` is a link; Holo writes only inside `{folder}`", "Remove the link, or choose another folder"
        )


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise HoloError(f"`{folder}` is a file; a folder is needed there", "Name another folder for the output")


def _check_strangers(folder: Path, wanted: Mapping[str, bytes], before: Manifest, now: Mapping[str, str]) -> None:
    own = before.names()
    strangers = [
        name for name in sorted(wanted) if name not in own and now[name] not in {"", digest_bytes(wanted[name])}
    ]
    if strangers:
        shown = ", ".join(f"`{name}`" for name in strangers[:_SHOWN])
        more = f" and {len(strangers) - _SHOWN} more" if len(strangers) > _SHOWN else ""
        raise HoloError(
            f"`{folder}` holds files that Holo did not make and would have to overwrite: {shown}{more}",
            "Move them away, or choose another folder for the output",
        )


def _is_inside(name: str) -> bool:
    if name[:1].isalnum() and ".." not in name and "\\" not in name:
        return True  # nearly all: a path object for each of twenty thousand names takes longer than reading them
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _remove_empty(folder: Path, start: Path) -> None:
    # A folder that holds nothing any more goes; the first that holds something ends it.
    while start != folder:
        cache = start / "__pycache__"
        if cache.is_dir() and [each.name for each in start.iterdir()] == ["__pycache__"]:
            for each in cache.glob("*.pyc"):
                each.unlink(missing_ok=True)
            with suppress(OSError):
                cache.rmdir()
        try:
            start.rmdir()
        except OSError:
            return
        start = start.parent


def _refused(path: Path, error: OSError) -> HoloError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            hint = "Free some space on the disk, then run the same command again"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            hint = "Make the folder writable, or choose another one"
        case errno.ENAMETOOLONG:
            hint = "Choose a folder nearer to the root of the disk, or shorter names"
        case _:
            hint = "Check the path"
    return HoloError(f"`{path}` cannot be written: {error.strerror or error}", hint)
