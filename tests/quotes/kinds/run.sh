#!/bin/bash
# run.sh [-v] QUOTE-EXTRACT TABLE ... -- frames of text against what is said in them
#
# Prints "NAME FAILED of TRIED" for each table; -v: each text that fails, what was
# wanted and what was found.  A table, for NAME.tsv:
#
#	# a comment
#	=V	said|told them		$V below is each of these, and
#	=Q	“ ”|‘ ’			$Q1 and $Q2 the first and second word of each
#	text	record	record ...	fields between tabs
#
# A text's \n is a line break.  A record is speaker / kind / quote / flags: a * is
# anything, and what is not there is not asked; no record: nothing is said there.
# The first line "#stream" has each text read as a file of plain lines instead of
# as one JSON object.
set -eu

# shellcheck disable=SC2016 # programs of jq's
expand='
def fill($t; $vars):
    reduce ($vars | to_entries | sort_by(-(.key | length)))[] as $v ($t;
	gsub("\\$" + $v.key; $v.value));
def values: split("|") | map(gsub("^ +| +$"; ""));
# Each choice of values for the variables that a row uses.
def choices($row; $vars): reduce ($vars | to_entries | map(select(.key as $k |
	$row | test("\\$" + $k)))[]) as $v ([{}];
	[.[] as $c | $v.value[] | . as $x | ($x | split(" ")) as $w |
	$c + {($v.key): $x} + (reduce range($w | length) as $i ({};
	. + {($v.key + ($i + 1 | tostring)): $w[$i]}))]);
reduce inputs as $l ({vars: {}, out: []};
    if ($l == "" or ($l | startswith("#"))) then .
    elif ($l | startswith("=")) then ($l[1:] | split("\t")) as $d |
	.vars[$d[0]] = ($d[-1] | values)
    else .vars as $v | .out += [choices($l; $v)[] | fill($l; .)] end)
| .out[] | split("\t") | {text: (.[0] | gsub("\\\\n"; "\n")), want: .[1:]}'

# shellcheck disable=SC2016
compare='
def fits($q; $w): ($w | split(" / ")) as $f |
    (($f[0] // "*") as $s | $s == "*" or ($q.speaker // "") == ($s | if . == "-" then "" else . end)) and
    (($f[1] // "*") as $k | $k == "*" or $q.kind == $k) and
    (($f[2] // "*") as $t | $t == "*" or ($q.quote | gsub("^[,. ]+|[,. ]+$"; "")) == ($t | gsub("^[,. ]+|[,. ]+$"; ""))) and
    (($f[3] // "*") as $g | $g == "*" or
	(["negated", "hypothetical", "question"] | map(select($q[.] == true)) | join(",")) == ($g | if . == "-" then "" else . end));
.want as $want | .quotes as $got |
select(($want | length) != ($got | length) or
    any($want[]; . as $w | any($got[]; fits(.; $w)) | not))
| "  \(.text | gsub("\n"; "\\n"))",
  "    wanted: \($want | join(" | "))",
  "    found:  \($got | map("\(.speaker // "-") / \(.kind) / \(.quote)\(["negated", "hypothetical", "question"] as $n | . as $q | ($n | map(select($q[.] == true)) | if . == [] then "" else " / " + join(",") end))") | join(" | "))"'

verbose=
[ "$1" != -v ] || { verbose=1; shift; }
program=$(realpath "$1")
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each text as a file; the records with their texts again.
as_files() {
	local i=0 text
	mkdir -p "$work/texts"
	rm -f "$work"/texts/*
	while IFS= read -r text; do
		i=$((i + 1))
		jq -r .text <<< "$text" > "$work/texts/$(printf %05d "$i")"
	done < "$work/in"
	(cd "$work/texts" && "$program" -H -o json -- *) |
	    jq -cs --slurpfile in "$work/in" '. as $q | $in | to_entries[] |
	    (.key + 1 | tostring | "00000"[length:] + .) as $f |
	    .value + {quotes: [$q[] | select(.file == $f)]}'
}

for table; do
	jq -nRc "$expand" < "$table" > "$work/in"
	if [ "$(head -n 1 "$table")" = "#stream" ]; then
		as_files > "$work/out"
	else
		"$program" -J < "$work/in" > "$work/out"
	fi
	jq -r "$compare" < "$work/out" > "$work/failed"
	echo "$(basename "$table" .tsv) $(grep -c '^    wanted:' "$work/failed") of $(wc -l < "$work/in")"
	[ -z "$verbose" ] || cat "$work/failed"
done
