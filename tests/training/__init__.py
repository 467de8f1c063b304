"""How `bot/language/model` was trained: a development tool, never loaded by the bot."""
