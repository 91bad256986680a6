"""Which names and origins are ours."""

import pytest

from pacsdesk.link.serving.gate import OwnNames, host_of


@pytest.mark.parametrize(
    ("authority", "host"),
    [("localhost:8980", "localhost"), ("127.0.0.1", "127.0.0.1"), ("[::1]:8980", "::1"), ("[::1", "::1"), ("", "")],
)
def test_the_host_of_an_authority_has_no_port_and_no_brackets(authority: str, host: str) -> None:
    assert host_of(authority) == host


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "localhost.", "::1", "pacs.clinic.example"])
def test_loopback_and_given_names_are_ours(host: str) -> None:
    assert OwnNames("127.0.0.1", frozenset({"pacs.clinic.example"})).includes(host)


@pytest.mark.parametrize("host", ["", "evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.1.7"])
def test_other_names_and_addresses_are_not_ours(host: str) -> None:
    assert not OwnNames("127.0.0.1").includes(host)


def test_bound_to_every_address_any_literal_one_is_ours() -> None:
    assert OwnNames("0.0.0.0").includes("192.168.1.7")


def test_bound_to_every_address_a_foreign_name_still_is_not_ours() -> None:
    assert not OwnNames("0.0.0.0").includes("evil.example")
