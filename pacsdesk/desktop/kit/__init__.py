"""Widgets that know no feature: tables, forms, image view, empty state, and the theme they are drawn with."""
