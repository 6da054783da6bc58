"""The two doors of the gateway as web applications: every route in one table, each with who may take it.

- Terminals: a certificate at the door, a parcel in or out, problems as RFC 9457 documents.
- Staff: a session cookie that scripts cannot read and other sites cannot use, a token in every form, no script at all.
- What goes wrong on purpose is told here, in Dutch or as a problem; nothing of a person is in it.
- Not here: what a route does (channel.py, pages.py) and listening (serving.py).
"""

import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from modules.errors import ProductError, RefusedError, StoreError
from sync.gateway import channel, code_desk, pages, papers, steps
from sync.gateway.channel import Knock
from sync.gateway.desk import Asked, NotYoursError, Shown
from sync.gateway.entrance import Session, is_same
from sync.gateway.static_files import static_files
from sync.gateway.wiring import Gateway
from sync.wire import (
    MEDIA_TYPE,
    PARCEL_BYTES,
    PROBLEM_MEDIA_TYPE,
    Problem,
    ProblemCode,
    ProblemError,
    problem,
)

log = logging.getLogger("drplan")

FORM_BYTES = 16 * 1024
LATER_SECONDS = 30
_SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Who(StrEnum):
    """Who may take a route."""

    TERMINAL = "terminal"
    STAFF = "staff"
    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class ForTerminals:
    """One route of the terminals' door."""

    path: str
    method: str
    answer: Callable[[Gateway, Knock], bytes]
    who: Who = Who.TERMINAL


@dataclass(frozen=True, slots=True)
class ForStaff:
    """One route of the staff's door."""

    path: str
    method: str
    answer: Callable[[Gateway, Asked], Shown]
    who: Who


def _static(gateway: Gateway, asked: Asked) -> Shown:
    del gateway
    found = static_files().get(asked.path["name"])
    if found is None:
        return pages.error_page("Deze pagina is er niet.", 404)
    return Shown(found.raw, media_type=found.media_type)


TERMINAL_ROUTES = (
    ForTerminals("/v1/batches", "POST", channel.take_batch),
    ForTerminals("/v1/feeds", "GET", channel.give_feed),
)
STAFF_ROUTES = (
    ForStaff("/inloggen", "GET", pages.login_page, Who.ANYBODY),
    ForStaff("/inloggen", "POST", pages.log_in, Who.ANYBODY),
    ForStaff("/static/{name}", "GET", _static, Who.ANYBODY),
    ForStaff("/uitloggen", "POST", pages.log_out, Who.STAFF),
    ForStaff("/", "GET", pages.people, Who.STAFF),
    ForStaff("/mensen/{person}", "GET", pages.person, Who.STAFF),
    ForStaff("/mensen/{person}/bericht", "POST", pages.send_note, Who.STAFF),
    ForStaff("/mensen/{person}/code", "POST", code_desk.code_page, Who.STAFF),
    ForStaff("/mdo", "GET", papers.mdo_page, Who.STAFF),
    ForStaff("/mensen/{person}/versies", "GET", papers.versions_page, Who.STAFF),
    ForStaff("/mensen/{person}/meenemen", "GET", papers.take_along, Who.STAFF),
    ForStaff("/mensen/{person}/stap/{step}", "POST", steps.take_step, Who.STAFF),
    ForStaff("/mensen/{person}/ondertekenen", "POST", steps.countersign, Who.STAFF),
    ForStaff("/mensen/{person}/gegevens", "GET", pages.own_print_page, Who.STAFF),
    ForStaff("/mensen/{person}/plan.{kind}", "GET", pages.plan_file, Who.STAFF),
)


def terminals_app(gateway: Gateway) -> Starlette:
    """Gives the terminals' door."""
    routes = [Route(one.path, _for_terminals(gateway, one), methods=[one.method]) for one in TERMINAL_ROUTES]
    return Starlette(routes=routes, exception_handlers={404: _no_such_address, 405: _no_such_address})


def staff_app(gateway: Gateway) -> Starlette:
    """Gives the staff's door."""
    routes = [Route(one.path, _for_staff(gateway, one), methods=[one.method]) for one in STAFF_ROUTES]
    return Starlette(routes=routes, exception_handlers={404: _no_such_page, 405: _no_such_page})


def _for_terminals(gateway: Gateway, route: ForTerminals) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        raw = await _body(request, PARCEL_BYTES)
        if raw is None:
            return _told(problem(ProblemCode.TOO_LARGE, "a parcel is at most 8 MiB"))
        knock = Knock(
            terminal=getattr(request.state, "terminal", None),
            media_type=request.headers.get("content-type", "").partition(";")[0],
            after=request.query_params.get("after", "0"),
            raw=raw,
        )
        try:
            answer = await run_in_threadpool(route.answer, gateway, knock)
        except ProblemError as error:
            return _told(error.problem)
        except StoreError as error:
            return _told(problem(ProblemCode.UNAVAILABLE, error.message))
        except Exception as error:  # noqa: BLE001  one request's trouble is not the next one's
            _log(route.path, error)
            return _told(problem(ProblemCode.UNAVAILABLE, "something unexpected; it is in the gateway's log"))
        return Response(answer, media_type=MEDIA_TYPE)

    return endpoint


def _for_staff(gateway: Gateway, route: ForStaff) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        token = request.cookies.get(_cookie(request))
        session = gateway.sessions.find(token)
        if route.who is Who.STAFF and session is None:
            return _shown(request, Shown(to="/inloggen", status=303))
        form: Mapping[str, str] = {}
        if route.method == "POST":
            form = _fields(await _body(request, FORM_BYTES))
            if not _is_own_form(request, form, session if route.who is Who.STAFF else None):
                refused = pages.error_page("Dit formulier is verlopen. Ga terug en probeer het opnieuw.", 403)
                return _shown(request, refused)
        asked = Asked(session, request.path_params, form, token)
        return _shown(request, await run_in_threadpool(_answered, gateway, route, asked))

    return endpoint


def _answered(gateway: Gateway, route: ForStaff, asked: Asked) -> Shown:
    try:
        return route.answer(gateway, asked)
    except NotYoursError as error:
        return pages.error_page(error.hint, 403)
    except RefusedError as error:
        return pages.error_page(error.hint or "Dat kan nu niet.", 400)
    except ProductError:
        return pages.error_page("Er ging iets mis. Wat je zag is bewaard. Probeer het zo opnieuw.", 503)
    except Exception as error:  # noqa: BLE001  one page's trouble is not the next one's
        _log(route.path, error)
        return pages.error_page("Er ging iets mis. Wat je zag is bewaard. Meld het als het blijft gebeuren.", 500)


def _log(path: str, error: Exception) -> None:
    """Logs where it went wrong, never an error's own words: they may quote what a person typed."""
    log.error("%s at %s\n%s", type(error).__name__, path, "".join(traceback.format_tb(error.__traceback__)))


async def _body(request: Request, most_bytes: int) -> bytes | None:
    parts: list[bytes] = []
    total_bytes = 0
    async for part in request.stream():
        total_bytes += len(part)
        if total_bytes > most_bytes:
            return None
        parts.append(part)
    return b"".join(parts)


def _fields(raw: bytes | None) -> Mapping[str, str]:
    try:
        return dict(parse_qsl((raw or b"").decode("utf-8"), keep_blank_values=True, max_num_fields=20))
    except ValueError:
        return {}


def _is_own_form(request: Request, form: Mapping[str, str], session: Session | None) -> bool:
    """Tells whether a form was sent from a page of ours; the session's token where there is one, else the origin."""
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host', '')}":
        return False
    if session is None:
        return origin is not None
    return is_same(form.get("form_token", ""), session.form_token)


def _shown(request: Request, shown: Shown) -> Response:
    headers = dict(_SECURITY)
    if shown.to is not None:
        headers["Location"] = shown.to
    if shown.file_name is not None:
        headers["Content-Disposition"] = f'attachment; filename="{shown.file_name}"'
    if request.url.path.startswith("/static/") and shown.status == 200:  # noqa: PLR2004
        headers["Cache-Control"] = "public, max-age=3600"
    response = Response(shown.content, status_code=shown.status, headers=headers, media_type=shown.media_type)
    if shown.begins is not None:
        secure = request.url.scheme == "https"
        response.set_cookie(_cookie(request), shown.begins, httponly=True, samesite="strict", secure=secure, path="/")
    if shown.ends:
        response.delete_cookie(_cookie(request), path="/")
    return response


def _cookie(request: Request) -> str:
    return "__Host-desk" if request.url.scheme == "https" else "desk"


def _told(found: Problem) -> Response:
    headers = {"Retry-After": str(LATER_SECONDS)} if found.code in (ProblemCode.BUSY, ProblemCode.UNAVAILABLE) else {}
    raw = found.model_dump_json(exclude_none=True)
    return Response(raw, status_code=found.status, headers=headers, media_type=PROBLEM_MEDIA_TYPE)


async def _no_such_address(request: Request, error: Exception) -> Response:
    del request, error
    return _told(problem(ProblemCode.NOT_FOUND, "see WIRE.md for what a gateway answers to"))


async def _no_such_page(request: Request, error: Exception) -> Response:
    del error
    return _shown(request, pages.error_page("Deze pagina is er niet.", 404))
