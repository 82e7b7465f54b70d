# The Makefile and what it sets up.

load helper

setup() {
	cd "$TESTS/.." || return 1
	BUILD=$(dirname "$BIN")
	BUILD=${BUILD#"$PWD/"}		# make wants no spaces in B
}

@test "install puts programs, manuals, completions and licences in place, uninstall takes them away" {
	not_sanitized
	local d="$BATS_TEST_TMPDIR/a root" p
	make -s B="$BUILD" DESTDIR="$d" PREFIX=/usr install
	for p in $PROGRAMS; do
		[ -x "$d/usr/bin/$p" ] && [ -f "$d/usr/share/man/man1/$p.1" ]
		[ -s "$d/usr/share/bash-completion/completions/$p" ]
		[ -s "$d/usr/share/zsh/site-functions/_$p" ]
		[ -s "$d/usr/share/fish/vendor_completions.d/$p.fish" ]
	done
	[ -f "$d/usr/share/man/man7/copydesk.7" ]
	[ -f "$d/usr/share/man/man5/copydesk-formats.5" ]
	for p in LICENSE WordNet-3.0.txt MIT.txt ATTRIBUTION.txt; do
		[ -s "$d/usr/share/doc/copydesk/$p" ]
	done
	"$d/usr/bin/dedup" "$SAMPLE/article.txt" | cmp - "$TESTS/pipelines/dedup.out"
	make -s B="$BUILD" DESTDIR="$d" PREFIX=/usr uninstall
	[ -z "$(find "$d" -type f)" ]
	make -s B="$BUILD" DESTDIR="$BATS_TEST_TMPDIR/nothing" uninstall
}

# complete WORD ...: what bash proposes for the last word of a command.
complete_words() {
	bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
	    compopt() { :; }
	    "_copydesk_${1//-/_}"; printf "%s\n" "${COMPREPLY[@]}"' \
	    "$(dirname "$BIN")/completions/bash/$1" "$@"
}

@test "bash completes options, their values and lists of them" {
	not_sanitized
	make -s B="$BUILD" completions
	cd "$SAMPLE" || return 1
	[ "$(complete_words tag-entities --gaz)" = --gazetteer= ]
	[ "$(complete_words tag-entities -t PERS)" = PERSON ]
	[ "$(complete_words tag-entities --types = PERSON,OR)" = "$(printf 'PERSON,ORG\nPERSON,ORDINAL')" ]
	[ "$(complete_words tag-entities -o js)" = json ]
	[ "$(complete_words tag-entities --color = a)" = "$(printf 'auto\nalways')" ]
	[ "$(complete_words tag-entities --color = | wc -l)" -eq 3 ]
	[ "$(complete_words tag-entities --color art)" = article.txt ]
	[ "$(complete_words tag-entities art)" = article.txt ]
	[ "$(complete_words sentence-split -l n)" = "$(printf 'nb\nnl\nnone')" ]
	[ "$(complete_words dedup --keep = l)" = "$(printf 'last\nlongest')" ]
	[ "$(complete_words dedup --near-ignore = dates,n)" = "$(printf 'dates,names\ndates,numbers')" ]
	[ "$(complete_words quote-extract -k direct,m)" = direct,mixed ]
	# every option of every program, and of the other shells what parses
	local p s
	for p in $PROGRAMS; do
		diff <(complete_words "$p" -- | tr -d = | sort) \
		    <("$BIN/$p" --help | grep -o -E '^  (-., |    )--[a-z-]+' | grep -o -E -- '--[a-z-]+' | sort)
		for s in zsh fish; do
			! command -v "$s" > /dev/null || "$s" -n "$(dirname "$BIN")/completions/$s/$p"
		done
	done
}

@test "what is built is not built again" {
	not_sanitized
	make B="$BUILD" all
	run -0 make B="$BUILD" all
	[[ $output == *"Nothing to be done"* ]]
}

@test "other flags, and it is built again" {
	local o=$BATS_TEST_TMPDIR/b
	make -s B="$o" CFLAGS=-O1 "$o/obj/common/base/utf8.o"
	run -0 make B="$o" CFLAGS=-O1 "$o/obj/common/base/utf8.o"
	[[ $output == *"is up to date"* ]]
	run -0 make B="$o" CFLAGS=-O0 "$o/obj/common/base/utf8.o"
	[[ $output == *"CC"*"common/base/utf8.c"* ]]
}

@test "libraries may be named without pkg-config, and are asked for where they are not" {
	local o=$BATS_TEST_TMPDIR/b
	run -0 make -n B="$o" PKG_CONFIG=false LIB_CFLAGS=-DMINE LIB_LIBS=-lmine
	[[ $output == *" -DMINE "* && $output == *" -lmine"* ]]
	run -2 make B="$BATS_TEST_TMPDIR/c" PKG_CONFIG=false
	[[ $output == *"copydesk: libraries are missing"* ]]
}

@test "an old make is refused in one line" {
	run -2 make -n .FEATURES=
	[[ $output == *"GNU make 4.3 or later is needed"* ]]
}

@test "the user's compiler and flags are respected" {
	run -0 make -n B="$BATS_TEST_TMPDIR/build" CC=clang CFLAGS="-O0 -DMINE" LDFLAGS=-Wl,--as-needed
	[[ $output == *"clang "*" -O0 -DMINE "* ]]
	[[ $output == *"-Wl,--as-needed"* ]]
	! grep -v 'common/[a-z]*/mk[a-z]*\.c' <<< "$output" | grep -q -e ' -O2 '
}

@test "packages: nothing to do when they are there, one line when not and not root" {
	command -v dpkg-query > /dev/null || skip "not a Debian"
	run -0 .ci/deps dpkg
	[ -z "$output" ]
	[ "$(id -u)" -eq 0 ] || skip "not root"
	run -1 setpriv --reuid=65534 --regid=65534 --clear-groups .ci/deps dpkg no-such-package
	[ "${#lines[@]}" -eq 1 ]
	[[ $output == *"missing packages: no-such-package"* ]]
	FAKEROOTKEY=1 run -1 .ci/deps dpkg no-such-package
	[[ $output == *"missing packages: no-such-package"* ]]
}

@test "without the corpora, training and measuring say so in one line" {
	local t
	for t in train train-sentences train-tags train-entities train-quotes bench; do
		run make -s B="$BUILD" CORPORA="$BATS_TEST_TMPDIR/none" "$t"
		[[ $output == *"no corpora at $BATS_TEST_TMPDIR/none"* ]]
		[ "$(grep -c corpora <<< "$output")" -eq 1 ]
	done
}

@test "without the corpora, accuracy is measured on what is in the tree" {
	not_sanitized
	run -0 make -s B="$BUILD" CORPORA="$BATS_TEST_TMPDIR/none" accuracy
	[[ $output =~ all\ +[0-9]+\ +[0-9]+\ +[0-9]+\ +9[0-9.]+ ]]
	[[ $output =~ direct\ records,\ overlap\ .8\ +9[0-9.]+ ]]
	[[ $output =~ WORK_OF_ART\ +P\ +[0-9.]+\ R\ +[0-9.]+\ F1\ +[0-9.]+ ]]
	[ "$(grep -c "no corpora at $BATS_TEST_TMPDIR/none" <<< "$output")" -eq 1 ]
}

@test "same.sh tells what a build prints otherwise than another" {
	not_sanitized
	export SAME_INPUTS="tests/sample/other.txt tests/sample/wire/01.txt"
	run -0 tests/same.sh "$BIN" "$BIN"
	[ "$output" = "34 outputs compared, 0 differ" ]
	mkdir "$BATS_TEST_TMPDIR/older"
	cp "$BIN"/* "$BATS_TEST_TMPDIR/older"
	printf '#!/bin/sh\ntr -d e\n' > "$BATS_TEST_TMPDIR/older/dedup"
	run -1 tests/same.sh "$BATS_TEST_TMPDIR/older" "$BIN"
	[[ ${lines[0]} == "dedup < tests/sample/other.txt" ]]
	[[ ${lines[-1]} == "34 outputs compared, 8 differ" ]]
}

@test "README has every module, in the order that the layers have" {
	diff <(sed -n 's/^modules="\(.*\)"$/\1/p' tests/layers.sh | tr ' ' '\n') \
	    <(sed -n '/^| module /,/^$/s/^| `\([a-z]*\)` .*/\1/p' README.md)
	diff <(sed -n 's/^modules="\(.*\)"$/\1 languages/p' tests/layers.sh | tr ' ' '\n' | sort) \
	    <(cd common && printf '%s\n' * | sort)
	# what stands beside the four folders is known
	[ -e .git ] || return 0
	diff <(git ls-files | sed 's/\/.*//' | sort -u) \
	    <(printf '%s\n' .ci .gitignore LICENSE Makefile README.md common filters man tests | LC_ALL=C sort)
}
