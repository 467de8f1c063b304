"""What is typed in a chat until it is a question, in the light of what was said before."""
