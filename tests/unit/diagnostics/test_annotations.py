"""Reports for machines: SARIF 2.1.0, and the annotations of a GitHub workflow."""

from __future__ import annotations

import json

from holo.diagnostics.annotations import failed, github, sarif
from holo.diagnostics.render import Placed


def row(code: str = "H802", severity: str = "error", message: str = "`f` breaks", path: str = "a b/f.py") -> Placed:
    """Return a report at one place."""
    return Placed(code, severity, message, path, 3, 5, 3, 9, "Mend it", None, "")


def test_a_log_has_its_rules_and_results() -> None:
    """What 2.1.0 asks of a log, a run, a rule and a result; paths are addresses."""
    log = json.loads(sarif([row(), row("H102", "warning"), row("H502", "note")], "1.2.3"))

    run = log["runs"][0]
    assert "2.1.0" == log["version"]
    assert ["H102", "H502", "H802"] == [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert (
        "A body was changed by hand and breaks its contract"
        == run["tool"]["driver"]["rules"][2]["shortDescription"]["text"]
    )
    first = run["results"][0]
    assert ("H802", 2, "error") == (first["ruleId"], first["ruleIndex"], first["level"])
    assert ["error", "warning", "note"] == [one["level"] for one in run["results"]]
    place = first["locations"][0]["physicalLocation"]
    assert "a%20b/f.py" == place["artifactLocation"]["uri"]
    assert {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9} == place["region"]
    assert "`f` breaks\nMend it" == first["message"]["text"]


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    """The host tells a known finding from a new one by it."""
    moved = Placed("H802", "error", "`f` breaks", "a b/f.py", 30, 1, 30, 1, "", None, "")

    one, two = (json.loads(sarif([each], "1"))["runs"][0]["results"][0] for each in (row(), moved))

    assert one["partialFingerprints"] == two["partialFingerprints"]


def test_nothing_found_is_a_whole_log() -> None:
    """An empty list of results closes what was found before."""
    assert [] == json.loads(sarif([], "1"))["runs"][0]["results"]


def test_annotations_escape_what_would_end_them() -> None:
    """Line ends, per cent; in properties colons and commas, too."""
    said = github([row(message="50 %\nof it", path="a,b:c.py"), row(severity="note")])

    first, second = said.splitlines()
    assert first == ("::error file=a%2Cb%3Ac.py,line=3,col=5,endLine=3,title=H802::50 %25%0Aof it%0AMend it")
    assert second.startswith("::notice ")


def test_a_run_that_failed_says_so_in_its_form() -> None:
    """A log without results must not read as a clean one."""
    log = json.loads(failed("sarif", "H902", "There is none", "Make one", "1"))

    run = log["runs"][0]["invocations"][0]
    assert run["executionSuccessful"] is False
    assert "There is none\nMake one" == run["toolExecutionNotifications"][0]["message"]["text"]
    assert "::error title=H902::There is none%0AMake one" == failed("github", "H902", "There is none", "Make one", "1")
