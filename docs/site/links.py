"""A preprocessor of mdBook for the links that are right at a code host and not on a site.

A link to a file that is not below docs/, to a folder, or to a Markdown file that is no page becomes its URL at the code host:
PLANBOOK_DOCS_REPOSITORY, such as https://git.example/planbook/blob/main, or what GitHub's variables say. Without either, only the
words of the link are left. A link to a README.md, or to its folder, becomes one to the first page of that folder.
"""

import json
import os
import posixpath
import re
import sys

# A fence, a code span, or a link: what is in code is not changed.
PARTS = re.compile(r"(?ms)^ *(`{3,}|~{3,})[^\n]*\n.*?^ *\1`* *$|(`+)(?!`).*?(?<!`)\2(?!`)|\]\(([^()\s]+)\)")


def repository():
    given = os.environ.get("PLANBOOK_DOCS_REPOSITORY")
    if given:
        return given.rstrip("/")
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    server, name, commit = (os.environ.get(variable) for variable in names)
    return f"{server}/{name}/blob/{commit}" if server and name and commit else None


def is_elsewhere(target):
    return re.match(r"[a-z][a-z0-9+.-]*:|#|/", target) is not None


def new_target(folder, target, base, pages):
    """The target for the site, or nothing where there is no such page."""
    path, hash_sign, fragment = target.partition("#")
    whole = posixpath.normpath(posixpath.join("docs", folder, path))
    if path.endswith("/") and f"{whole}/README.md".removeprefix("docs/") in pages:
        return path + "index.md" + hash_sign + fragment
    is_file_of_site = not path.endswith("/") and (not path.endswith(".md") or whole.removeprefix("docs/") in pages)
    if not whole.startswith("docs/") or not is_file_of_site:
        return f"{base}/{whole}{hash_sign}{fragment}" if base else None
    if posixpath.basename(path) == "README.md":
        return path.removesuffix("README.md") + "index.md" + hash_sign + fragment
    return target


def rewritten(text, folder, base, pages):
    without_target = []

    def replace(found):
        target = found.group(3)
        if target is None or is_elsewhere(target):
            return found.group(0)
        new = new_target(folder, target, base, pages)
        if new is None:
            without_target.append(found.group(0))
            return found.group(0)
        return f"]({new})"

    text = PARTS.sub(replace, text)
    for link in without_target:
        text = re.sub(r"\[([^\[\]]*)" + re.escape(link), r"\1", text)
    return text


def chapters(items):
    for item in items:
        chapter = item.get("Chapter") if isinstance(item, dict) else None
        if chapter:
            yield chapter
            yield from chapters(chapter["sub_items"])


def main():
    if sys.argv[1:2] == ["supports"]:
        return
    _, book = json.load(sys.stdin)
    found = list(chapters(book["items"]))
    pages = {chapter["source_path"] for chapter in found}
    for chapter in found:
        folder = posixpath.dirname(chapter["source_path"])
        chapter["content"] = rewritten(chapter["content"], folder, repository(), pages)
    json.dump(book, sys.stdout)


main()
