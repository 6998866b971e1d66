"""Attacks on the routes: paths, methods, bodies, origins, headers. None has an effect."""

import http.client
import json
import time
from urllib.parse import urlsplit

import httpx
import pytest

SECRETS = (b"root:x:", b"sqlite format 3", b"argon2id", b"77,123", b"import ", b"[project]")


def raw(county, method, path, body=None, headers=None):
    """A request whose path is sent as it is, without a client's tidying."""
    parts = urlsplit(county.url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    connection.putrequest(method, path, skip_host=headers is not None and "Host" in headers)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    reply = connection.getresponse()
    content = reply.read()
    connection.close()
    return reply, content


CLOSED = [
    "/gradio_api/upload",
    "/gradio_api/upload_progress?upload_id=x",
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file=accounts.sqlite3",
    "/gradio_api/file/etc/passwd",
    "/gradio_api/proxy=https://example.org/",
    "/gradio_api/runs",
    "/gradio_api/run-history/buckets",
    "/gradio_api/openapi.json",
    "/gradio_api/deep_link",
    "/gradio_api/dev/reload",
    "/gradio_api/token",
    "/gradio_api/user",
    "/gradio_api/app_id",
    "/gradio_api/login_check",
    "/gradio_api/stream/a/b/1/playlist.m3u8",
    "/gradio_api/custom_component/a/b/c/d",
    "/gradio_api/vibe-code",
    "/gradio_api/profiling/traces",
    "/gradio_api/mcp/sse",
    "/monitoring",
    "/monitoring/summary",
    "/pwa_icon",
    "/manifest.json",
    "/svelte/x",
    "/docs",
    "/redoc",
    "/openapi.json",
]
TRICKS = [
    "/../../../../etc/passwd",
    "/..%2f..%2f..%2fetc%2fpasswd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/static/../../../pyproject.toml",
    "/static/%2e%2e/%2e%2e/routes.py",
    "/static/fonts/..%2f..%2f..%2fetc%2fpasswd",
    "/assets/..%2f..%2f..%2froutes.py",
    "/assets/../routes.py",
    "/assets/....//....//etc/passwd",
    "/ui/../server.py",
    "/ui/..%2fserver.py",
    "/ui/%2e%2e%2fserver.py",
    "/ui/pages.css%00.py",
    "/source/../accounts.sqlite3",
    "/source/..%2f..%2faccounts.sqlite3/original",
    "/source/%2e%2e/original",
    "/source/x/page/../../../accounts.sqlite3.svg",
    "//etc/passwd",
    "/officer/../officer/library",
    "/./officer/library",
    "//officer/library",
    "/OFFICER/library",
    "/officer%2flibrary",
    "/officer;/library",
    "/static/..\\..\\routes.py",
]


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_routes_that_the_pages_do_not_use_are_closed(county, method, path):
    reply, _ = raw(county, method, path, body=b"" if method == "POST" else None)
    assert reply.status == 404


@pytest.mark.parametrize("path", TRICKS)
def test_path_tricks_reach_no_file_and_no_officer_page(county, path):
    reply, content = raw(county, "GET", path)
    assert reply.status in (303, 400, 404)
    assert not any(secret in content for secret in SECRETS)
    assert b"Add documents" not in content


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/search", "/health", "/officer/library"])
def test_other_methods_do_nothing(county, method, path):
    reply, _ = raw(county, method, path)
    assert reply.status in (400, 403, 404, 405)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/gradio_api/queue/join", "application/json"),
        ("/gradio_api/call/ask", "application/json"),
        ("/feedback", "application/x-www-form-urlencoded"),
        ("/login", "application/x-www-form-urlencoded"),
    ],
)
@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_the_limit_is_refused(client, path, kind, announced):
    body = b"answer=" + b"x" * 200_000
    content = body if announced else iter([body[:100_000], body[100_000:]])
    reply = client.post(path, content=content, headers={"Content-Type": kind})
    assert reply.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b'{"data": null}',
        b'{"data": []}',
        b'{"data": [1, 2, 3]}',
        b'{"data": [{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}]}',
        b'{"data": ["x"], "fn_index": 0}',
        b'{"data": ["\\u0000"]}',
        b'{"data": ["x"], "session_hash": "../../x"}',
        b"[" * 20_000,
        b"\xff\xfe",
    ],
)
def test_malformed_calls_end_in_a_plain_refusal(client, body):
    headers = {"Content-Type": "application/json"}
    reply = client.post("/gradio_api/call/ask", content=body, headers=headers)
    assert reply.status_code in (200, 400, 404, 422, 500)
    if reply.status_code == 200:
        told = client.get(f"/gradio_api/call/ask/{reply.json()['event_id']}").text
        assert "root:x:" not in told
        assert "Traceback" not in told
    assert "Traceback" not in reply.text
    assert client.get("/health").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
@pytest.mark.parametrize("path", ["/login", "/logout", "/feedback", "/gradio_api/call/ask"])
def test_other_sites_cannot_send_anything(client, path, headers):
    assert client.post(path, headers=headers, data={"name": "x"}).status_code == 403


@pytest.mark.parametrize("path", ["/officer/library/upload", "/officer/feedback"])
@pytest.mark.parametrize("origin", [None, "https://evil.example"])
def test_another_site_cannot_use_an_officers_login(county, officer, path, origin):
    headers = {"Origin": origin} if origin else {}
    with httpx.Client(base_url=county.url, cookies=officer.cookies) as other:
        assert other.post(path, headers=headers, data={"answer": "x"}).status_code == 403


def test_a_made_up_host_reaches_no_link(county):
    for headers in (
        {"Host": "evil.example"},
        {"Host": "x", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"},
        {"Host": "x", "Forwarded": "host=evil.example"},
    ):
        _, content = raw(county, "GET", "/search", headers=headers)
        assert b"evil.example" not in content


def test_forwarded_headers_of_strangers_reach_no_link_of_gradios_page(county):
    _, content = raw(county, "GET", "/", headers={"Host": "x", "X-Forwarded-Host": "evil.example"})
    assert b"evil.example" not in content


def test_anothers_session_has_nothing_to_read(client):
    body = {"data": ["How much did knife crime fall?"], "session_hash": "mine12345"}
    event = client.post("/gradio_api/call/ask", json=body).json()["event_id"]
    with client.stream("GET", "/gradio_api/queue/data?session_hash=guess12345") as told:
        assert "12%" not in next(told.iter_text(), "")
    assert "12%" in client.get(f"/gradio_api/call/ask/{event}").text


def test_calling_the_pages_own_functions_by_number_gets_past_no_limit(client):
    config = client.get("/config").json()
    numbers = [function["id"] for function in config["dependencies"]]
    for number in [*numbers, -1, 99]:
        body = {
            "data": ["Who is jo@example.org?", [], []],
            "fn_index": number,
            "session_hash": f"number{number + 1}",
        }
        reply = client.post("/gradio_api/queue/join", json=body)
        assert reply.status_code in (200, 400, 404, 422, 500)
        if reply.status_code == 200:
            url = f"/gradio_api/queue/data?session_hash=number{number + 1}"
            with client.stream("GET", url) as told:
                text = "".join(_until_done(told))
            assert "jo@example.org" not in text.replace(json.dumps(body), "")


def _until_done(told):
    deadline = time.monotonic() + 10
    for text in told.iter_text():
        yield text
        if "process_completed" in text or "close_stream" in text or time.monotonic() > deadline:
            return


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "a" * 5_000,
        "q=x&kind=../../etc/passwd",
        "q=x&year=99999999999",
        "q=x&year=-1",
        "q=x&page=-1",
        "q=x&page=999999999999999999999",
        "q=x&meeting=2025-99-99",
        "q=%00&kind=%00",
        "q=" + '"' * 190,
        "q=" + "%F0%9F%98%80" * 40,
        "q=x&q=y&body[]=office",
        "q=knife' OR 1=1 --",
        "q=title:* OR *:*",
        "q=(((((((",
    ],
)
def test_odd_searches_end_in_a_page_or_a_refusal(client, query):
    started = time.monotonic()
    reply = client.get(f"/search?{query}")
    assert reply.status_code in (200, 422)
    assert "77,123" not in reply.text
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "query", ["start=-1&end=5", "start=5&end=1", "start=0&end=99999999999", "page=0", "page=x"]
)
def test_odd_places_in_a_document_end_in_a_page_or_a_refusal(county, client, query):
    reply = client.get(f"/source/{county.ids['meeting-2025-03-04']}?{query}")
    assert reply.status_code in (200, 422)
