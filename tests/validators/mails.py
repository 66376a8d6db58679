"""Reads drafts of mails with Python's own reader, and holds them to RFC 5322 and MIME. Prints each as a line of JSON."""

import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import sys

problems = []
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        data = file.read()
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        problems.append(f"{path}: has a line break that is not CRLF")
    for line in data.split(b"\r\n"):
        # A word that is longer than a line, such as a media type, cannot be broken.
        is_word = b" " not in line.split(b": ")[-1] and len(line) < 998
        if (len(line) > 78 and not is_word) or not line.isascii():
            problems.append(f"{path}: a line of {len(line)} bytes: {line[:60]!r}")
    mail = email.message_from_bytes(data, policy=email.policy.default)
    for part in mail.walk():
        problems += [f"{path}: {defect!r}" for defect in part.defects]
        for name, value in part.items():
            problems += [f"{path}: {name}: {defect!r}" for defect in value.defects]
    text, *files = list(mail.iter_parts())
    # The newer reader keeps the space between two encoded words of a name, which RFC 2047 ignores; the older one does not.
    raw = email.message_from_bytes(data)
    decoded = lambda text: str(email.header.make_header(email.header.decode_header(text)))
    mailboxes = lambda name: raw[name] and [
        (decoded(display), address) for display, address in email.utils.getaddresses(["".join(raw[name].splitlines())])
    ]
    print(json.dumps({
        "path": path,
        "headers": mail.keys(),
        "subject": mail["Subject"],
        "from": mailboxes("From"),
        "to": mailboxes("To"),
        "date": str(mail["Date"].datetime),
        "unsent": mail["X-Unsent"],
        "text": text.get_content(),
        "files": [
            [part.get_filename(), part.get_content_type(), hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
            for part in files
        ],
    }))

if problems:
    sys.exit("\n".join(problems))
