# Word lists that the code could not use do not build: mklexicon on a folder made
# here says which line it is.

load helper

MKLEXICON=$(dirname "$BIN")/mklexicon

setup() {
	mkdir -p "$BATS_TEST_TMPDIR/xx/gazetteer" && cd "$BATS_TEST_TMPDIR" || return 1
	echo Xish > xx/name
}

# The list $1 of these lines.
list() {
	printf '%s\n' "${@:2}" > "xx/$1.txt"
}

# It fails, says this of that line, nothing else, and writes nothing.
refused() {
	run --separate-stderr "$MKLEXICON" xx .
	[ "$status" -eq 1 ] && [ ! -e lexicon_xx.c ]
	# shellcheck disable=SC2154
	[ "$stderr" = "$1" ] || { echo "$stderr"; return 1; }
}

@test "a folder of lists becomes a table with its name" {
	list months "# Names of months" "" Januar März
	list gazetteer/countries "Neuseeland" "Costa Rica"
	list cue-verbs $'sagen\tsay\tsagte' $'rufen\tmanner say\trief'
	"$MKLEXICON" xx .
	grep -q '^const struct lexicon lexicon_xx = ' lexicon_xx.c
	[ "$(grep -cE '^.("Januar"|"M\\303\\244rz"|"Costa Rica"|"rief"|"rufen") ' lexicon_xx.c)" -eq 5 ]
	"$CC" -I"$TESTS/.." -Wall -Wextra -Werror -c lexicon_xx.c language_xx.c
}

@test "a language without lists builds, too" {
	"$MKLEXICON" xx .
	"$CC" -I"$TESTS/.." -Wall -Wextra -Werror -c lexicon_xx.c language_xx.c
}

@test "a language has a name" {
	: > xx/name
	refused 'xx/name:1: a language has a name'
	rm xx/name
	refused 'mklexicon: xx/name: No such file or directory'
}

@test "a list that is no role's is refused by name" {
	list months Januar
	list monthss Februar
	refused "mklexicon: xx/monthss.txt: no role has this list (common/lexicon/roles.h)"
}

@test "lists beside the roles' are nobody's business in the gazetteer" {
	list gazetteer/rivers Rhein
	"$MKLEXICON" xx .
}

@test "a capital where words are looked up in lower case" {
	list titles minister "# and" "" Ministerin
	refused 'xx/titles.txt:4: "Ministerin" has a capital: words are looked up here in lower case'
	list titles minister Über
	refused 'xx/titles.txt:2: "Über" has a capital: words are looked up here in lower case'
}

@test "two words where one can be, and too long ones" {
	list months "im Mai"
	refused 'xx/months.txt:1: "im Mai" has 2 words: in this list it can have 1'
	list months "$(printf 'a%.0s' {1..24})"
	"$MKLEXICON" xx .
	rm lexicon_xx.c
	list months "$(printf 'a%.0s' {1..25})"
	refused 'xx/months.txt:1: "aaaaaaaaaaaaaaaaaaaaaaaaa" has 25 bytes: it can have 24'
}

@test "spaces that no text would have" {
	list gazetteer/countries "Costa  Rica"
	refused 'xx/gazetteer/countries.txt:1: "Costa  Rica": an entry is words with one space between'
}

@test "full stops where words are looked up without" {
	list titles dr.
	refused 'xx/titles.txt:1: "dr." has a full stop: words are looked up here without'
	rm xx/titles.txt
	list abbreviation-kinds $'U.S\tcountry' $'Dr.\ttitle'
	refused 'xx/abbreviation-kinds.txt:2: "Dr.": words are looked up here without the full stop at their end'
}

@test "characters that are never matched" {
	list elisions em "n't"
	refused $'xx/elisions.txt:2: "n\'t": only the letters a to z can be matched'
	rm xx/elisions.txt
	list months $'M\xe4rz'
	refused $'xx/months.txt:1: "M\xe4rz" is not UTF-8'
}

@test "a clitic that no word ends in" {
	list clitics "'s" "n't" "hadn't" s "'all" "'n'"
	refused "xx/clitics.txt:3: \"hadn't\": a clitic has one apostrophe and up to 2 bytes before and behind it
xx/clitics.txt:4: \"s\": a clitic has one apostrophe and up to 2 bytes before and behind it
xx/clitics.txt:5: \"'all\": a clitic has one apostrophe and up to 2 bytes before and behind it
xx/clitics.txt:6: \"'n'\": a clitic has one apostrophe and up to 2 bytes before and behind it"
}

@test "two letters where the last one of a word is looked up" {
	list plural-endings s en
	refused 'xx/plural-endings.txt:2: "en": in this list an entry is one letter'
}

@test "a value that is none, one that is missing, a text that is missing" {
	list cue-verbs $'sagen\tsay\tsagte' $'rufen\tshouts\trief'
	refused 'xx/cue-verbs.txt:2: "shouts" is no value of cue-verbs (common/lexicon/roles.h)'
	list cue-verbs $'rufen\t\trief'
	refused 'xx/cue-verbs.txt:1: "rufen" has no value'
	rm xx/cue-verbs.txt
	list title-forms sgt
	refused 'xx/title-forms.txt:1: "sgt" has nothing behind it'
}

# The forms of the verbs $1, a word with what it can do or a whole line, by the
# rules of English; of each its first line only.
forms() {
	cp "$TESTS"/../common/languages/en/{verb-endings,vowels}.txt xx
	list cue-verbs "$@"
	"$MKLEXICON" -l cue-verbs xx | cut -f1 | tr '\n' ' '
}

@test "verbs are found by their forms, which are made" {
	[ "$(forms $'nod\tsay')" = "nod nods nodded nodding " ]
	[ "$(forms $'vow\tsay')" = "vow vows vowed vowing " ]
	[ "$(forms $'reply\tsay')" = "reply replies replied replying " ]
	[ "$(forms $'offer\tsay')" = "offer offers offered offering " ]
	[ "$(forms $'confer\tsay')" = "confer confers conferred conferring " ]
	[ "$(forms $'reveal\tsay')" = "reveal reveals revealed revealing " ]
	[ "$(forms $'signal\tsay')" = "signal signals signaled signaling signalled signalling " ]
	[ "$(forms $'theorize\tsay')" = "theorize theorizes theorized theorizing theorise theorises theorised theorising " ]
	[ "$(forms $'advise\tsay')" = "advise advises advised advising " ]
	[ "$(forms $'retell\ttell')" = "retell retells retold retelling " ]
	[ "$(forms $'go\tsay')" = "go goes went gone going " ]
	[ "$(forms $'echo\tsay')" = "echo echoes echoed echoing " ]
	[ "$(forms $'coo\tsay')" = "coo coos cooed cooing " ]
}

@test "verbs have forms of their own, and leave some out" {
	[ "$(forms $'hold\tsay\t-hold -holding')" = "holds held " ]
	[ "$(forms $'write\twrite\tpenned -writing')" = "write writes wrote written penned " ]
	list cue-verbs $'say\tsay' $'hold\tsay\t-holded'
	refused 'xx/cue-verbs.txt:2: "hold" leaves out what is no form of it: -holded'
	list cue-verbs $'say\tsay' $'utter\tsay\tsaid'
	refused 'xx/cue-verbs.txt:2: "said" is in this list twice'
	rm xx/cue-verbs.txt
	list cue-particles $'fire back\tmanner' $'hit back\tmanner'
	[ "$("$MKLEXICON" -l cue-particles xx)" = "$(printf '%s\tmanner\t%s\n' fire 'fire back' fires 'fire back' \
	    fired 'fire back' firing 'fire back' hit 'hit back' hits 'hit back' hitting 'hit back')" ]
}

@test "a list that no role has is not printed" {
	run "$MKLEXICON" -l verbs xx
	[ "$status" -eq 1 ] && [ "$output" = "mklexicon: verbs: no such list" ]
	run "$MKLEXICON" -x verbs xx
	[ "$status" -eq 1 ]
}

@test "a NUL byte in a list" {
	printf 'Januar\nMai\0x\n' > xx/months.txt
	refused 'xx/months.txt:2: a NUL byte'
}

@test "a column too many" {
	list months $'Januar\tjanuary'
	refused 'xx/months.txt:1: "Januar": "january" is one column too many'
}

@test "the same word twice in a list, but in two lists" {
	list months Januar Mai
	list weekdays Mai
	"$MKLEXICON" xx .
	rm lexicon_xx.c
	list months Januar Mai Januar
	refused 'xx/months.txt:3: "Januar" is in this list twice'
}

@test "all that is wrong is said at once" {
	list months "im Mai" Mai Mai
	refused $'xx/months.txt:1: "im Mai" has 2 words: in this list it can have 1\nxx/months.txt:3: "Mai" is in this list twice'
}

@test "every list says what it is, from where and under which licence" {
	local f
	for f in "$TESTS"/../common/languages/*/*.txt "$TESTS"/../common/languages/*/gazetteer/*.txt; do
		sed '/^#/!q' "$f" |
		    grep -qE 'Ours|[Cc]ommon knowledge|common knowledge|public domain|CC BY|licence' ||
		    { echo "$f"; return 1; }
	done
}
