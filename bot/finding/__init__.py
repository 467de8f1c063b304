"""Where a story says what is asked: its sentences and their words weighed against the question."""
