"""Reads a DCAT catalogue with rdflib, as a data portal does, and looks for the files that it names. Prints each with its type."""

import os
import sys
from urllib.parse import urlparse

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph

(path,) = [path for path in sys.argv[1:] if path.endswith("catalog.jsonld")]
graph = Graph().parse(path, format="json-ld", publicID="https://portal.example/plan/data/catalog.jsonld")
problems = []


def one(subject, predicate):
    """The only value of a property."""
    values = list(graph.objects(subject, predicate))
    if len(values) != 1:
        problems.append(f"{subject} has {len(values)} {predicate}")
    return values[0] if values else None


catalogs = list(graph.subjects(RDF.type, DCAT.Catalog))
datasets = list(graph.subjects(RDF.type, DCAT.Dataset))
if len(catalogs) != 1 or datasets != list(graph.objects(catalogs[0], DCAT.dataset)):
    problems.append("needs one catalogue, which has the dataset")
for thing in [*catalogs, *datasets]:
    if not one(thing, DCTERMS.title).language or not one(thing, DCTERMS.description):
        problems.append(f"{thing} needs a title with its language, and a description")
    if not one(one(thing, DCTERMS.publisher), FOAF.name):
        problems.append(f"nobody publishes {thing}")
    if one(thing, DCTERMS.modified).datatype != XSD.date:
        problems.append(f"{thing} was not changed on a day")
found = []
for file in graph.objects(datasets[0], DCAT.distribution):
    address = urlparse(str(one(file, DCAT.downloadURL)))
    name = address.path.rsplit("/", 1)[1]
    if not address.scheme or not os.path.exists(f"data/{name}"):
        problems.append(f"there is no {address.geturl()}")
    kind = str(one(file, DCAT.mediaType)).removeprefix("https://www.iana.org/assignments/media-types/")
    found.append(f"{name} {kind}")
print("\n".join(sorted(found)))

if problems:
    sys.exit("\n".join(problems))
