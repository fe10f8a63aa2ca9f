"""Who fills tickets, from end to end: a person's file, a recording, a model over real HTTP."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from holo.provenance.journal import Journal
from tests.cli import stall
from tests.unit.agents.scripted_server import Line, serving

if TYPE_CHECKING:
    from pathlib import Path

KEY = "stall.line.others"
GOOD = f"```python\n{stall.BODIES[KEY]}```\n"
WRONG = GOOD.replace("[1:]", "[2:]")


def functions(folder: Path, *words: str) -> dict[str, Any]:
    """Run a command and return the row of each function."""
    return {one["id"]: one for built in stall.answer(folder, *words)["built"] for one in built["functions"]}


def asks(folder: Path, base: str, **more: str) -> None:
    """Name a model in the project's configuration."""
    rows = {"model": "scripted", "api_base": base, **more}
    table = "".join(f'{name} = "{value}"\n' for name, value in rows.items())
    (folder / "holo.toml").write_text(f"{stall.CONFIG}\n[models.small]\n{table}", encoding="utf-8")


@pytest.fixture
def open_one(stall_once: Path, tmp_path: Path) -> Path:
    """The stall with a recording for every function but one, and nothing built."""
    folder = stall.make(tmp_path / "project")
    shutil.copytree(stall_once / "recordings", folder / "recordings")
    (folder / "recordings" / "stall" / f"{KEY}.md").unlink()
    return folder


def in_place(folder: Path, body: str) -> Path:
    """Write a body into the file that the ticket of the open function names, as its text says."""
    ticket = (folder / "build" / "stall" / "tickets" / f"{KEY}.md").read_text(encoding="utf-8")
    file = folder / ticket.rpartition(" into `")[2].partition("`")[0]
    text = file.read_text(encoding="utf-8")
    open_ = f'raise NotImplementedError("`{KEY}` is open")'
    assert open_ in text
    file.write_text(text.replace(open_, body), encoding="utf-8")
    return file


# -- files -------------------------------------------------------------------------------------


def test_a_ticket_leads_to_an_accepted_body(open_one: Path) -> None:
    """Read the ticket, write the file that it names, judge it with the command that it names, build."""
    stall.here(open_one, "compile")
    file = in_place(open_one, "return queue[1:]")
    text = (open_one / "build" / "stall" / "tickets" / f"{KEY}.md").read_text(encoding="utf-8")
    command = text.rpartition("Then run `holo ")[2].partition("`")[0].split()

    judged = stall.here(open_one, *command)
    built = functions(open_one, "build")

    assert (0, True) == (judged.returncode, judged.stdout.startswith(f"accepted {file.relative_to(open_one)}"))
    assert ("accepted", "files") == (built[KEY]["state"], built[KEY]["agent"])
    assert {"accepted", "weak"} == {row["state"] for row in built.values()}


def test_a_wrong_file_is_rejected_and_mended(open_one: Path) -> None:
    """Each build judges what stands in the file then; nothing wrong gets into the package."""
    stall.here(open_one, "compile")
    file = in_place(open_one, "return queue[2:]")

    wrong = stall.here(open_one, "build")
    package = stall.generated(open_one, KEY).read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("queue[2:]", "queue[1:]"), encoding="utf-8")
    right = stall.here(open_one, "build")

    assert (1, 0) == (wrong.returncode, right.returncode)
    assert f" rejected {KEY}" in wrong.stdout
    assert "undecided stall.line.serve" in wrong.stdout
    assert "raise NotImplementedError" in package


def test_a_compile_leaves_what_was_written_for_a_ticket(open_one: Path) -> None:
    """Tickets are written again without touching an answer."""
    stall.here(open_one, "compile")
    file = in_place(open_one, "return queue[1:]")
    before = file.read_bytes()

    done = stall.here(open_one, "compile")

    assert (0, before) == (done.returncode, file.read_bytes())


# -- replay ------------------------------------------------------------------------------------


def test_a_stale_recording_is_said_and_not_used(open_one: Path) -> None:
    """A reply to another ticket is never taken for a reply to this one."""
    path = open_one / stall.SPEC
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Who is next."', '"Who comes first."'), encoding="utf-8")

    done = stall.here(open_one, "build")

    assert done.returncode == 1
    assert "open stall.line.first" in done.stdout
    assert "stale `recordings/stall/stall.line.first.md` answers ticket" in done.stdout


def test_a_recorded_reply_that_breaks_the_rules_is_rejected(open_one: Path) -> None:
    """A recording is judged like any reply: two blocks are none."""
    stall.record(open_one, KEY)
    path = open_one / "recordings" / "stall" / f"{KEY}.md"
    path.write_text(path.read_text(encoding="utf-8") + GOOD, encoding="utf-8")

    done = stall.here(open_one, "build")

    assert done.returncode == 1
    assert "H701 The reply has 2 fenced blocks; it must have exactly one" in done.stdout


# -- model -------------------------------------------------------------------------------------


def test_a_models_good_reply_is_accepted_recorded_and_never_asked_for_again(open_one: Path, tmp_path: Path) -> None:
    """One question, one answer: in the journal, in the package, and in a recording that a fresh folder replays."""
    with serving(Line(GOOD)) as script:
        asks(open_one, script.base)
        first = functions(open_one, "build", "--record")
        recording = open_one / "recordings" / "stall" / f"{KEY}.md"
        recorded = recording.read_text(encoding="utf-8")
        recording.unlink()
        shutil.rmtree(open_one / "generated")
        second = functions(open_one, "build")
    with Journal(open_one / ".holo") as journal:
        replies = [entry.reply for entry in journal.attempts(KEY)]
    fresh = stall.make(tmp_path / "fresh" / "project")
    shutil.copytree(open_one / "recordings", fresh / "recordings")
    (fresh / "recordings" / "stall" / f"{KEY}.md").write_text(recorded, encoding="utf-8")
    replayed = functions(fresh, "build")

    assert (1, [GOOD]) == (len(script.asked), replies)
    assert ("accepted", "model", "scripted") == tuple(first[KEY][name] for name in ("state", "agent", "model"))
    assert ("accepted", "model", "scripted") == tuple(second[KEY][name] for name in ("state", "agent", "model"))
    assert ("accepted", "replay", "scripted") == tuple(replayed[KEY][name] for name in ("state", "agent", "model"))


def test_a_model_is_asked_only_for_what_nobody_else_fills(open_one: Path) -> None:
    """Derived and recorded functions cost nothing; the question is the ticket and nothing else."""
    with serving(Line(GOOD)) as script:
        asks(open_one, script.base)
        stall.here(open_one, "build")

    ticket = (open_one / "build" / "stall" / "tickets" / f"{KEY}.md").read_text(encoding="utf-8")
    assert 1 == len(script.asked)
    assert ticket.startswith(script.asked[0]["messages"][0]["content"])


def test_a_contract_that_its_body_still_meets_asks_nobody(built: Path) -> None:
    """Neither for the function nor for its callers: they are judged again with the bodies that they have."""
    path = built / stall.SPEC
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ensures result == queue[1:]", "ensures result == [*queue[1:]]"), encoding="utf-8")
    with serving(Line(GOOD)) as script:
        asks(built, script.base)
        found = functions(built, "build")

    assert [] == script.asked
    assert {("accepted", True)} == {(found[key]["state"], found[key]["judged"]) for key in (KEY, "stall.line.serve")}


def test_a_contract_that_its_body_breaks_asks_for_one_body(built: Path) -> None:
    """One changed function, one ticket."""
    path = built / stall.SPEC
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ensures len(result) < 100", 'ensures result == name + "!"'), encoding="utf-8")
    with serving(Line('```python\ndef greeting(name: str) -> str:\n    return name + "!"\n```\n')) as script:
        asks(built, script.base)
        found = functions(built, "build")

    assert 1 == len(script.asked)
    assert {"stall.line.greeting": "model"} == {key: row["agent"] for key, row in found.items() if row["judged"]}


def test_a_wrong_reply_is_repaired_once_and_then_left_open(open_one: Path) -> None:
    """The smallest failing input is shown once; two wrong answers leave the ticket open, with the finding."""
    with serving(Line(WRONG), Line(WRONG)) as script:
        asks(open_one, script.base)
        done = stall.here(open_one, "build")

    assert (1, 2) == (done.returncode, len(script.asked))
    assert "others([" in script.asked[1]["messages"][-1]["content"]
    assert f" open {KEY}" in done.stdout
    assert "`result == queue[1:]` is ensured and does not hold" in done.stdout


def test_functions_that_call_each_other_are_asked_for_one_by_one_and_judged_together(open_one: Path) -> None:
    """Each reply waits for the other; neither is thrown away because the other is not there yet."""
    stall.record(open_one, KEY)
    for name in ("even", "odd"):
        (open_one / "recordings" / "stall" / f"stall.line.{name}.md").unlink()
    with serving(
        *(Line(f"```python\n{stall.BODIES[f'stall.line.{name}']}```\n") for name in ("even", "odd"))
    ) as script:
        asks(open_one, script.base)
        built = functions(open_one, "build", "--record")

    assert 2 == len(script.asked)
    assert {("accepted", "model")} == {
        (built[f"stall.line.{n}"]["state"], built[f"stall.line.{n}"]["agent"]) for n in ("even", "odd")
    }
    assert (open_one / "recordings" / "stall" / "stall.line.even.md").is_file()


def test_nobody_is_asked_for_what_rests_on_an_open_function(open_one: Path) -> None:
    """A reply that cannot be judged is not paid for."""
    (open_one / "recordings" / "stall" / "stall.line.serve.md").unlink()
    with serving(Line(WRONG)) as script:
        asks(open_one, script.base)
        done = stall.here(open_one, "build")

    assert {"`others`"} == {
        line["messages"][0]["content"].partition(": ")[2].partition("\n")[0] for line in script.asked
    }
    assert "open stall.line.serve (waits for `stall.line.others`)" in done.stdout


def test_without_its_key_nothing_that_was_judged_is_lost(open_one: Path) -> None:
    """A model that cannot be asked ends the asking, not the build: all else is filled, written and locked."""
    asks(open_one, "http://127.0.0.1:9/v1", api_key_env="STALL_KEY_THAT_IS_NOT_SET")

    done = stall.here(open_one, "build")

    assert done.returncode == 2
    assert "error H909 The environment has no `STALL_KEY_THAT_IS_NOT_SET`" in done.stderr
    assert "8 of 10 functions accepted" in done.stdout
    assert stall.generated(open_one, "stall.line.first").read_text(encoding="utf-8").count("NotImplementedError") == 0
    assert '"stall.line.first"' in (open_one / "holo.lock").read_text(encoding="utf-8")


def test_where_nobody_answers_the_error_says_so(open_one: Path) -> None:
    """A server that is not there is a fault of the surroundings, in JSON too."""
    asks(open_one, "http://127.0.0.1:9/v1")

    found = stall.answer(open_one, "build")

    assert "Nobody answers for `scripted`" in found["error"]["message"]
    assert 8 == sum(row["state"] in {"accepted", "weak"} for row in found["built"][0]["functions"])


def test_a_model_that_the_order_leaves_out_is_not_asked(open_one: Path) -> None:
    """`[agents] order` is a promise: without `model` in it, no model is asked, and asking by name is refused."""
    with serving(Line(GOOD)) as script:
        asks(open_one, script.base)
        config = open_one / "holo.toml"
        order = '[agents]\norder = ["derive", "replay", "files"]\n'
        config.write_text(f"{config.read_text(encoding='utf-8')}\n{order}", encoding="utf-8")
        built = stall.here(open_one, "build")
        asked = stall.here(open_one, "fill", "--agent", "model")

    assert (1, 2, []) == (built.returncode, asked.returncode, script.asked)
    assert "`model` is not among the agents of this project" in asked.stderr


def test_a_model_that_nobody_configured_is_said(open_one: Path) -> None:
    """Asking by name for a model that is not there is refused."""
    done = stall.here(open_one, "fill", "--agent", "model")

    assert done.returncode == 2
    assert "No model is configured" in done.stderr


def test_checking_asks_nobody(open_one: Path) -> None:
    """`holo check` is what CI runs: no key, no network, whatever is configured."""
    with serving(Line(GOOD)) as script:
        stall.here(open_one, "build")
        asks(open_one, script.base, api_key_env="STALL_KEY_THAT_IS_NOT_SET")
        done = stall.here(open_one, "check", "--offline")

    assert (0, []) == (done.returncode, script.asked)
    assert f"open {KEY}" in done.stdout
