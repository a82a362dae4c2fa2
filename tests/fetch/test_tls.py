"""Certificates are checked: one nobody vouches for ends the exchange before a request is sent."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fetching import Fetch

from copydesk.fetch.records import Result

HOST = "127.0.78.1"


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[tuple[int, list[bytes]]]:
    """A server with a certificate of its own making: its port, and what it was sent."""
    pytest.importorskip("cryptography")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(tmp_path / "server.pem"))
    sent: list[bytes] = []
    listener = socket.create_server((HOST, 0))

    def serve() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(raw, server_side=True) as connection:
                    sent.append(connection.recv(1_000))
            except OSError:
                continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listener.getsockname()[1], sent
    listener.close()


def certificate(path: Path) -> Path:
    from cryptography import x509  # noqa: PLC0415 - comes with Prefect, and only this test needs it
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), False)
        .sign(key, hashes.SHA256())
    )
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(key.private_bytes(*form) + made.public_bytes(serialization.Encoding.PEM))
    return path


def test_a_certificate_nobody_vouches_for_is_not_trusted(
    fetched: Fetch, secured: tuple[int, list[bytes]]
) -> None:
    port, sent = secured
    summary = fetched([f"https://{HOST}:{port}/rss"], allow=frozenset({f"{HOST}:{port}"}))
    [source] = summary.sources
    assert source.failure == Result.ROBOTS_UNREACHABLE
    assert "not to be trusted" in source.detail
    # Asking again would not help, and was not tried.
    assert summary.requests == 1
    assert not any(data.startswith(b"GET") for data in sent)
