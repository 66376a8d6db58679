"""Packs the program into an archive: a .tar.gz, and a .zip for Windows. The same files give the same bytes.

    python3 packaging/archive.py TARGET PROGRAM EXTRAS FOLDER

EXTRAS is the folder that packaging/extras wrote. The days of the files are that of SOURCE_DATE_EPOCH, or 1980-01-01.
"""

import gzip
import io
import os
import re
import sys
import tarfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]
# The first day that a zip file can state.
FIRST_DAY = 315532800


def version():
    found = re.search(r'^\[package\][^\[]*?^version = "([^"]+)"', (ROOT / "Cargo.toml").read_text("utf-8"), re.M | re.S)
    return found.group(1)


def files(program, extras):
    """What is in the archive: path, content, whether it can be run."""
    yield program.name, program.read_bytes(), True
    for name in TEXTS:
        yield name, (ROOT / name).read_bytes(), False
    for folder in ["completions", "man"]:
        for path in sorted((extras / folder).iterdir()):
            yield f"{folder}/{path.name}", path.read_bytes(), False


def tar(out, top, found, day):
    with open(out, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=day) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            for path, content, runs in found:
                entry = tarfile.TarInfo(f"{top}/{path}")
                entry.size, entry.mtime, entry.mode = len(content), day, 0o755 if runs else 0o644
                archive.addfile(entry, io.BytesIO(content))


def zipped(out, top, found, day):
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content, runs in found:
            entry = zipfile.ZipInfo(f"{top}/{path}", time.gmtime(day)[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = (0o100755 if runs else 0o100644) << 16
            archive.writestr(entry, content)


def main(target, program, extras, folder):
    top = f"planbook-{version()}-{target}"
    day = max(int(os.environ.get("SOURCE_DATE_EPOCH", FIRST_DAY)), FIRST_DAY)
    windows = program.suffix == ".exe"
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / f"{top}{'.zip' if windows else '.tar.gz'}"
    (zipped if windows else tar)(out, top, list(files(program, extras)), day)
    print(out)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(sys.argv[1], *map(Path, sys.argv[2:]))
