"""The stock phrases of news pages, one table a topic, in many languages; none belongs to one site."""
