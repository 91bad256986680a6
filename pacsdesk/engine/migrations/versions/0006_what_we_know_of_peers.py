"""Whom to ask about a peer, what we use of it, how long we wait for it; of those from before addresses are checked."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TEXTS = {"character_set": "", "contact": "", "uses": "", "address_check": "exact"}
_SECONDS = ("connect_timeout", "associate_timeout", "answer_timeout")


def upgrade() -> None:
    """Add the columns."""
    for name, default in _TEXTS.items():
        op.add_column("peers", sa.Column(name, sa.Text(), nullable=False, server_default=default))
    for name in _SECONDS:
        op.add_column("peers", sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
