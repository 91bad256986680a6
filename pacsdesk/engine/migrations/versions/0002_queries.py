"""What queries need: patients found by their folded names, series by the requests that they answer."""

import sqlalchemy as sa
from alembic import op

from pacsdesk.engine.archive.folding import fold

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BY_CODE_POINT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_BATCH = 1000


def upgrade() -> None:
    """Add the columns; names are folded here, requests come with the next object or a rebuild."""
    op.add_column("patients", sa.Column("name_sort", _BY_CODE_POINT, nullable=False, server_default=""))
    _fold_names()
    op.create_index("ix_patients_name_sort", "patients", ["name_sort"])
    op.add_column("series", sa.Column("request_attributes", sa.Text(), nullable=False, server_default=""))


def _fold_names() -> None:
    patients = sa.table("patients", sa.column("row_id"), sa.column("patient_name"), sa.column("name_sort"))
    connection = op.get_bind()
    after = 0
    while rows := connection.execute(
        sa.select(patients.c.row_id, patients.c.patient_name)
        .where(patients.c.row_id > after)
        .order_by(patients.c.row_id)
        .limit(_BATCH)
    ).all():
        connection.execute(
            sa.update(patients)
            .where(patients.c.row_id == sa.bindparam("of_patient"))
            .values(name_sort=sa.bindparam("folded")),
            [{"of_patient": row.row_id, "folded": fold(row.patient_name)} for row in rows],
        )
        after = rows[-1].row_id
