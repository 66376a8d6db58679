"""Writes the office files of the tests, by programs that are not planbook: python-docx, openpyxl and odfpy.

    pip install python-docx openpyxl odfpy && python make.py
"""

import datetime
import pathlib
import zipfile

import docx
import openpyxl
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from odf import style as odf_style
from odf import table as odf_table
from odf import text as odf_text
from odf.opendocument import OpenDocumentSpreadsheet
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent


def levels(*rows):
    """The levels of a list: format and text of each."""
    made = ""
    for at, (form, text) in enumerate(rows):
        made += (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return made


def numbering(document):
    """Three lists: one of two levels, one that begins again at 5, and bullets."""
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    definitions = {
        "50": levels(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")),
        "51": levels(("upperRoman", "%1."), ("bullet", "\uf0b7")),
    }
    for number, inner in definitions.items():
        root.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="1"><w:abstractNumId w:val="50"/></w:num>'))
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="2"><w:abstractNumId w:val="50"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        )
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="3"><w:abstractNumId w:val="51"/></w:num>'))


def in_list(paragraph, number, level):
    """Makes a paragraph one of a list."""
    properties = paragraph._p.get_or_add_pPr()
    own = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", number)):
        element = OxmlElement(name)
        element.set(qn("w:val"), str(value))
        own.append(element)
    properties.append(own)


def word():
    document = docx.Document()
    numbering(document)
    document.add_paragraph("Harbour Plan 2026", style="Title")
    document.add_paragraph("The mayors and the port agreed on this plan in May.")
    for level, words in (
        (0, "Water"),
        (1, "Protect the springs"),
        (2, "Fence them"),
        (2, "Test the water"),
        (1, "Repair the mains"),
        (0, "Roads"),
        (1, "Mend the bridge"),
    ):
        in_list(document.add_paragraph(words), 1, level)
    in_list(document.add_paragraph("Money"), 2, 0)
    in_list(document.add_paragraph("Raise the fees"), 2, 1)
    document.save(HERE / "lists.docx")

    document = docx.Document()
    document.add_paragraph("Harbour Plan 2026", style="Title")
    document.add_heading("Water", 1)
    document.add_paragraph("The springs are old.")
    rows = (
        ("No", "Action", "Lead", "Due"),
        ("1.1", "Protect the springs", "Water Office\nHealth Office", "2026-06-30"),
        ("1.2", "Repair | replace the mains", "", "2027"),
    )
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row):
            cell.text = words
    table.cell(1, 2).merge(table.cell(2, 2))
    document.add_heading("Roads", 1)
    bold = document.add_paragraph()
    bold.add_run("Bridges").bold = True
    document.add_paragraph("Mend the bridge.", style="List Bullet")
    deleted = parse_xml(
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Paint the </w:t></w:r>'
        '<w:del w:id="1" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> rails.</w:t></w:r></w:p>'
    )
    document.element.body.insert(len(document.element.body) - 1, deleted)
    document.save(HERE / "headings.docx")


def excel(name, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    notes = book.active
    notes.title = "Read me"
    notes["A1"] = "This file is sent twice a year."
    secret = book.create_sheet("Old")
    secret.sheet_state = "hidden"
    secret.append(["No", "Action"])
    secret.append([1, "Nothing"])
    sheet = book.create_sheet("Plan")
    sheet["B2"] = "Harbour Plan 2026"
    sheet.merge_cells("B2:H2")
    header = ("Goal", "No", "Action", "Lead", "Due", "Done", "Status", "Status date")
    rows = (
        ("Water", 1.1, "Protect the springs", "Water Office", datetime.date(2026, 6, 30), 0.25, "On track", datetime.date(2025, 3, 1)),
        (None, 1.2, "Repair the mains", "Water Office", "soon", 0.5, "#N/A", None),
        ("Roads", 2.1, "Mend the bridge", None, datetime.date(2027, 1, 1), 1, "Completed", datetime.date(2025, 2, 1)),
        (None, 2.10, "Paint the rails", "=B1", None, None, None, None),
    )
    for column, words in enumerate(header, start=2):
        sheet.cell(row=4, column=column, value=words)
    for at, row in enumerate(rows, start=5):
        for column, value in enumerate(row, start=2):
            sheet.cell(row=at, column=column, value=value)
        sheet.cell(row=at, column=6).number_format = "dd/mm/yyyy"
        sheet.cell(row=at, column=7).number_format = "0%"
        sheet.cell(row=at, column=9).number_format = "mmm yyyy"
    sheet["C8"].number_format = "0.00"
    sheet.merge_cells("B5:B6")
    sheet.merge_cells("B7:B8")
    sheet.row_dimensions[7].hidden = True
    book.save(HERE / name)


def open_document():
    book = OpenDocumentSpreadsheet()
    hidden = odf_style.Style(name="hidden", family="table")
    hidden.addElement(odf_style.TableProperties(display="false"))
    book.automaticstyles.addElement(hidden)
    for name, how in (("Old", "hidden"), ("Plan", None)):
        sheet = odf_table.Table(name=name, **({"stylename": how} if how else {}))
        rows = (
            (("string", "Goal"), ("string", "No"), ("string", "Action"), ("string", "Due"), ("string", "Share")),
            (("string", "Water"), ("float", "1.1"), ("string", "Protect\nthe springs"), ("date", "2026-06-30"), ("percentage", "0.25")),
            (None, ("float", "1.10"), ("string", "Repair the mains"), ("date", "2027-01-01"), None),
        )
        for row in rows:
            made = odf_table.TableRow()
            for at, cell in enumerate(row):
                if cell is None:
                    made.addElement(odf_table.CoveredTableCell() if at == 0 else odf_table.TableCell())
                    continue
                kind, value = cell
                extra = {"datevalue": value} if kind == "date" else {} if kind == "string" else {"value": float(value)}
                if value == "Water":
                    extra.update(numberrowsspanned=2, numbercolumnsspanned=1)
                made_cell = odf_table.TableCell(valuetype=kind, **extra)
                shown = {"2026-06-30": "30.06.26", "2027-01-01": "01.01.27", "0.25": "25 %"}.get(value, value)
                for line in shown.split("\n"):
                    made_cell.addElement(odf_text.P(text=line))
                made.addElement(made_cell)
            sheet.addElement(made)
        # LibreOffice fills a sheet with empty rows and cells.
        rest = odf_table.TableRow(numberrowsrepeated=1048573)
        rest.addElement(odf_table.TableCell(numbercolumnsrepeated=16384))
        sheet.addElement(rest)
        book.spreadsheet.addElement(sheet)
    book.save(HERE / "plan.ods")


def libre_office():
    """A workbook with the parts and the attributes that LibreOffice writes, by hand: it hides the first two sheets in two ways."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    sheets = [
        ("Old", "hidden", [["No", "Action"], ["9", "Nothing"]]),
        ("Lists", "veryHidden", [["No", "Action"], ["8", "Nothing too"]]),
        ("Plan", "visible", [["No", "Area", "Action"], ["1.1", "Water", "Protect the springs"], ["2.1", "Roads", "Mend the bridge"]]),
    ]
    texts = sorted({cell for _, _, rows in sheets for row in rows for cell in row})
    names = "".join(
        f'<sheet name="{name}" sheetId="{at}" state="{state}" r:id="rId{at + 2}"/>'
        for at, (name, state, _) in enumerate(sheets, 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{at + 2}" Type="{office}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    strings = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "docProps/app.xml": '<Properties><Application>LibreOffice/24.2.5.2</Application></Properties>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{office}/theme" Target="theme/theme1.xml"/>{relations}<Relationship Id="rId6" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><fileVersion appName="Calc"/><workbookPr backupFile="false" showObjects="all" date1904="false"/><bookViews><workbookView showHorizontalScroll="true" firstSheet="2" activeTab="2"/></bookViews><sheets>{names}</sheets><calcPr iterateCount="100"/></workbook>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}" count="{len(texts)}" uniqueCount="{len(texts)}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="General"/></numFmts><cellXfs count="1"><xf numFmtId="164" fontId="0"/></cellXfs></styleSheet>',
    }
    for at, (_, _, rows) in enumerate(sheets, 1):
        made = "".join(
            f'<row r="{row}" customFormat="false" hidden="false" outlineLevel="0">'
            + "".join(f'<c r="{"ABC"[column]}{row}" s="0" t="s"><v>{texts.index(cell)}</v></c>' for column, cell in enumerate(cells))
            + "</row>"
            for row, cells in enumerate(rows, 1)
        )
        parts[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{made}</sheetData></worksheet>'
    with zipfile.ZipFile(HERE / "libreoffice.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), head + text)


word()
excel("plan.xlsx")
excel("plan-1904.xlsx", CALENDAR_MAC_1904)
open_document()
libre_office()
