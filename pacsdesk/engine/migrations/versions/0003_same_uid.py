"""What a peer's other content under a stored SOP Instance UID leads to; peers from before keep the first."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column("peers", sa.Column("same_uid", sa.Text(), nullable=False, server_default="keep-first"))
