from __future__ import annotations

import dataclasses

from copydesk.model import Article, Metadata
from copydesk.settings import Settings
from copydesk.write import schema
from copydesk.write.articles import article_record, with_corpus
from copydesk.write.duplicates import duplicate_lines
from copydesk.write.jsonl import line
from copydesk.write.rejected import rejected_lines


def test_the_schema_is_the_models() -> None:
    record = article_record(Article("0" * 16, Metadata(), ()), Settings())
    assert list(record) == list(schema.ARTICLE)
    assert list(record["metadata"]) == list(schema.METADATA) == [f.name for f in dataclasses.fields(Metadata)]
    assert schema.faults(record, schema.ARTICLE) == []
    assert schema.faults(record["metadata"], schema.METADATA) == []


def test_the_corpus_fills_in_without_moving_a_key() -> None:
    record = article_record(Article("0" * 16, Metadata(), ()), Settings())
    filled = with_corpus(record, "a.html", "1" * 16, "0" * 16)
    assert list(filled["metadata"]) == list(record["metadata"])
    assert filled["metadata"]["near_duplicate_of"] == "1" * 16
    assert record["metadata"]["near_duplicate_of"] is None


def test_true_is_no_number_and_null_no_text() -> None:
    found = schema.faults(
        {"raw_path": None, "record": 1, "sha256": None, "reason": "x", "detail": True}, schema.REJECTED
    )
    assert len(found) == 3
    assert schema.faults([], schema.REJECTED) == ["it is no JSON object"]


def test_lines_are_utf8_and_lone_surrogates_are_replaced() -> None:
    assert line({"a": "Zürich"}) == '{"a":"Zürich"}\n'.encode()
    assert line({"a": ["\ud83d", {"\udc00": None}]}) == b'{"a":["?",{"?":null}]}\n'


def test_lists_are_sorted_and_uniform() -> None:
    one = {"kind": "exact", "a": "a", "b": "c", "score": 1.0, "cover": 1.0}
    lines = list(duplicate_lines([one, one | {"b": "b"}]))
    assert [b'"b":"b"' in text for text in lines] == [True, False]
    assert all(text.count(b":") == len(schema.DUPLICATE) for text in lines)

    row = {"raw_path": "z", "record": None, "sha256": "1", "reason": "empty", "detail": ""}
    rows = list(rejected_lines([row, row | {"raw_path": "a"}, row | {"sha256": None}]))
    assert rows == list(rejected_lines([row | {"sha256": None}, row | {"raw_path": "a"}, row]))
    assert b"null" in rows[0]
