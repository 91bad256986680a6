"""Who may do what, and who did what: users, sessions, the guard around every service, the audit."""
