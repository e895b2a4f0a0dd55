#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""terminal-svg.py [--width N] [--lines N] [--shown TEXT] -- COMMAND...

Runs a command on a terminal of its own and writes what it shows, colours and
all, to stdout as an SVG picture.  --shown is the command line to show above it
(default: the command).  The picture of the README:

  tools/terminal-svg.py --lines 45 \\
    --shown 'truc read demo/articles/jpn-2023-visit.txt \\
                demo/articles/jpn-2023-relation.txt' -- \\
    build/release/truc read demo/articles/jpn-2023-visit.txt \\
    demo/articles/jpn-2023-relation.txt > doc/pictures/read.svg
"""
import argparse
import os
import pty
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CELL, LINE, EDGE = 8.4, 18, 16
COLOUR = {31: "#ff8b7e", 33: "#f2cc60", 36: "#7fd1c7"}
STYLES = """
  text { font: 14px "DejaVu Sans Mono", Menlo, Consolas, "Liberation Mono",
         monospace; fill: #d5dbd8; white-space: pre }
  .b { font-weight: bold } .f { fill: #8b9892 }
"""


def run(command, width):
    """What the command writes to a terminal `width` columns wide."""
    child, fd = pty.fork()
    if not child:
        os.environ.update(TERM="xterm-256color", COLUMNS=str(width))
        os.environ.pop("NO_COLOR", None)
        os.execvp(command[0], command)
    out = b""
    while True:
        try:
            piece = os.read(fd, 65536)
        except OSError:
            break
        if not piece:
            break
        out += piece
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status:
        sys.exit(f"terminal-svg: exit status {status}: {out.decode()[:300]}")
    return unicodedata.normalize("NFC", out.decode()).replace("\r", "")


def runs(line, style):
    """Pieces of one style: (style, text); the style goes on in the next line."""
    pieces = []
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            codes = {int(c or 0) for c in part[2:-1].split(";")}
            style = frozenset(codes - {0}) if 0 in codes else style | codes
        elif part:
            pieces.append((style, part))
    return pieces, style


def draw(pieces, y):
    """One line.  Words are placed one by one, so that every font keeps the
    columns."""
    column, out = 0, []
    for style, text in pieces:
        fill = next((COLOUR[c] for c in style if c in COLOUR), None)
        kind = " ".join(["b"] * (1 in style) + ["f"] * (2 in style))
        attributes = (f' class="{kind}"' if kind else "") + (
            f' style="fill:{fill}"' if fill else "")
        for word in re.finditer(r"\S+(?: \S+)*", text):
            x = EDGE + (column + word.start()) * CELL
            out.append(
                f'<text x="{x:.1f}" y="{y}" textLength='
                f'"{len(word[0]) * CELL:.1f}" lengthAdjust='
                f'"spacingAndGlyphs"{attributes}>{escape(word[0])}</text>')
        column += len(text)
    return out


def picture(lines, width, shown):
    high = (len(lines) + 1) * LINE + 2 * EDGE
    wide = round(width * CELL + 2 * EDGE)
    body, style, y = [], frozenset(), EDGE + 14
    for line in lines:
        pieces, style = runs(line, style)
        body += draw(pieces, y)
        y += LINE
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" '
        f'height="{high}" viewBox="0 0 {wide} {high}" role="img">',
        f"<title>{escape(shown)}</title>",
        f"<style>{STYLES}</style>",
        f'<rect width="{wide}" height="{high}" rx="8" fill="#16201c"/>',
        *body, "</svg>", ""])


def main():
    p = argparse.ArgumentParser(add_help=True)
    p.add_argument("--width", type=int, default=98)
    p.add_argument("--lines", type=int, default=45)
    p.add_argument("--shown")
    p.add_argument("command", nargs="+")
    a = p.parse_args()
    shown = a.shown or " ".join(a.command)
    prompt = [("\x1b[2m$ \x1b[0m" if not i else "  ") +
              f"\x1b[1m{part}\x1b[0m" for i, part in enumerate(
                  shown.split("\n"))]
    lines = run(a.command, a.width).rstrip("\n").split("\n")[:a.lines]
    sys.stdout.write(picture(prompt + [""] + lines, a.width, shown))


main()
