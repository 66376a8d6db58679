"""Reads calendars with two libraries that are not planbook's, and holds them to RFC 5545. Prints each event."""

import sys

import icalendar
import vobject

problems = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    for line in data.split(b"\r\n"):
        if len(line) > 75 or b"\n" in line:
            problems.append(f"{path}: a line of {len(line)} bytes: {line[:40]!r}")
    if not data.endswith(b"END:VCALENDAR\r\n"):
        problems.append(f"{path}: does not end as a calendar does")
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        problems += [f"{path}: {error}" for error in component.errors]
    try:
        vobject.readOne(data.decode()).validate(raiseException=True)
    except vobject.base.VObjectError as error:
        problems.append(f"{path}: {error}")
    if not calendar.subcomponents:
        problems.append(f"{path}: has no component")
    seen = set()
    for event in calendar.walk("VEVENT"):
        uid = str(event["UID"])
        if uid in seen:
            problems.append(f"{path}: {uid} is there twice")
        seen.add(uid)
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if not end > start:
            problems.append(f"{path}: {uid} ends before it begins")
        print("|".join([path, uid, str(start), str(end), str(event["STATUS"]), str(event["SUMMARY"])]))

if problems:
    sys.exit("\n".join(problems))
