#!/bin/sh
# Stands for a browser. What it does is in the name by which it is called; what it was given is kept beside that name.
# A test makes symbolic links to it: a script that a test wrote itself could still be open when it is started.
here=${0%/*}
for argument in "$@"; do
  case $argument in --print-to-pdf=*) out=${argument#*=} ;; esac
  page=$argument
done
printf '%s\n' "$@" >"$here/arguments"
/bin/cp "$page" "$here/page.html"
for file in "${page%plan/index.html}"*; do printf '%s\n' "${file##*/}"; done >"$here/files"
case ${0##*/} in
  fails) echo "the display is on fire" >&2; exit 7 ;;
  writes-nothing) exit 0 ;;
  writes-html) echo "<html>" >"$out" ;;
  sleeps) exec /bin/sleep 30 ;;
  leaks) printf '%%PDF-1.4\n/URI (file:///tmp/x)\n' >"$out" ;;
  *) printf "%%PDF-1.4\n<</CreationDate (D:20010203040506+09'00')>>\n" >"$out" ;;
esac
