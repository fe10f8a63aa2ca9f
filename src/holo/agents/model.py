"""Calls a model: any provider that litellm knows, and any server that speaks OpenAI's protocol.

The one home of litellm and of the network. One call is one question with one answer; what is asked, and what
follows from the answer, is `fill`'s affair. Keys come from the environment by name and are never shown.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from holo.errors import HoloError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NAME = "model"
NO_MODEL = "H909"

MAX_WAIT = 60.0
"""Seconds that a provider may make us wait at a time; who asks for more has failed."""

TRIES = 4
"""Calls until a busy or broken provider counts as failed."""


@dataclass(frozen=True, slots=True)
class Model:
    """One model and how to reach it, as `holo.toml` says.

    `model` is a name of litellm (`anthropic/...`, `ollama/...`); with `api_base` and no provider in it, the server
    speaks OpenAI's protocol. `api_key_env` names the environment's variable that holds the key.
    """

    model: str
    api_base: str = ""
    api_key_env: str = ""
    temperature: float = 0.2
    max_tokens: int = 1000
    timeout: float = 120.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `cost` is in dollars.

    `error` says why the text cannot be used: with `answered` a reply that is no answer, without it a provider that failed.
    """

    text: str
    error: str = ""
    answered: bool = True
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    seconds: float = 0.0


Message = dict[str, str]
"""`role` and `content`."""


def ask(
    model: Model,
    messages: Sequence[Message],
    *,
    environ: Mapping[str, str],
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """Ask a model once, patiently: a provider that is busy or broken is asked again, at most `TRIES` times.

    Raises `HoloError` for what no other ticket would survive either: no key, a refused key, an unknown model, nobody
    at the address. Everything else is an answer with its error.
    """
    options = _options(model, environ)
    litellm = _litellm()
    began = clock()
    error = ""
    for turn in range(1, TRIES + 1):
        try:
            reply = litellm.completion(messages=list(messages), **options)
            return _answer(litellm, reply, clock() - began)
        except Exception as caught:  # noqa: BLE001  (providers raise whatever they like; none of it may be a traceback)
            error, wait = _failed(model, caught, turn)
        if wait is None:
            break
        if turn < TRIES:
            sleep(wait)
    return Answer("", error, answered=False, seconds=clock() - began)


def _options(model: Model, environ: Mapping[str, str]) -> dict[str, Any]:
    if not model.model:
        raise HoloError("No model is configured", "Set `model` in `[models.small]` of `holo.toml`", NO_MODEL)
    options: dict[str, Any] = {
        "model": model.model,
        "temperature": model.temperature,
        "max_tokens": model.max_tokens,
        "timeout": model.timeout,
        "num_retries": 0,
        "max_retries": 0,
    }
    if model.api_base:
        options["api_base"] = model.api_base
        options["api_key"] = "none"  # the client insists on one; local servers do not look at it
        if "/" not in model.model:
            options["model"] = f"openai/{model.model}"
    if model.api_key_env:
        key = environ.get(model.api_key_env, "")
        if not key:
            raise HoloError(
                f"The environment has no `{model.api_key_env}`, which should hold the key of `{model.model}`",
                f"Set `{model.api_key_env}`, or name another variable as `api_key_env`",
                NO_MODEL,
            )
        options["api_key"] = key
    return options


def _litellm() -> Any:
    # 2.5 s and 170 MB, and only a build that asks a model needs it. Without these two it would fetch a list of
    # prices and read `.env` of the working folder.
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
    os.environ["LITELLM_MODE"] = "PRODUCTION"
    import litellm

    litellm.suppress_debug_info = True
    litellm.telemetry = False
    litellm.drop_params = True  # a model that knows no temperature is asked without one
    return litellm


def _answer(litellm: Any, reply: Any, seconds: float) -> Answer:
    try:
        choice = reply.choices[0]
        # Half a surrogate pair is legal in JSON and nowhere else.
        text = (choice.message.content or "").encode("utf-8", "replace").decode()
        finish = choice.finish_reason or ""
    except (AttributeError, IndexError, TypeError):
        return Answer("", "The model's reply has no content", answered=False, seconds=seconds)
    usage = getattr(reply, "usage", None)
    tokens_in = int(getattr(usage, "prompt_tokens", 0) or 0)
    tokens_out = int(getattr(usage, "completion_tokens", 0) or 0)
    try:
        cost = float(litellm.completion_cost(completion_response=reply) or 0.0)
    except Exception:  # noqa: BLE001  (a model without a price, a local one say, costs nothing that we know of)
        cost = 0.0
    error = ""
    if finish == "length":
        error = "The reply was cut off at the limit of tokens"
    elif finish == "content_filter":
        error = "The provider withheld the reply"
    elif not text.strip():
        error = "The reply is empty"
    return Answer(text, error, tokens_in=tokens_in, tokens_out=tokens_out, cost=cost, seconds=seconds)


def _failed(model: Model, error: Exception, turn: int) -> tuple[str, float | None]:
    """Return what went wrong and how long to wait before the next try, None for no other try."""
    status = getattr(error, "status_code", None)
    kind = type(error).__name__
    if kind == "Timeout" or status == 408:
        return f"`{model.model}` did not answer within {model.timeout:g} s", None
    if status in {401, 403}:
        named = f"`{model.api_key_env}`" if model.api_key_env else "to answer without a key"
        hint = (
            "Set a key that is valid for it" if model.api_key_env else "Name the variable with its key as `api_key_env`"
        )
        raise HoloError(f"`{model.model}` refuses {named} ({status})", hint, NO_MODEL)
    if "Missing credentials" in str(error):
        raise HoloError(f"`{model.model}` needs a key", "Name the variable with its key as `api_key_env`", NO_MODEL)
    if status == 429:
        asked = _retry_after(error)
        wait = asked if asked is not None else min(2.0**turn, MAX_WAIT)
        said = f"`{model.model}` is busy (429)"
        return (said, wait) if wait <= MAX_WAIT else (f"{said} and asks for {wait:g} s of patience", None)
    if _nobody_there(error):
        where = model.api_base or "its provider"
        raise HoloError(
            f"Nobody answers for `{model.model}` at {where}", "Start the server, or mend `api_base`", NO_MODEL
        )
    if status in {400, 404, 422} and kind in {"NotFoundError", "BadRequestError", "UnprocessableEntityError"}:
        raise HoloError(
            f"`{model.model}` cannot be asked ({status}): {_first_line(error)}", "Mend `model` in `holo.toml`", NO_MODEL
        )
    if isinstance(status, int) and status >= 500:
        return f"`{model.model}` failed ({status}): {_first_line(error)}", min(2.0 ** (turn - 1), MAX_WAIT)
    return f"`{model.model}` gave no answer: {_first_line(error)}", None


def _retry_after(error: Exception) -> float | None:
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    more = getattr(error, "litellm_response_headers", None) or {}
    for source in (headers, more):
        value = source.get("retry-after") or source.get("Retry-After")
        if value is not None:
            try:
                return max(0.0, float(value))
            except ValueError:
                return None  # a date: our own rhythm will do
    return None


def _nobody_there(error: BaseException | None) -> bool:
    seen = 0
    while error is not None and seen < 10:
        if type(error).__name__ in {"ConnectError", "ConnectionRefusedError"} or isinstance(
            error, ConnectionRefusedError
        ):
            return True
        error = error.__cause__ or error.__context__
        seen += 1
    return False


def _first_line(error: Exception) -> str:
    """Return what a provider says, without the names that libraries put before it."""
    said = str(error).strip().partition("\n")[0]
    said = re.sub(r"^(?:(?:litellm\.)?\w+(?:Error|Exception)(?:: | - ))+(?:error - )?", "", said)
    if "Received response" in said:
        return "what it sent is no JSON"
    return said[:200] or type(error).__name__
