#!/bin/bash
# debian.sh SUITE ... -- what README says first, on a Debian just installed
#
# SUITE is bullseye, bookworm, trixie, sid or another release.  As root: a minimal
# system of it is made below $B/ports by debootstrap, the last commit is put there as
# out of a tarball, and "make demo" and "make test" are run with nothing prepared
# (TESTS: some files of tests/*.bats only); then the static programs in an empty
# folder.  Prints a line for each SUITE.
set -u
cd "$(dirname "$0")/../.." || exit 1
B=${B:-build}
MIRROR=${MIRROR:-http://deb.debian.org/debian}
PORTS=$(realpath -m "$B/ports")

# in_root DIR COMMAND: as in a system of its own.
in_root() {
	chroot "$1" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
	    ${http_proxy:+http_proxy="$http_proxy"} sh -c "$2"
}

port() {
	local suite=$1 root=$PORTS/$1 tests
	[ -e "$root/ready" ] || {
		rm -rf "$root"
		mkdir -p "$root"
		debootstrap --variant=minbase --include=make,ca-certificates "$suite" "$root" "$MIRROR" \
		    > "$PORTS/$suite.log" 2>&1 || return 1
		cp /etc/resolv.conf "$root/etc" 2> /dev/null
		cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d" 2> /dev/null
		touch "$root/ready"
	}
	rm -rf "$root/copydesk"
	git archive --prefix=copydesk/ HEAD | tar xf - -C "$root"
	mount -t proc proc "$root/proc" 2> /dev/null
	mount -t sysfs sysfs "$root/sys" 2> /dev/null	# parallel(1) counts processors there
	[ -e "$root/dev/fd" ] || ln -s /proc/self/fd "$root/dev/fd"
	in_root "$root" "cd /copydesk && make -j2 demo" > "$PORTS/$suite.demo" 2>&1 ||
	    { echo "$suite: no demo ($PORTS/$suite.demo)"; umount "$root/proc" "$root/sys"; return 1; }
	in_root "$root" "cd /copydesk && make -j2 test TESTS='${TESTS-}'" > "$PORTS/$suite.test" 2>&1
	tests=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$PORTS/$suite.test")
	in_root "$root" "cd /copydesk && make -j2 static" > "$PORTS/$suite.static" 2>&1
	umount "$root/proc" "$root/sys" 2> /dev/null
	rm -rf "$PORTS/empty"
	mkdir -p "$PORTS/empty"
	cp "$root"/copydesk/build/static/bin/* "$PORTS/empty" 2> /dev/null
	echo "$suite: demo, tests ${tests:-not run}, static in an empty folder:" \
	    "$(chroot "$PORTS/empty" /tag-entities < tests/sample/article.txt | cksum) (here" \
	    "$("$B/bin/tag-entities" < tests/sample/article.txt | cksum))"
	[[ $tests == *", 0 failed"* ]]
}

status=0
for suite; do
	port "$suite" || status=1
done
exit $status
