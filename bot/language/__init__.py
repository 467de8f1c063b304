"""What the program knows of English: its pipeline, rules and word lists."""
