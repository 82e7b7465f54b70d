#!/bin/bash
# cross.sh ARCH ... -- build for another machine and compare what it prints
#
# ARCH is one of Debian's: arm64, armhf, i386, s390x (which is big-endian).  It
# takes Debian's cross compiler (gcc-TRIPLET) and qemu-user; the libraries are
# Debian's packages of that ARCH, unpacked below $B/ports/ARCH, where nothing is
# installed.  Prints a line for each ARCH: built or not, outputs compared, and
# how many differ from those of the programs in $B/bin.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
INPUTS=${SAME_INPUTS:-tests/sample/article.txt tests/sample/other.txt tests/sample/wire/01.txt}
LIBRARIES="libbsd-dev libbsd0 libmd-dev libmd0 libjansson-dev libjansson4 libxxhash-dev
    libxxhash0 libutf8proc-dev libutf8proc2"

# The compiler's name for a machine, and the emulator's.
triplet() {
	case $1 in
	arm64) echo aarch64-linux-gnu qemu-aarch64 ;;
	armhf) echo arm-linux-gnueabihf qemu-arm ;;
	i386) echo i686-linux-gnu qemu-i386 ;;
	s390x) echo s390x-linux-gnu qemu-s390x ;;
	*) echo "$1: not known here" >&2; return 1 ;;
	esac
}

# Debian's libraries for ARCH below DIR/root, by an apt of its own.
libraries() {
	local arch=$1 dir=$2 options deb
	[ ! -d "$dir/root" ] || return 0
	mkdir -p "$dir/lists/partial" "$dir/cache/archives/partial" "$dir/debs"
	: > "$dir/status"
	options="-qq -o APT::Architecture=$arch -o APT::Architectures=$arch
	    -o APT::Sandbox::User=root -o Dir::State::Lists=$dir/lists
	    -o Dir::State::status=$dir/status -o Dir::Cache=$dir/cache"
	# shellcheck disable=SC2086
	apt-get $options update 2> /dev/null	# one list of several may be missing
	# shellcheck disable=SC2086
	(cd "$dir/debs" && apt-get $options download $LIBRARIES) || return 1
	for deb in "$dir"/debs/*.deb; do
		dpkg -x "$deb" "$dir/root.new" || return 1
	done
	mv "$dir/root.new" "$dir/root"
}

port() {
	local arch=$1 dir cc emulator lib same
	dir=$(realpath -m "$B/ports/$arch")
	read -r cc emulator < <(triplet "$arch") || return 1
	command -v "$cc-gcc" "$emulator" > /dev/null ||
	    { echo "$arch: needs $cc-gcc and $emulator" >&2; return 1; }
	libraries "$arch" "$dir" || { echo "$arch: no libraries" >&2; return 1; }
	lib=$(dirname "$(find "$dir/root" -name libjansson.a)")
	make -s -j"$(nproc)" V=1 B="$dir/build" CC="$cc-gcc" CC_FOR_BUILD=gcc \
	    LDFLAGS="-static" WARN="-Wall -Wextra -Werror" \
	    LIB_CFLAGS="-isystem $dir/root/usr/include/bsd -DLIBBSD_OVERLAY \
	        -isystem $dir/root/usr/include -isystem $dir/root/usr/include/${lib##*/}" \
	    LIB_LIBS="-L$lib -lbsd -lmd -ljansson -lxxhash -lutf8proc" ||
	    { echo "$arch: not built"; return 1; }
	mkdir -p "$dir/run"
	for p in dedup sentence-split quote-extract tag-entities; do
		printf '#!/bin/sh\nexec %s %s/build/bin/%s "$@"\n' "$emulator" "$dir" "$p" > "$dir/run/$p"
		chmod +x "$dir/run/$p"
	done
	same=$(SAME_INPUTS=$INPUTS tests/same.sh "$B/bin" "$dir/run")
	echo "$arch: built, $same"
	[[ $same == *" 0 differ" ]]
}

status=0
for arch; do
	port "$arch" || status=1
done
exit $status
