"""Calls of a model, over real HTTP against a scripted server."""

from __future__ import annotations

import socket

import pytest

from holo.agents.model import MAX_WAIT, TRIES, Answer, Model, ask
from holo.errors import HoloError
from tests.unit.agents.scripted_server import Line, Script, serving

QUESTION = [{"role": "user", "content": "Write."}]


def put(script: Script, waits: list[float] | None = None, **settings: float) -> Answer:
    """Ask the scripted server; waits are noted, not waited."""
    model = Model("scripted", script.base, **{"timeout": 5.0, **settings})
    return ask(model, QUESTION, environ={}, sleep=(waits if waits is not None else []).append)


def test_an_answer_has_text_and_tokens() -> None:
    """What the server says comes back word for word, with its counts."""
    with serving(Line("def f(): ...")) as script:
        answer = put(script)

    assert ("def f(): ...", "", 11, 7) == (answer.text, answer.error, answer.tokens_in, answer.tokens_out)


def test_half_a_character_does_no_harm() -> None:
    """JSON can say what UTF-8 cannot."""
    with serving(Line("a\ud800b")) as script:
        answer = put(script)

    assert "a?b" == answer.text


def test_settings_reach_the_server() -> None:
    """Model, temperature and limit are what the project says."""
    with serving(Line("x")) as script:
        put(script, temperature=0.5, max_tokens=321)

    assert ("scripted", 0.5, 321) == tuple(script.asked[0][key] for key in ("model", "temperature", "max_tokens"))


def test_the_key_comes_from_the_environment_by_name() -> None:
    """The variable that the configuration names holds the key."""
    with serving(Line("x")) as script:
        ask(Model("scripted", script.base, "MY_KEY"), QUESTION, environ={"MY_KEY": "k1"}, sleep=lambda _: None)

    assert ["Bearer k1"] == script.keys


def test_a_missing_key_is_said_before_anything_is_asked() -> None:
    """A variable that is not set is an error that names it."""
    with pytest.raises(HoloError, match="`MY_KEY`"):
        ask(Model("scripted", "http://127.0.0.1:9", "MY_KEY"), QUESTION, environ={})


def test_no_model_is_said() -> None:
    """An empty name of a model is a configuration to mend."""
    with pytest.raises(HoloError, match="No model is configured"):
        ask(Model(""), QUESTION, environ={})


def test_a_refused_connection_says_where() -> None:
    """Nobody at the address ends the build with the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}/v1"

    with pytest.raises(HoloError, match="Nobody answers") as caught:
        ask(Model("scripted", base), QUESTION, environ={}, sleep=lambda _: None)

    assert base in caught.value.message


def test_a_refused_key_is_never_shown() -> None:
    """401 names the variable, not the key."""
    with serving(Line(status=401)) as script, pytest.raises(HoloError, match="refuses `MY_KEY`") as caught:
        ask(Model("scripted", script.base, "MY_KEY"), QUESTION, environ={"MY_KEY": "sk-secret"}, sleep=lambda _: None)

    assert "sk-secret" not in caught.value.message + caught.value.hint


def test_a_busy_provider_is_given_the_time_it_asks_for() -> None:
    """429 with Retry-After waits that long and asks again."""
    waits: list[float] = []
    with serving(Line(status=429, headers={"retry-after": "7"}), Line("done")) as script:
        answer = put(script, waits)

    assert ("done", [7.0]) == (answer.text, waits)


def test_a_provider_that_asks_for_too_much_patience_has_failed() -> None:
    """Waits are bounded."""
    waits: list[float] = []
    with serving(Line(status=429, headers={"retry-after": str(MAX_WAIT + 1)})) as script:
        answer = put(script, waits)

    assert (False, [], 1) == (answer.answered, waits, len(script.asked))
    assert "429" in answer.error


def test_a_provider_that_stays_broken_is_given_up() -> None:
    """5xx is tried again, a fixed number of times."""
    waits: list[float] = []
    with serving(Line(status=500)) as script:
        answer = put(script, waits)

    assert (False, TRIES, TRIES - 1) == (answer.answered, len(script.asked), len(waits))
    assert "(500)" in answer.error


def test_a_broken_provider_that_recovers_has_answered() -> None:
    """One 503 costs a wait and nothing else."""
    with serving(Line(status=503), Line("done")) as script:
        answer = put(script)

    assert "done" == answer.text


def test_silence_is_a_timeout() -> None:
    """A server that says nothing is left after the configured time."""
    with serving(Line(hang=True)) as script:
        answer = put(script, timeout=0.3)

    assert not answer.answered
    assert "did not answer within 0.3 s" in answer.error


def test_garbage_is_no_answer() -> None:
    """A body that is no JSON is an error in words."""
    with serving(Line(raw="{not json")) as script:
        answer = put(script)

    assert not answer.answered
    assert "`scripted` failed (500): what it sent is no JSON" == answer.error


def test_a_reply_without_choices_is_no_answer() -> None:
    """JSON of another shape is an error in words."""
    with serving(Line(raw='{"id": "1", "object": "chat.completion", "choices": []}')) as script:
        answer = put(script)

    assert (False, "The model's reply has no content") == (answer.answered, answer.error)


def test_an_empty_reply_is_an_answer_without_use() -> None:
    """The provider answered; the writer said nothing."""
    with serving(Line("")) as script:
        answer = put(script)

    assert (True, "The reply is empty") == (answer.answered, answer.error)


def test_a_reply_that_was_cut_off_is_not_used() -> None:
    """`finish_reason` tells that the limit of tokens ended it."""
    with serving(Line("```python\ndef f", finish="length")) as script:
        answer = put(script)

    assert "cut off" in answer.error


def test_an_unknown_model_is_a_configuration_to_mend() -> None:
    """404 ends the build, since no other ticket would fare better."""
    with serving(Line(status=404)) as script, pytest.raises(HoloError, match="cannot be asked"):
        put(script)
