"""Measures quality and speed on public question sets; run by hand, not by pytest."""
