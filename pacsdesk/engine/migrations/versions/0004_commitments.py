"""Storage commitment: requests of senders and the instances that they name."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "commitments",
        sa.Column("row_id", _ROW_ID, nullable=False),
        sa.Column("transaction_uid", sa.String(length=64), nullable=False),
        sa.Column("calling_ae_title", sa.String(length=16), nullable=False),
        sa.Column("called_ae_title", sa.String(length=16), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("requested_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("number_of_instances", sa.Integer(), nullable=False),
        sa.Column("number_of_failures", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.DateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.DateTime(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name="pk_commitments"),
        sa.UniqueConstraint(
            "calling_ae_title", "transaction_uid", name="uq_commitments_calling_ae_title_transaction_uid"
        ),
    )
    op.create_index("ix_commitments_state", "commitments", ["state", "next_attempt_at"])
    op.create_table(
        "commitment_references",
        sa.Column("commitment_row_id", _ROW_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sop_class_uid", sa.String(length=64), nullable=False),
        sa.Column("sop_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("failure_reason", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_row_id"],
            ["commitments.row_id"],
            name="fk_commitment_references_commitment_row_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("commitment_row_id", "position", name="pk_commitment_references"),
        sqlite_with_rowid=False,
    )
