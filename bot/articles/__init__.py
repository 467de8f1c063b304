"""The articles that are served, and how those who run the bot change them."""
