"""Reads the JSON-LD of pages with rdflib and holds it to the vocabulary of schema.org. Prints what it says."""

import json
import sys

from rdflib import RDF, BNode, Graph, Literal
from rdflib.namespace import SDO

problems = []
for path in sys.argv[1:]:
    block = json.load(open(path, encoding="utf-8"))
    if block["@context"] != "https://schema.org":
        problems.append(f"{path}: has the context {block['@context']}")
    # The context lies on the web, and a test asks nobody: it makes all names those of schema.org.
    block["@context"] = {"@vocab": str(SDO)}
    graph = Graph().parse(data=json.dumps(block), format="json-ld")
    for subject, predicate, value in graph:
        words = [predicate] if predicate != RDF.type else [value]
        for word in words:
            name = str(word).removeprefix(str(SDO))
            if name not in SDO:
                problems.append(f"{path}: schema.org has no {word}")
        for kind in graph.objects(subject, RDF.type):
            if predicate == RDF.type:
                continue
            name = graph.value(value, SDO.name) if isinstance(value, BNode) else value
            if isinstance(name, Literal):
                kind, predicate_name = (str(part).removeprefix(str(SDO)) for part in (kind, predicate))
                print("|".join([path, kind, predicate_name, str(name)]))

if problems:
    sys.exit("\n".join(sorted(problems)))
