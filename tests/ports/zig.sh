#!/bin/bash
# zig.sh TARGET ... -- build for another system by Zig's C compiler
#
# TARGET is x86_64-linux-musl (linked statically, run here, compared), or one of
# systems that are not at hand, whose programs are built and linked but not run:
# aarch64-macos, x86_64-freebsd, x86_64-netbsd, x86_64-openbsd.  The compiler is
# PyPI's package ziglang, in an environment below $B/ports; the libraries are
# built from Debian's source packages.  Prints a line for each TARGET.
set -u
cd "$(dirname "$0")/../.." || exit 1
ZIG=0.17.1
B=${B:-build}
PORTS=$(realpath -m "$B/ports")
INPUTS=${SAME_INPUTS:-tests/sample/article.txt tests/sample/other.txt tests/sample/wire/01.txt}

# The compiler, the archiver and the libraries' source.
set_up() {
	[ ! -e "$PORTS/src/ready" ] || return 0
	mkdir -p "$PORTS/src" "$PORTS/apt/lists/partial" "$PORTS/apt/archives/partial"
	python3 -m venv "$PORTS/env" &&
	    "$PORTS/env/bin/pip" -q install "ziglang==$ZIG" || return 1
	# shellcheck disable=SC2016
	printf '#!/bin/sh\nexec "%s" -m ziglang cc -target "$TARGET" -fPIC "$@"\n' \
	    "$PORTS/env/bin/python" > "$PORTS/zig-cc"
	# shellcheck disable=SC2016
	printf '#!/bin/sh\ncase $TARGET in *-macos) set -- --format=darwin "$@" ;; esac\nexec "%s" -m ziglang ar "$@"\n' \
	    "$PORTS/env/bin/python" > "$PORTS/zig-ar"
	chmod +x "$PORTS"/zig-*
	sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2> /dev/null | grep -v security |
	    sed '1!d;s/.*/deb-src & bookworm main/' > "$PORTS/apt/sources"
	[ -s "$PORTS/apt/sources" ] || echo "deb-src http://deb.debian.org/debian bookworm main" > "$PORTS/apt/sources"
	(
		cd "$PORTS/src" || exit 1
		options="-qq -o Dir::Etc::sourcelist=$PORTS/apt/sources -o Dir::Etc::sourceparts=/dev/null
		    -o Dir::State::Lists=$PORTS/apt/lists -o Dir::Cache=$PORTS/apt
		    -o APT::Sandbox::User=root"
		# shellcheck disable=SC2086
		apt-get $options update &&
		    apt-get $options --download-only source jansson xxhash utf8proc libbsd || exit 1
		for f in *.orig.tar.?z; do tar xf "$f" || exit 1; done
		touch ready
	)
}

# What jansson's configure finds on all of these.
jansson_config() {
	printf '#define %s 1\n' HAVE_STDINT_H HAVE_UNISTD_H HAVE_SYS_TIME_H HAVE_LOCALE_H \
	    HAVE_GETTIMEOFDAY HAVE_GETPID HAVE_STRTOLL HAVE_LOCALECONV
	echo '#define INITIAL_HASHTABLE_ORDER 3'
}

# objects LIBRARY SOURCE ...: what they are compiled to, as lib/LIBRARY.a.
objects() {
	local library=$1 c
	shift
	mkdir -p "$dir/o/$library" "$dir/lib"
	for c; do
		# shellcheck disable=SC2086
		"$PORTS/zig-cc" -O2 -DHAVE_CONFIG_H -DHAVE_STDINT_H -DUTF8PROC_STATIC -I"$dir/include" -D_GNU_SOURCE $overlay \
		    -c "$c" -o "$dir/o/$library/$(basename "$c" .c).o" || return 1
	done
	"$PORTS/zig-ar" rcs "$dir/lib/$library.a" "$dir/o/$library"/*.o
}

# BSD's functions that the C library is without.
libbsd() {
	cp -r "$PORTS"/src/libbsd-*/include/bsd "$dir/include"
	overlay="-I$dir/include/bsd -DLIBBSD_OVERLAY"
	objects libbsd "$PORTS"/src/libbsd-*/src/{strtonum,strtoi,progname}.c
}

port() {
	export TARGET=$1
	local dir=$PORTS/$TARGET flags="-I$PORTS/$TARGET/include -DUTF8PROC_STATIC" ldflags=
	local overlay="" libs="-L$PORTS/$TARGET/lib -ljansson -lxxhash -lutf8proc" same
	mkdir -p "$dir/include"
	cp "$PORTS"/src/jansson-*/src/*.h "$PORTS"/src/jansson-*/android/jansson_config.h \
	    "$PORTS"/src/utf8proc-*/utf8proc.h "$PORTS"/src/xxHash-*/*.h "$dir/include"
	jansson_config > "$dir/include/jansson_private_config.h"
	objects libjansson "$PORTS"/src/jansson-*/src/*.c &&
	    objects libutf8proc "$PORTS"/src/utf8proc-*/utf8proc.c &&
	    objects libxxhash "$PORTS"/src/xxHash-*/xxhash.c || return 1
	case $TARGET in
	*-musl)
		libbsd || return 1
		flags="$overlay $flags" ldflags=-static
		libs="$libs -lbsd" ;;
	esac
	make -s V=1 -j"$(nproc)" B="$dir/build" CC="$PORTS/zig-cc" AR="$PORTS/zig-ar" CC_FOR_BUILD=gcc \
	    LDFLAGS="$ldflags" LIB_CFLAGS="$flags" LIB_LIBS="$libs" \
	    HARDEN_LD= WARN="-Wall -Wextra" || { echo "$TARGET: not built"; return 1; }
	case $TARGET in
	"$(uname -m)-linux-musl")
		same=$(SAME_INPUTS=$INPUTS tests/same.sh "$B/bin" "$dir/build/bin")
		echo "$TARGET: built, $same"
		[[ $same == *" 0 differ" ]] ;;
	*)
		echo "$TARGET: built and linked, not run" ;;
	esac
}

set_up || { echo "no compiler or no sources" >&2; exit 1; }
status=0
for target; do
	port "$target" || status=1
done
exit $status
