"""What outlives the bot: one SQLite file in BOT_DATA, and a room for each thing kept in it."""

from bot.state.state import State, open_state

__all__ = ["State", "open_state"]
