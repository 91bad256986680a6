"""A site that also listens in TLS, with certificates of a test's own authority."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.network.tls.tls_site import TlsSite, tls_site


@pytest.fixture
def tls(tmp_path: Path) -> Iterator[TlsSite]:
    """One that trusts the authority and knows nobody."""
    with tls_site(tmp_path) as site:
        yield site
