"""copydesk: raw news pages in, clean articles with metadata out, and a reason for every line struck.

article = copydesk.clean(body, url="https://paper.example/story")
article.text, article.metadata.title, article.dropped
"""

from copydesk.api import Explanation, clean, explain
from copydesk.errors import (
    AccountingError,
    Busy,
    CopydeskError,
    NotAnArticle,
    ProfileError,
    StateError,
    UsageError,
)
from copydesk.model import Article, Block, Kind, Metadata, Reason, Rejected, RejectReason, Verdict
from copydesk.settings import Settings

__all__ = [
    "AccountingError",
    "Article",
    "Block",
    "Busy",
    "CopydeskError",
    "Explanation",
    "Kind",
    "Metadata",
    "NotAnArticle",
    "ProfileError",
    "Reason",
    "RejectReason",
    "Rejected",
    "Settings",
    "StateError",
    "UsageError",
    "Verdict",
    "clean",
    "explain",
]
__version__ = "0.1.0"
