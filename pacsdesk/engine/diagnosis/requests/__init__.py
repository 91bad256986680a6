"""What modalities ask of archives and information systems: storage commitment and performed steps."""
