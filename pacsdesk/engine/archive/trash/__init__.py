"""Deleting in two steps: into the trash with a reason, and back. Nothing is deleted for good here."""
