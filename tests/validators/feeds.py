"""Reads Atom feeds with feedparser and holds them to what RFC 4287 demands. Prints each entry."""

import sys
from xml.etree import ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
problems = []
for path in sys.argv[1:]:
    feed = feedparser.parse(path)
    if feed.bozo or feed.version != "atom10":
        problems.append(f"{path}: {feed.get('bozo_exception')} {feed.version}")
        continue
    root = ElementTree.parse(path).getroot()
    entries = root.findall(ATOM + "entry")
    if len(entries) != len(feed.entries):
        problems.append(f"{path}: {len(entries)} entries, of which {len(feed.entries)} can be read")
    for element in [root, *entries]:
        for name in ("id", "title", "updated"):
            if len(element.findall(ATOM + name)) != 1:
                problems.append(f"{path}: needs one {name}")
        alternate = [link for link in element.findall(ATOM + "link") if link.get("rel") == "alternate"]
        if len(alternate) != 1:
            problems.append(f"{path}: needs one link to a page")
        for link in element.findall(ATOM + "link"):
            if "://" not in link.get("href"):
                problems.append(f"{path}: {link.get('href')} is not whole")
    if not root.findall(ATOM + "author/" + ATOM + "name"):
        problems.append(f"{path}: nobody speaks")
    if [link.get("rel") for link in root.findall(ATOM + "link")].count("self") != 1:
        problems.append(f"{path}: needs its own address")
    ids = [entry.id for entry in feed.entries]
    if len(ids) != len(set(ids)):
        problems.append(f"{path}: an id is there twice")
    days = [entry.published_parsed for entry in feed.entries]
    if days != sorted(days, reverse=True):
        problems.append(f"{path}: is not in the order of days")
    for entry in feed.entries:
        if entry.updated_parsed < entry.published_parsed:
            problems.append(f"{path}: {entry.id} was changed before it was there")
        # An archive of an area, agency or forum is a list of headlines.
        is_list = "content" not in entry and root.find(HISTORY + "archive") is not None
        said = entry.content[0].value if "content" in entry else entry.title if is_list else entry.summary
        if not said.strip():
            problems.append(f"{path}: {entry.id} says nothing")
        print("|".join([path, entry.id, entry.published[:10], entry.updated[:10], entry.title]))

if problems:
    sys.exit("\n".join(problems))
