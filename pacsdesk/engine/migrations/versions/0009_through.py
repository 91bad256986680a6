"""The journal has what relays passed on and sinks took, and through which of them it went."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was there went through none."""
    op.add_column("associations", sa.Column("through", sa.String(length=32), nullable=False, server_default=""))
