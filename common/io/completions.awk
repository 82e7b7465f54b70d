# completions.awk -- completions for a shell, of what --help prints
#
#	PROGRAM --help | awk -v shell=bash -f completions.awk
#
# shell is bash, zsh or fish.  --help has a line for each option, "  -l,
# --language=LANG  text"; the values it takes are in its own place
# ("split|keep"), or behind ": " at the end of its text, which may go on in the
# next lines.  A value that is a FILE is completed as one.

function finish(    i, n, v) {
	if (name == "")
		return
	if (meta ~ /\|/) {
		values = meta
		gsub(/\|/, " ", values)
	} else if (match(text, /: [A-Za-z_].*$/) && meta ~ /^(LIST|LANG|TYPES|FORMAT)$/) {
		values = substr(text, RSTART + 2)
		text = substr(text, 1, RSTART - 1)
	}
	count++
	letters[count] = letter; names[count] = name; optional[count] = may
	metas[count] = meta; texts[count] = text; choices[count] = values
	lists[count] = meta ~ /^(LIST|TYPES)$/
	name = values = ""
}

NR == 1 { program = $2; next }
/^The manual/ { finish(); next }
/^  (-[A-Za-z0-9], |    )--/ {
	finish()
	letter = substr($0, 3, 1) == "-" ? substr($0, 4, 1) : ""
	line = substr($0, 9)
	match(line, /^[a-z-]+/)
	name = substr(line, 1, RLENGTH)
	line = substr(line, RLENGTH + 1)
	may = line ~ /^\[/
	meta = text = ""
	if (match(line, /^\[?=[^ \]]+\]?/)) {
		meta = substr(line, 1, RLENGTH)
		gsub(/[]=[]/, "", meta)
		line = substr(line, RLENGTH + 1)
	}
	sub(/^ +/, "", line)
	text = line
	next
}
name != "" && length($0) > 30 && substr($0, 1, 30) ~ /^ *$/ {
	sub(/^ +/, "")
	text = text (text == "" ? "" : " ") $0
}

function bash(    i, words, o) {
	print "# bash completion for " program "; made by copydesk's build"
	print "_copydesk_" tag "() {"
	print "\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} option head"
	print "\tCOMPREPLY=()"
	# bash gives "--name=value" as three words.
	print "\tif [ \"$cur\" = = ]; then option=$prev cur="
	print "\telif [ \"$prev\" = = ]; then option=${COMP_WORDS[COMP_CWORD-2]}"
	print "\telse option=$prev; fi"
	print "\tcase $option in"
	for (i = 1; i <= count; i++) {
		if (metas[i] == "")
			continue
		o = "--" names[i]
		if (letters[i] != "")
			o = "-" letters[i] "|" o
		# A value that may be missing is joined: the next word is none.
		if (optional[i])
			print "\t" o ") [ \"$prev\" = = ] || [ \"${COMP_WORDS[COMP_CWORD]}\" = = ] &&"
		else
			print "\t" o ")"
		if (choices[i] != "" && lists[i]) {
			print "\t\tcase $cur in *,*) head=${cur%,*},; cur=${cur##*,} ;; esac"
			print "\t\tmapfile -t COMPREPLY < <(compgen -P \"$head\" -W '" choices[i] "' -- \"$cur\"); return ;;"
		} else if (choices[i] != "")
			print "\t\t{ mapfile -t COMPREPLY < <(compgen -W '" choices[i] "' -- \"$cur\"); return; } ;;"
		else if (metas[i] ~ /FILE/)
			print "\t\t{ mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); return; } ;;"
		else
			print "\t\treturn ;;"
	}
	print "\tesac"
	print "\tcase $cur in"
	for (i = 1; i <= count; i++)
		words = words (i > 1 ? " " : "") "--" names[i] (metas[i] != "" && !optional[i] ? "=" : "")
	print "\t-*) mapfile -t COMPREPLY < <(compgen -W '" words "' -- \"$cur\")"
	print "\t\t[[ ${COMPREPLY[0]-} != *= ]] || compopt -o nospace ;;"
	print "\t*) mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;"
	print "\tesac"
	print "}"
	print "complete -o filenames -F _copydesk_" tag " " program
}

function quoted(s) {
	gsub(/'/, "'\\''", s)
	return s
}

function zsh(    i, t, value) {
	print "#compdef " program
	print "# made by copydesk's build"
	print "_arguments -s -S \\"
	for (i = 1; i <= count; i++) {
		t = texts[i]
		gsub(/[]:[]/, "\\\\&", t)
		value = ""
		if (metas[i] != "") {
			value = metas[i]
			gsub(/[|:]/, " ", value)
			value = (optional[i] ? "::" : ":") value ":"
			if (lists[i] && choices[i] != "")
				value = value "_sequence compadd - " choices[i]
			else if (choices[i] != "")
				value = value "(" choices[i] ")"
			else if (metas[i] ~ /FILE/)
				value = value "_files"
		}
		if (letters[i] != "")
			print "\t'-" letters[i] (metas[i] == "" || optional[i] ? "" : "+") quoted("[" t "]" value) "' \\"
		print "\t'--" names[i] (metas[i] == "" ? "" : optional[i] ? "=-" : "=") quoted("[" t "]" value) "' \\"
	}
	print "\t'*:file:_files'"
}

function fish(    i, line) {
	print "# fish completion for " program "; made by copydesk's build"
	for (i = 1; i <= count; i++) {
		line = "complete -c " program
		if (letters[i] != "")
			line = line " -s " letters[i]
		line = line " -l " names[i]
		if (metas[i] != "" && !optional[i])
			line = line (metas[i] ~ /FILE/ ? " -r -F" : " -x")
		if (choices[i] != "")
			line = line " -a '" choices[i] "'"
		print line " -d '" quoted(texts[i]) "'"
	}
}

END {
	finish()
	tag = program
	gsub(/-/, "_", tag)
	if (shell == "bash")
		bash()
	else if (shell == "zsh")
		zsh()
	else
		fish()
}
