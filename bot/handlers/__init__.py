"""What Telegram brings in, one file an audience; each translates and asks the desk."""
