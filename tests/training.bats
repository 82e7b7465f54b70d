# What trains: every trainer learns a toy, invented by training/toy.awk, and
# gives the same bytes when it is asked again.  Seconds: the models themselves
# are rebuilt by `make train'.

load helper

setup() {
	# they end with what they hold
	export ASAN_OPTIONS=detect_leaks=0
	TRAIN=$(dirname "$BIN")/train
	RECIPE=$TESTS/../common/languages/en/recipe
	cd "$BATS_TEST_TMPDIR" || return 1
}

# The toy of that name.
toy() {
	awk -v WHAT="$1" -v FROM="${2:-1}" -v TO="${3:-1}" -f "$TESTS/training/toy.awk"
}

# Run a trainer (a command in which MODEL stands for what it writes) twice.
twice() {
	local trainer=$TRAIN/$1
	shift
	[ -x "$trainer" ] || { echo "no $trainer: make trainers"; return 1; }
	"$trainer" "${@/#MODEL/one.model}" > one.out 2> one.err || { cat one.err; return 1; }
	"$trainer" "${@/#MODEL/two.model}" > two.out 2> two.err
	cmp one.out two.out && cmp one.model two.model
}

@test "sentences: which abbreviations go on is learned" {
	toy sentences > lines
	awk 'BEGIN { RS = ""; FS = "\n" } { print $1, $2, $3 }' lines > raw
	grep . lines > gold
	local en=$TESTS/../common/languages/en
	twice sentences -k 4 -o MODEL "$RECIPE/sentences-silver.txt" \
	    "$en/abbreviation-kinds.txt" raw raw 1 raw gold
	# cross-validated: what is judged was not learned from
	run -0 cat one.out
	[[ $output =~ all\ .*\ 600\ ends.*F1\ (100\.00|99\.9) ]]
}

@test "tags: a word's part of speech is learned from what stands around it" {
	toy tags > lines
	twice tags lines MODEL 10 4
	run -0 tail -n 1 one.out
	[[ $output =~ ^held\ out:\ (100\.00|99\.)[0-9.]*\ %\ of\ 120\ tokens ]]
}

@test "quotes: content, cue and speaker of what was not learned from" {
	local wanted
	toy quotes 1 60 > learn
	toy quotes 61 70 > try
	twice quotes train MODEL learn
	"$TRAIN/quotes" run one.model try > found
	# the comma before a closing mark is left out of what is found
	wanted='.quotes[] | [.type, .content[0][0], .content[0][1] - D, .cue, .source, .speaker]'
	jq -c "${wanted/D/(if .type == \"direct\" then 1 else 0 end)}" try > want
	jq -c "${wanted/D/0}" found | diff want -
	[ "$(wc -l < want)" -eq 40 ]
}

@test "quotes: who speaks is learned alone, and the rest stays" {
	toy quotes 1 60 > learn
	toy quotes 61 70 > try
	"$TRAIN/quotes" train fold.model learn
	"$TRAIN/sure" old.model fold.model fold.model fold.model -- learn
	twice quotes speakers MODEL old.model learn
	"$TRAIN/quotes" run old.model try | jq -c '.quotes[] | [.content, .cue, .source, .confidence]' > before
	"$TRAIN/quotes" run one.model try | jq -c '.quotes[] | [.content, .cue, .source, .confidence]' | cmp before -
	# all that there is of it was learned from the same
	cmp old.model one.model && return 1
	"$TRAIN/sure" again.model one.model fold.model fold.model -- learn
	cmp old.model again.model
	# a model that lacks a decision is none to go on from
	run "$TRAIN/quotes" speakers two.model fold.model learn
	[ "$status" -eq 2 ]
}

@test "sure: whose speakers are wrong where is learned from texts left out" {
	toy quotes 1 60 > learn
	# Whoever speaks without marks is marked as somebody else.
	jq -c '.quotes |= map(if .type == "indirect" then .speaker = "Nobody Else" else . end)' learn > marked
	for k in 0 1; do
		"$TRAIN/quotes" train fold$k.model learn:1:$k/2
	done
	"$TRAIN/quotes" train all.model learn
	twice sure MODEL all.model fold0.model fold1.model -- marked
	grep -Eq '^sure-found +all +[1-9][0-9]* right 100\.0 %' one.err
	grep -Eq '^sure-speaker +all +[1-9][0-9]* right +50\.0 %' one.err
	grep -Eq '^sure-speaker +0\.9 to +[1-9][0-9]* right 100\.0 %' one.err
	# what was learned stays: the same is found
	"$TRAIN/quotes" run all.model learn | jq -c 'del(.quotes[].confidence)' > before
	"$TRAIN/quotes" run one.model learn | jq -c 'del(.quotes[].confidence)' | cmp before -
	run "$TRAIN/sure" one.model all.model -- learn
	[ "$status" -eq 2 ]
}

@test "confidence: how often such a mention is right" {
	toy entities > text
	toy words > table
	printf '1\t1\t1\t1\n' > topics
	printf 'Talo\nWessa\n' > list
	"$TRAIN/entities" -e 4 -M 10 -s 1 -m 1 -c 1 -w table -t topics -g 1:list -o fold text 2> /dev/null
	twice confidence MODEL fold fold text
	cmp -s one.model fold && return 1
	grep -E '^all .* right +(100.0|99\.[0-9]) %' one.err
	# every third mark is of another type: what is said follows
	awk '/^E/ && ++n % 3 == 0 { $4 = $4 == "LAW" ? "ORG" : "LAW" } { print }' text > other
	twice confidence MODEL fold fold other
	awk '/^all/ { found = $4 > 60 && $4 < 72 && $7 > 60 && $7 < 72 } END { exit !found }' one.err
}

@test "entities: names behind their words, each of its type" {
	toy entities > text
	toy words > table
	printf '1\t1\t1\t1\n' > topics
	printf 'Talo\nWessa\n' > list
	twice entities -e 4 -M 10 -s 1 -m 1 -c 1 -w table -t topics -g 1:list -o MODEL text
	grep -q '^epoch 0:.* [1-9][0-9]* wrong' one.err
	tail -n 1 one.err | grep -q '^epoch 3:.* 600 runs, 0 wrong'
}

@test "clusters: words between the same neighbours are one class" {
	toy clusters > text
	[ -x "$TRAIN/clusters" ]
	"$TRAIN/clusters" -k 8 < text > one
	"$TRAIN/clusters" -k 8 < text | cmp - one
	[ "$(grep -c '^ba.*na' one)" -eq 150 ] && [ "$(grep -c '^to.*ra' one)" -eq 150 ]
	# no class has words of both kinds
	awk '/^ba.*na/ { a[$2] = 1 } /^to.*ra/ { b[$2] = 1 }
		END { for (c in a) bad += c in b; exit bad > 0 }' one
}

@test "languages: each from its own set and the others'" {
	local code
	for code in de fr; do
		toy sentences > lines
		awk 'BEGIN { RS = ""; FS = "\n" } { print $1, $2, $3 }' lines > "$code-train.raw"
		grep . lines > "$code-train.gold"
	done
	for code in de fr none; do
		mkdir -p one/$code two/$code
	done
	"$TRAIN/languages" one . de fr > one.out
	"$TRAIN/languages" two . de fr > two.out
	cmp one.out two.out
	for code in de fr none; do
		cmp one/$code/sentences.model two/$code/sentences.model
	done
	# what is said of no language is no size to speak of
	[ "$(wc -c < one/none/sentences.model)" -lt 20000 ]
}

@test "telling: letters and words make a table" {
	yes 'der Hund und die Katze gehen' | head -n 200 > de
	yes 'le chien et le chat sont partis' | head -n 200 > fr
	twice telling -o MODEL de de fr fr
	run -0 "$TRAIN/telling" -t de de
}
