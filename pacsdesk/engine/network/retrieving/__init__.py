"""What C-MOVE and C-GET have in common: identifier, counts and answers (PS3.4 C.4.2 and C.4.3)."""
