"""Users, passwords, logins and lock-out."""

import sqlite3

import pytest

from ui.accounts.accounts import Accounts
from ui.errors import AccountError
from ui.settings import AccountSettings

PASSWORD = "three words enough"


class Clock:
    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def accounts(tmp_path, clock):
    made = Accounts(tmp_path, AccountSettings(failures_allowed=3, lock_minutes=15), clock)
    made.add("olwen", PASSWORD)
    yield made
    made.close()


def test_the_right_password_lets_in_and_log_out_ends_it(accounts):
    login = accounts.log_in("Olwen", PASSWORD)
    assert accounts.user_of(login.token) == "olwen"
    accounts.log_out(login.token)
    assert accounts.user_of(login.token) is None


@pytest.mark.parametrize("token", [None, "", "x", "' OR 1=1 --"])
def test_no_other_token_lets_in(accounts, token):
    assert accounts.user_of(token) is None


def test_guessing_locks_the_name_for_a_while_even_for_the_right_password(accounts, clock):
    for _ in range(2):
        assert accounts.log_in("olwen", "wrong").locked_minutes is None
    assert accounts.log_in("olwen", "wrong").locked_minutes == 16
    assert accounts.log_in("OLWEN", PASSWORD).token is None
    clock.now += 15 * 60 + 1
    assert accounts.log_in("olwen", PASSWORD).token is not None


def test_a_name_that_nobody_has_is_locked_as_well_so_that_it_tells_nothing(accounts):
    answers = [accounts.log_in("nobody", "wrong") for _ in range(3)]
    assert [answer.locked_minutes for answer in answers] == [None, None, 16]


def test_success_forgets_failures(accounts):
    for _ in range(4):
        accounts.log_in("olwen", "wrong")
        accounts.log_in("olwen", "wrong")
        assert accounts.log_in("olwen", PASSWORD).token is not None


def test_a_login_ends_by_itself(accounts, clock):
    token = accounts.log_in("olwen", PASSWORD).token
    clock.now += 24 * 3600 + 1
    assert accounts.user_of(token) is None


def test_a_new_password_ends_the_old_logins(accounts):
    token = accounts.log_in("olwen", PASSWORD).token
    accounts.add("olwen", "another password")
    assert accounts.user_of(token) is None
    assert accounts.log_in("olwen", PASSWORD).token is None


def test_a_removed_user_is_out_at_once(accounts):
    token = accounts.log_in("olwen", PASSWORD).token
    accounts.remove("olwen")
    assert accounts.user_of(token) is None
    assert accounts.names() == ()
    with pytest.raises(AccountError, match="no user"):
        accounts.remove("olwen")


@pytest.mark.parametrize("name", ["", " ", "a b", "<b>", "x" * 65, "../x"])
def test_names_that_will_not_do(accounts, name):
    with pytest.raises(AccountError, match="will not do"):
        accounts.add(name, PASSWORD)


@pytest.mark.parametrize("password", ["", "short", "x" * 257])
def test_passwords_that_will_not_do(accounts, password):
    with pytest.raises(AccountError, match="12 to 256"):
        accounts.add("someone", password)


def test_the_file_holds_no_password_and_no_token(accounts, tmp_path):
    token = accounts.log_in("olwen", PASSWORD).token
    accounts.close()
    with sqlite3.connect(tmp_path / "accounts.sqlite3") as rows:
        dumped = "\n".join(rows.iterdump())
    assert PASSWORD not in dumped
    assert token not in dumped
    assert "$argon2id$" in dumped
    assert (tmp_path / "accounts.sqlite3").stat().st_mode & 0o077 == 0
