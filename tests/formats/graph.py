"""A graph for the format tests: GraphML as Entente writes it, of any size, for `entente import`.

usage: graph.py ENTITIES > big.graphml
Names and sentences are made up of syllables by a fixed rule; the same number gives the same graph.
"""
# SPDX-License-Identifier: MIT
import json
import sys
from xml.sax.saxutils import escape

TYPES = ("organisation", "person", "country", "place")
RELATIONS = ("bans", "owns", "leads", "sues", "supplies", "supports", "accuses", "invests_in", "meets", "urges")
MODALITIES = ("asserted", "asserted", "asserted", "planned", "possible", "requested")
SYLLABLES = ("nor", "tel", "mar", "vik", "sund", "bel", "kar", "ost", "ran", "lim", "dor", "fen")


def name_of(number):
    parts = []
    left = number * 7 + 5
    for _ in range(3):
        left, index = divmod(left, len(SYLLABLES))
        parts.append(SYLLABLES[index])
    return "".join(parts).capitalize() + f" {number}"


def ends_of(number, count):
    """A few hubs, many leaves: the usual shape of the news."""
    first = (number * 31 + 7) % count
    second = (number * 17 + 3) % max(1, count // 12)
    return (first, second) if first != second else (first, (second + 1) % count)


def write(count, out):
    documents = [{"id": f"news/{i}.txt", "title": f"Report {i}", "date": f"20{20 + i % 6}-{1 + i % 12:02}-{1 + i % 28:02}",
                  "text_hash": f"{i:016x}"} for i in range(max(4, count // 10))]
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    out.write('<key id="documents" for="graph" attr.name="documents" attr.type="string"/>\n')
    for element, names in (("node", ("name", "type", "documents")), ("edge", ("relation", "polarity", "modality", "statements"))):
        for name in names:
            out.write(f'<key id="{name}" for="{element}" attr.name="{name}" attr.type="string"/>\n')
    out.write('<graph edgedefault="directed"><data key="documents">' + escape(json.dumps(documents)) + "</data>\n")
    for i in range(count):
        kind = TYPES[(i * 5 + i // 7) % 4 if i % 3 else 0]
        here = json.dumps([documents[i % len(documents)]["id"]])
        out.write(f'<node id="{kind}:{i}"><data key="name">{name_of(i)}</data><data key="type">{kind}</data>'
                  f'<data key="documents">{escape(here)}</data></node>\n')
    for i in range(count * 2):
        a, b = ends_of(i, count)
        ids = [f"{TYPES[(n * 5 + n // 7) % 4 if n % 3 else 0]}:{n}" for n in (a, b)]
        relation, document = RELATIONS[i % len(RELATIONS)], documents[i % len(documents)]
        text = f"{name_of(a)} {relation.replace('_', ' ')} {name_of(b)}."
        begin = 100 * i
        at = len(name_of(a)) + 1
        spans = {"sentence": [begin, begin + len(text)], "subject": [begin, begin + at - 1],
                 "cue": [begin + at, begin + at + len(relation)], "object": [begin + len(text) - 1 - len(name_of(b)), begin + len(text) - 1]}
        statement = [{"document": document["id"], "text_hash": document["text_hash"], "statement": f"{i:016x}", "confidence": "high",
                      "rule": f"{relation}.rules:1", "sentences": [{"text": text, **spans}]}]
        polarity = "negative" if i % 13 == 5 else "positive"
        out.write(f'<edge id="e{i}" source="{ids[0]}" target="{ids[1]}"><data key="relation">{relation}</data>'
                  f'<data key="polarity">{polarity}</data><data key="modality">{MODALITIES[i % len(MODALITIES)]}</data>'
                  f'<data key="statements">{escape(json.dumps(statement))}</data></edge>\n')
    out.write("</graph></graphml>\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.stdout)
