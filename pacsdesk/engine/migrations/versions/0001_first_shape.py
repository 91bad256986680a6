"""The first shape of a site: audit, accounts, jobs, peers, and the index with what moves it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, parents before their children."""
    _create_audit()
    _create_conflicts()
    _create_file_moves()
    _create_jobs()
    _create_object_folders()
    _create_patients()
    _create_peers()
    _create_sources()
    _create_trash()
    _create_users()
    _create_sessions()
    _create_studies()
    _create_series()
    _create_study_words()
    _create_instances()


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("actor_kind", sa.String(length=16), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("session_id", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", name="pk_audit"),
    )
    with op.batch_alter_table("audit") as batch_op:
        batch_op.create_index("ix_audit_at", ["at"], unique=False)


def _create_conflicts() -> None:
    op.create_table(
        "conflicts",
        sa.Column("conflict_id", sa.String(length=32), nullable=False),
        sa.Column("sop_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("study_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("sop_class_uid", sa.String(length=64), nullable=False),
        sa.Column("transfer_syntax_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_name", sa.Text(), nullable=False),
        sa.Column("patient_id", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("dataset_offset", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("sending_ae_title", sa.Text(), nullable=False),
        sa.Column("differences", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("conflict_id", name="pk_conflicts"),
    )
    with op.batch_alter_table("conflicts") as batch_op:
        batch_op.create_index("ix_conflicts_received", ["received_at", "conflict_id"], unique=False)
        batch_op.create_index("ix_conflicts_sop_instance_uid", ["sop_instance_uid"], unique=False)
        batch_op.create_index("ix_conflicts_study_instance_uid", ["study_instance_uid"], unique=False)


def _create_file_moves() -> None:
    op.create_table(
        "file_moves",
        sa.Column("row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name="pk_file_moves"),
    )


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("job_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("lane", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("done", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("job_id", name="pk_jobs"),
    )
    with op.batch_alter_table("jobs") as batch_op:
        batch_op.create_index("ix_jobs_created_at", ["created_at"], unique=False)
        batch_op.create_index("ix_jobs_state", ["state"], unique=False)


def _create_object_folders() -> None:
    op.create_table(
        "object_folders",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("is_open", sa.Boolean(name="is_open"), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_object_folders"),
    )
    with op.batch_alter_table("object_folders") as batch_op:
        batch_op.create_index("ix_object_folders_is_open", ["is_open"], unique=False)


def _create_patients() -> None:
    op.create_table(
        "patients",
        sa.Column("row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("patient_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("issuer_of_patient_id", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("patient_name", sa.Text(), nullable=False),
        sa.Column("patient_birth_date", sa.Text(), nullable=False),
        sa.Column("patient_birth_time", sa.Text(), nullable=False),
        sa.Column("patient_sex", sa.Text(), nullable=False),
        sa.Column("other_patient_ids", sa.Text(), nullable=False),
        sa.Column("ethnic_group", sa.Text(), nullable=False),
        sa.Column("patient_comments", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name="pk_patients"),
        sa.UniqueConstraint(
            "patient_id",
            "issuer_of_patient_id",
            "name_key",
            name="uq_patients_patient_id_issuer_of_patient_id_name_key",
        ),
    )


def _create_peers() -> None:
    op.create_table(
        "peers",
        sa.Column("row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ae_title", sa.String(length=16), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("tls", sa.String(length=8), nullable=False),
        sa.Column("allow", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name="pk_peers"),
        sa.UniqueConstraint("ae_title", "host", "port", name="uq_peers_ae_title_host_port"),
        sa.UniqueConstraint("name_key", name="uq_peers_name_key"),
    )


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("ae_title", sa.Text(), nullable=False),
        sa.Column("last_received_at", sa.DateTime(), nullable=False),
        sa.Column("number_of_instances", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("ae_title", name="pk_sources"),
    )


def _create_trash() -> None:
    op.create_table(
        "trash",
        sa.Column("trash_id", sa.String(length=32), nullable=False),
        sa.Column("study_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_name", sa.Text(), nullable=False),
        sa.Column("patient_id", sa.Text(), nullable=False),
        sa.Column("study_description", sa.Text(), nullable=False),
        sa.Column("study_date", sa.Text(), nullable=False),
        sa.Column("number_of_instances", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(), nullable=False),
        sa.Column("deleted_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("trash_id", name="pk_trash"),
    )
    with op.batch_alter_table("trash") as batch_op:
        batch_op.create_index("ix_trash_deleted_at", ["deleted_at"], unique=False)
        batch_op.create_index("ix_trash_study_instance_uid", ["study_instance_uid"], unique=False)


def _create_users() -> None:
    op.create_table(
        "users",
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("last_signed_in_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name_key", name="pk_users"),
    )


def _create_sessions() -> None:
    op.create_table(
        "sessions",
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["name_key"], ["users.name_key"], name="fk_sessions_name_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("token_digest", name="pk_sessions"),
        sa.UniqueConstraint("session_id", name="uq_sessions_session_id"),
    )
    with op.batch_alter_table("sessions") as batch_op:
        batch_op.create_index("ix_sessions_expires_at", ["expires_at"], unique=False)
        batch_op.create_index("ix_sessions_name_key", ["name_key"], unique=False)


def _create_studies() -> None:
    op.create_table(
        "studies",
        sa.Column("row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("patient_row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("study_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("patient_id", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("issuer_of_patient_id", sa.Text(), nullable=False),
        sa.Column("patient_name", sa.Text(), nullable=False),
        sa.Column("name_sort", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("patient_birth_date", sa.Text(), nullable=False),
        sa.Column("patient_sex", sa.Text(), nullable=False),
        sa.Column("patient_age", sa.Text(), nullable=False),
        sa.Column("study_date", sa.Text(), nullable=False),
        sa.Column("study_time", sa.Text(), nullable=False),
        sa.Column("study_id", sa.Text(), nullable=False),
        sa.Column("accession_number", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("study_description", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("referring_physician_name", sa.Text(), nullable=False),
        sa.Column("physicians_of_record", sa.Text(), nullable=False),
        sa.Column("institution_name", sa.Text(), nullable=False),
        sa.Column("modalities", sa.Text(), nullable=False),
        sa.Column("number_of_series", sa.Integer(), nullable=False),
        sa.Column("number_of_instances", sa.Integer(), nullable=False),
        sa.Column("number_of_unreadable", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("first_received_at", sa.DateTime(), nullable=False),
        sa.Column("last_received_at", sa.DateTime(), nullable=False),
        sa.Column("sending_ae_title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["patient_row_id"], ["patients.row_id"], name="fk_studies_patient_row_id"),
        sa.PrimaryKeyConstraint("row_id", name="pk_studies"),
        sa.UniqueConstraint("study_instance_uid", name="uq_studies_study_instance_uid"),
    )
    with op.batch_alter_table("studies") as batch_op:
        batch_op.create_index("ix_studies_accession_number", ["accession_number", "row_id"], unique=False)
        batch_op.create_index("ix_studies_description", ["study_description", "row_id"], unique=False)
        batch_op.create_index("ix_studies_instances", ["number_of_instances", "row_id"], unique=False)
        batch_op.create_index("ix_studies_patient_id", ["patient_id", "row_id"], unique=False)
        batch_op.create_index("ix_studies_patient_name", ["name_sort", "row_id"], unique=False)
        batch_op.create_index("ix_studies_patient_row_id", ["patient_row_id"], unique=False)
        batch_op.create_index("ix_studies_received", ["last_received_at", "row_id"], unique=False)
        batch_op.create_index("ix_studies_size", ["size_bytes", "row_id"], unique=False)
        batch_op.create_index("ix_studies_study_date", ["study_date", "study_time", "row_id"], unique=False)


def _create_series() -> None:
    op.create_table(
        "series",
        sa.Column("row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("study_row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("series_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("series_number", sa.Integer(), nullable=True),
        sa.Column("series_description", sa.Text(), nullable=False),
        sa.Column("body_part_examined", sa.Text(), nullable=False),
        sa.Column("laterality", sa.Text(), nullable=False),
        sa.Column("protocol_name", sa.Text(), nullable=False),
        sa.Column("series_date", sa.Text(), nullable=False),
        sa.Column("series_time", sa.Text(), nullable=False),
        sa.Column("performing_physician_name", sa.Text(), nullable=False),
        sa.Column("operators_name", sa.Text(), nullable=False),
        sa.Column("station_name", sa.Text(), nullable=False),
        sa.Column("institution_name", sa.Text(), nullable=False),
        sa.Column("pps_start_date", sa.Text(), nullable=False),
        sa.Column("pps_start_time", sa.Text(), nullable=False),
        sa.Column("number_of_instances", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["study_row_id"], ["studies.row_id"], name="fk_series_study_row_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("row_id", name="pk_series"),
        sa.UniqueConstraint("series_instance_uid", "study_row_id", name="uq_series_series_instance_uid_study_row_id"),
    )
    with op.batch_alter_table("series") as batch_op:
        batch_op.create_index("ix_series_study_row_id", ["study_row_id"], unique=False)


def _create_study_words() -> None:
    op.create_table(
        "study_words",
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("study_row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["study_row_id"], ["studies.row_id"], name="fk_study_words_study_row_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("word", "study_row_id", name="pk_study_words"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("study_words") as batch_op:
        batch_op.create_index("ix_study_words_study_row_id", ["study_row_id", "word"], unique=False)


def _create_instances() -> None:
    op.create_table(
        "instances",
        sa.Column("row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("series_row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sop_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("sop_class_uid", sa.String(length=64), nullable=False),
        sa.Column("transfer_syntax_uid", sa.String(length=64), nullable=False),
        sa.Column("instance_number", sa.Integer(), nullable=True),
        sa.Column("number_of_frames", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Integer(), nullable=False),
        sa.Column("bits_allocated", sa.Integer(), nullable=False),
        sa.Column("content_date", sa.Text(), nullable=False),
        sa.Column("content_time", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("object_name", sa.Text(), nullable=False),
        sa.Column("dataset_offset", sa.Integer(), nullable=False),
        sa.Column("unreadable", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("sending_ae_title", sa.Text(), nullable=False),
        sa.Column("association_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["series_row_id"], ["series.row_id"], name="fk_instances_series_row_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("row_id", name="pk_instances"),
        sa.UniqueConstraint("object_name", name="uq_instances_object_name"),
        sa.UniqueConstraint("sop_instance_uid", name="uq_instances_sop_instance_uid"),
    )
    with op.batch_alter_table("instances") as batch_op:
        batch_op.create_index("ix_instances_series_row_id", ["series_row_id"], unique=False)
