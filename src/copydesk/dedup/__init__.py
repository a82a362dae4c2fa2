"""What texts are to one another: copies, near-copies, and the clusters they make.

Any texts at once: `near_copies(texts)` gives edges and clusters, `minhashes(texts)` a matrix whose rows
`as_minhash` and `as_lean_minhash` turn into datasketch's objects, and `Index` takes texts as they come.

A corpus that is kept, in three steps (an article is given as its paragraphs):

- `sign(paragraphs, settings) -> Signature`, one call an article, or `sign_all(articles, settings)`. A
  signature is plain columns, or bytes by `to_bytes(settings)` and `Signature.from_bytes(stored, settings)`,
  which raises `SignatureMismatch` for one made with other parameters; `parameters(settings)` are these, to
  be stored beside, and `parameters(settings).check(stored)` names what differs.
- `find_copies(ids, signatures, paragraphs_of, settings, skip=, known=) -> Copies`: the edges between
  articles, a function of their set alone. `skip(row)` are the numbers of paragraphs that do not count;
  `known` the pairs settled before (`Copies.settled`, or `fresh` for the new ones), whose texts are not read
  again. They are kept under pairs of `content_key(signature, skipped)`, so no other key is needed.
- `clusters.clusters(edges, ranks)`: what hangs together; `clusters.sources(edges, ranks)`: what was taken
  from what.

`matched_paragraphs(a, b, settings)` names the paragraphs that two articles share.
"""

from copydesk.dedup.compare import Match, matched_paragraphs
from copydesk.dedup.copies import Copies, CopyKind, Edge, Likeness, content_key, find_copies
from copydesk.dedup.index import Index, Matches
from copydesk.dedup.minhash import as_lean_minhash, as_minhash
from copydesk.dedup.signatures import Parameters, Signature, parameters, sign, sign_all
from copydesk.dedup.texts import NearCopies, minhashes, near_copies

__all__ = [
    "Copies",
    "CopyKind",
    "Edge",
    "Index",
    "Likeness",
    "Match",
    "Matches",
    "NearCopies",
    "Parameters",
    "Signature",
    "as_lean_minhash",
    "as_minhash",
    "content_key",
    "find_copies",
    "matched_paragraphs",
    "minhashes",
    "near_copies",
    "parameters",
    "sign",
    "sign_all",
]
