"""The learned keeper: which blocks are the article, from their place, look, wording and neighbours."""
