#!/usr/bin/env python3
"""kinds.py [-v] PROGRAM FILE... -- cases of one kind each, failed of tried

A line of FILE is a text, || where a sentence ends inside; with spaces around it
a space stands there, without nothing does.  A # begins a comment.  The cases
behind the line "# held back" were not looked at while the program was written.
PROGRAM (with its options, as one word of the shell) reads a text a line.
Prints for each file failed/tried, those held back apart; with -v each failure.
"""
import os
import subprocess
import sys


def cases(path):
    """(held back?, sentences as they should be)"""
    held = False
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            held |= line == "# held back"
            if line and not line.startswith("#"):
                yield held, line


def split(program, text):
    return subprocess.run(program, shell=True, check=True, input=text.encode(),
                          stdout=subprocess.PIPE).stdout.decode()


def main(args):
    verbose = args[:1] == ["-v"]
    program, files = args[verbose], args[verbose + 1:]
    every = [(path, held, line) for path in files for held, line in cases(path)]
    # An empty line between cases, as -b prints it: one run for all.
    texts = [line.replace(" || ", " ").replace("||", "") for _, _, line in every]
    found = split(program + " -b", "\n".join(texts) + "\n").split("\n\n")
    if len(found) != len(every):
        sys.exit("kinds.py: %d texts came back of %d" % (len(found), len(every)))
    tally = {path: [[0, 0], [0, 0]] for path in files}
    for (path, held, line), out in zip(every, found):
        want = "\n".join(s.strip() for s in line.split("||"))
        failed = want != "\n".join(s.strip() for s in out.strip("\n").split("\n"))
        tally[path][held][0] += failed
        tally[path][held][1] += 1
        if failed and verbose:
            print("%s%s: %s" % (os.path.basename(path), " (held back)" if held else "",
                                out.strip("\n").replace("\n", " || ")))
    total = [[0, 0], [0, 0]]
    for path, counts in tally.items():
        print("%-16s %3d/%-3d  held back %3d/%-3d" % (
            os.path.basename(path)[:-4], *counts[0], *counts[1]))
        for held in (0, 1):
            for i in (0, 1):
                total[held][i] += counts[held][i]
    print("%-16s %3d/%-3d  held back %3d/%-3d" % ("all", *total[0], *total[1]))


main(sys.argv[1:])
