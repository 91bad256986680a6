"""Objects in bulk by hand of a person: uploads, imports of files, folders and ZIPs, exports with a DICOMDIR."""
