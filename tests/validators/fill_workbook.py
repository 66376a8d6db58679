"""Fills in a workbook of a reporting request with openpyxl, as an officer would: FROM, TO and answers as JSON.

The answers are a list of [item, {column: text}]. `sort` in front of them turns the rows around and adds a column between others.
`edits` are what an officer does to the sheets who takes off their protection: each is a list of a word and what it is about.
"""
import datetime
import json
import sys

import openpyxl

source, target, answers = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
book = openpyxl.load_workbook(source)
for sheet in book.worksheets:
    words = {cell.value: cell.column for cell in sheet[1] if cell.value}
    mark = next((word for word in words if str(word).startswith("planbook-reply-1")), None)
    if mark is None:
        continue
    first = next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, words[mark]).value == "item") + 1
    assert sheet.protection.sheet, "the sheet is protected"
    assert sheet.row_dimensions[1].hidden, "the words for programs are hidden"
    for row in range(first, sheet.max_row + 1):
        assert sheet.cell(row, words["title"]).protection.locked
        for cell in sheet[row]:
            assert cell.data_type != "f", f"{cell.coordinate} is a formula"
        for item, said in answers["rows"]:
            if sheet.cell(row, words[mark]).value != item:
                continue
            for column, text in said.items():
                if column not in words:
                    continue
                cell = sheet.cell(row, words[column])
                assert not cell.protection.locked, f"{cell.coordinate} is for an answer"
                if column == "date":
                    text = datetime.date.fromisoformat(text)
                cell.value = text
    if "status" in words:
        lists = [found.formula1 for found in sheet.data_validations.dataValidation if found.type == "list"]
        assert len(lists) == 4, lists
    if answers.get("sort"):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
        for row, values in enumerate(reversed(rows), first):
            for column, value in enumerate(values, 1):
                sheet.cell(row, column).value = value
        sheet.insert_cols(words["status"] if "status" in words else words["value"])
for what, name, *more in answers.get("edits", []):
    if what == "sheet":
        book.create_sheet(name)["A1"] = more[0]
        continue
    sheet = book[name]
    if what == "set":
        sheet[more[0]] = more[1]
    elif what == "move":
        sheet.move_range(more[0], cols=more[1])
    elif what == "delete-rows":
        sheet.delete_rows(*more)
    elif what == "delete-columns":
        sheet.delete_cols(*more)
    elif what == "turn-around":
        cells = [[cell.value for cell in row] for row in sheet[more[0]]]
        for row, values in zip(sheet[more[0]], reversed(cells)):
            for cell, value in zip(row, values):
                cell.value = value
    elif what == "comment":
        from openpyxl.comments import Comment

        sheet[more[0]].comment = Comment(more[1], "An officer")
    elif what == "strike":
        from openpyxl.cell.rich_text import CellRichText, TextBlock
        from openpyxl.cell.text import InlineFont
        from openpyxl.styles import Font

        cell = sheet[more[0]]
        if len(more) == 1:
            cell.font = Font(strike=True)
        else:
            cell.value = CellRichText(TextBlock(InlineFont(strike=more[2]), more[1]), " and more.")
    else:
        sys.exit(f"{what} is no edit")
book.save(target)
print("filled in")
