"""Reads Word documents with python-docx and prints what it finds in each, one a line."""
import sys

import docx
from docx.oxml.ns import qn

for path in sys.argv[1:]:
    document = docx.Document(path)
    about = document.core_properties
    print(f"title: {about.title}")
    print(f"language: {about.language}")
    print(f"created: {about.created:%Y-%m-%d} modified: {about.modified:%Y-%m-%d}")
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    print(f"east asian font: {fonts.get(qn('w:eastAsia'))}")
    for paragraph in document.paragraphs:
        if paragraph.text:
            links = "".join(f" <{link.address}>" for link in paragraph.hyperlinks)
            print(f"{paragraph.style.name}: {paragraph.text}{links}")
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.trPr.find(qn("w:tblHeader")) is not None, "the heading of a table comes again on each page"
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
        for row in table.rows:
            print(" | ".join(cell.text for cell in row.cells))
