"""What other programs rely on: /health, the /ask endpoint, the headers."""

import json

import httpx
import pytest
from gradio_client import Client

SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def call_ask(client, question, **extra):
    """The endpoint by plain HTTP, as Gradio documents it."""
    joined = client.post("/gradio_api/call/ask", json={"data": [question], **extra})
    joined.raise_for_status()
    told = client.get(f"/gradio_api/call/ask/{joined.json()['event_id']}").text
    (line,) = [line for line in told.splitlines() if line.startswith("data: ")]
    return json.loads(line.removeprefix("data: "))[0]


def test_health_says_what_is_served(client):
    told = client.get("/health").json()
    assert told["status"] == "ok"
    assert told["documents"] == 4
    assert told["generation"] >= 1
    assert told["answering"] is True


def test_the_python_client_gets_the_batch_row(county):
    row = Client(county.url, verbose=False).predict(
        "How much did knife crime fall?", api_name="/ask"
    )
    assert set(row) >= {"id", "status", "answer", "citations", "passages", "seconds"}
    assert row["status"] == "answered"
    assert "12%" in row["answer"]
    (citation, *_) = row["citations"]
    assert citation["document"] == "meeting-2025-03-04"
    assert citation["quote"] in citation["passage"]
    assert set(citation) >= {"document", "title", "date", "page", "locator", "quote", "passage"}


def test_only_one_endpoint_is_offered(county, capsys):
    offered = Client(county.url, verbose=False).view_api(return_format="dict")
    assert list(offered["named_endpoints"]) == ["/ask"]
    assert not offered["unnamed_endpoints"]


def test_the_endpoint_has_the_limits_of_the_page(client):
    assert call_ask(client, "why " * 100)["status"] == "blocked_too_long"
    row = call_ask(client, "Who is jo@example.org?")
    assert row["status"] == "blocked_personal_data"
    assert "jo@example.org" not in json.dumps(row)
    assert call_ask(client, "I have been mugged")["status"] == "blocked_crime_report"


@pytest.mark.parametrize(
    "path", ["/", "/search", "/health", "/login", "/ui/pages.css", "/nowhere", "/gradio_api/upload"]
)
def test_every_reply_has_the_security_headers(client, path):
    headers = client.get(path).headers
    assert {name: headers[name] for name in SECURITY} == SECURITY
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "server" not in headers


def test_only_gradios_page_may_compile_code_and_its_scripts_carry_this_replys_word(client):
    first, second = client.get("/"), client.get("/")
    policies = [reply.headers["content-security-policy"] for reply in (first, second)]
    assert policies[0] != policies[1]
    assert "'unsafe-inline'" not in policies[0].split("script-src")[1].split(";")[0]
    assert "unsafe-eval" not in client.get("/search").headers["content-security-policy"]
    ours, with_word = first.text.count('<script src="/ui/'), first.text.count("<script nonce=")
    assert first.text.count("<script") == ours + with_word


def test_nothing_on_gradios_page_points_elsewhere(client):
    page = client.get("/").text
    assert "huggingface" not in page.split("window.gradio_config")[0]
    for outside in ("fonts.googleapis", "cdnjs", "raw.githubusercontent", "gradio.app"):
        assert outside not in page.split("window.gradio_config")[0]


def test_the_officers_endpoint_needs_a_login(county):
    with httpx.Client(base_url=county.url) as stranger:
        assert stranger.get("/officer/config", follow_redirects=False).status_code == 303
        ours = {"Origin": county.url}
        reply = stranger.post("/officer/gradio_api/queue/join", json={}, headers=ours)
        assert reply.status_code == 401
