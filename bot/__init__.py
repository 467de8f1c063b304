"""story-bot: answers questions about a news story, with proof."""
