"""Attacks on the log-in page. A county of its own, because names get locked."""

import httpx
import pytest

from ui.settings import AccountSettings


@pytest.fixture(scope="module")
def guarded(make_county, ui_settings):
    accounts = AccountSettings(failures_allowed=3, attempts_per_minute=1_000)
    return make_county(ui_settings.model_copy(update={"accounts": accounts}))


@pytest.fixture
def stranger(guarded):
    with httpx.Client(base_url=guarded.url, headers={"Origin": guarded.url}) as made:
        yield made


def try_in(client, name, password, **fields):
    return client.post("/login", data={"name": name, "password": password, **fields})


def test_guessing_is_locked_out(guarded, stranger):
    guarded.services.accounts.add("guessed", "a password nobody has")
    replies = [try_in(stranger, "guessed", f"guess number {n}") for n in range(3)]
    assert [reply.status_code for reply in replies] == [403] * 3
    right = try_in(stranger, "guessed", "a password nobody has")
    assert right.status_code == 403
    assert "locked" in right.text
    assert "pcc_login" not in stranger.cookies


def test_an_address_that_tries_many_names_is_slowed(make_county, ui_settings):
    allowed = 3
    accounts = AccountSettings(attempts_per_minute=allowed)
    other = make_county(ui_settings.model_copy(update={"accounts": accounts}))
    with httpx.Client(base_url=other.url, headers={"Origin": other.url}) as stranger:
        codes = [try_in(stranger, f"name{n}", "x" * 12).status_code for n in range(3 * allowed)]
    assert codes[:allowed] == [403] * allowed
    assert 429 in codes[allowed:]  # a slow machine may let one more in as the minute passes


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("' OR '1'='1", "x"),
        ("olwen' --", "x"),
        ("olwen\x00", "correct horse battery"),
        ("olwen", ""),
        ("", ""),
        ("*", "*"),
    ],
)
def test_no_trick_in_name_or_password_lets_in(stranger, name, password):
    reply = try_in(stranger, name, password)
    assert reply.status_code in (403, 422, 429)
    assert "pcc_login" not in stranger.cookies


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/officer/../../x",
        "/officer//evil.example",
        "javascript:alert(1)",
        "/officer/\r\nSet-Cookie: a=b",
        "/officer/%0d%0aX: y",
    ],
)
def test_logging_in_leads_nowhere_else(make_services, serve_app, onward):
    from ui.pages.login import _within

    gone_to = _within(onward)
    assert gone_to.startswith("/officer/")
    assert "evil" not in gone_to or gone_to.startswith("/officer/..") is False
    assert "\r" not in gone_to
    assert "//" not in gone_to


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1", "A" * 43, "olwen", "../../x"])
def test_a_made_up_cookie_is_nobodys(guarded, token):
    cookies = {"pcc_login": token}
    with httpx.Client(base_url=guarded.url, cookies=cookies) as stranger:
        assert stranger.get("/officer/library").status_code == 303


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(make_county, ui_settings):
    safe = AccountSettings(secure_cookies=True)
    other = make_county(ui_settings.model_copy(update={"accounts": safe}))
    with httpx.Client(base_url=other.url, headers={"Origin": other.url}) as client:
        cookie = try_in(client, other.user, other.password).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" in cookie


def test_a_login_that_was_ended_is_over(guarded):
    with httpx.Client(base_url=guarded.url, headers={"Origin": guarded.url}) as client:
        try_in(client, guarded.user, guarded.password)
        token = client.cookies["pcc_login"]
        assert client.get("/officer/library").status_code == 200
        client.post("/logout")
        client.cookies.clear()
        client.cookies.set("pcc_login", token)
        assert client.get("/officer/library").status_code == 303


def test_a_new_login_has_a_new_token(guarded):
    tokens = set()
    for _ in range(2):
        with httpx.Client(base_url=guarded.url, headers={"Origin": guarded.url}) as client:
            client.cookies.set("pcc_login", "fixed by somebody else")
            reply = try_in(client, guarded.user, guarded.password)
            tokens.add(reply.cookies["pcc_login"])
    assert len(tokens) == 2
    assert "fixed by somebody else" not in tokens
