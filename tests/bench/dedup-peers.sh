#!/bin/bash
# dedup-peers.sh DIR -- huniq and runiq, built in DIR, if they are not there yet
#
# Needs cargo; says so where they cannot be had.
set -eu

dir=$1
[ ! -e "$dir/ready" ] || exit 0
mkdir -p "$dir"
echo "building huniq and runiq in $dir" >&2
if cargo install -q --locked --root "$dir" --target-dir "$dir/target" huniq@2.7.0 > "$dir/log" 2>&1 &&
    cargo install -q --locked --root "$dir" --target-dir "$dir/target" runiq@2.1.0 >> "$dir/log" 2>&1; then
	rm -rf "$dir/target"
	touch "$dir/ready"
else
	echo "no huniq and runiq here (see $dir/log)" >&2
	exit 1
fi
