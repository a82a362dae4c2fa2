"""The line keeper: which lines of a text without markup are the article."""
