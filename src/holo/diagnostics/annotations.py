"""Reports for machines that show them beside the code: SARIF 2.1.0, and the annotations of a GitHub workflow.

Pure: placed reports in, text out.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from holo.codes import Code
from holo.diagnostics.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from holo.diagnostics.render import Placed

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"

_LEVELS = {Severity.ERROR.value: "error", Severity.WARNING.value: "warning", Severity.NOTE.value: "note"}
_WORDS = {Severity.ERROR.value: "error", Severity.WARNING.value: "warning", Severity.NOTE.value: "notice"}


def sarif(rows: Sequence[Placed], version: str) -> str:
    """Return one SARIF log with one run."""
    titles = {code.number: code.title for code in Code}
    numbers = sorted({row.code for row in rows})
    rules = [
        {
            "id": number,
            "shortDescription": {"text": titles.get(number, number)},
            "help": {"text": f"`holo explain {number}` says more."},
        }
        for number in numbers
    ]
    driver = {"name": "holo", "version": version, "semanticVersion": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(row, numbers) for row in rows],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def failed(form: str, code: str, message: str, hint: str, version: str) -> str:
    """Return the report of a run that could not be carried out: in SARIF a log without results that says so."""
    said = f"{message}\n{hint}" if hint else message
    if form == "github":
        return f"::error title={_property(code)}::{_data(said)}"
    log = json.loads(sarif((), version))
    notice = {"level": "error", "descriptor": {"id": code}, "message": {"text": said}}
    log["runs"][0]["invocations"] = [{"executionSuccessful": False, "toolExecutionNotifications": [notice]}]
    return json.dumps(log, ensure_ascii=False, indent=1)


def _result(row: Placed, numbers: list[str]) -> dict[str, Any]:
    region: dict[str, int] = {"startLine": max(row.line, 1), "startColumn": max(row.column, 1)}
    if (row.end_line, row.end_column) > (row.line, row.column):
        region |= {"endLine": row.end_line, "endColumn": row.end_column}
    return {
        "ruleId": row.code,
        "ruleIndex": numbers.index(row.code),
        "level": _LEVELS[row.severity],
        "message": {"text": _said(row)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(row.path.replace("\\", "/")), "uriBaseId": ROOT},
                    "region": region,
                }
            }
        ],
        # Lines move; what is said of which file is the same finding tomorrow.
        "partialFingerprints": {
            "holo/v1": sha256(f"{row.code}|{row.path}|{row.message}".encode("utf-8", "replace")).hexdigest()[:32]
        },
    }


def github(rows: Iterable[Placed]) -> str:
    """Return one workflow command a report; GitHub shows it at its line."""
    return "\n".join(
        f"::{_WORDS[row.severity]} file={_property(row.path)},line={max(row.line, 1)},col={max(row.column, 1)},"
        f"endLine={max(row.end_line, row.line, 1)},title={_property(row.code)}::{_data(_said(row))}"
        for row in rows
    )


def _said(row: Placed) -> str:
    return f"{row.message}\n{row.hint}" if row.hint else row.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
