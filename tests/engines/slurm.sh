#!/bin/bash
# slurm.sh -- one job of dedup as a Slurm array, on a cluster of this machine
#
# Starts munged, slurmctld and slurmd on the loopback address with everything
# in a scratch folder, runs the array of copydesk(7), compares its output with
# that of one process, and ends what it started.  Needs root and the packages
# slurm-wlm and munge; says so and succeeds where they are missing.  Ends with
# "N passed, N failed".
set -u

BIN=${BIN:-$(cd "$(dirname "$0")/../.." && pwd)/build/bin}
for p in munged slurmctld slurmd sbatch; do
	command -v "$p" > /dev/null || { echo "slurm: no $p here: skipped"; exit 0; }
done
[ "$(id -u)" -eq 0 ] || { echo "slurm: not root: skipped"; exit 0; }

W=$(mktemp -d "${TMPDIR:-/tmp}/dedup-slurm.XXXXXX") || exit 1
chmod 755 "$W"
pids=
finish() {
	for p in $pids; do
		kill "$p" 2> /dev/null
	done
	# shellcheck disable=SC2086 # a list of processes
	wait $pids 2> /dev/null
	rm -rf "$W"
}
trap finish EXIT
cd "$W" || exit 1

mkdir munge state spool log
chmod 700 munge
head -c 1024 /dev/urandom > munge/key
chmod 400 munge/key
munged --foreground --key-file=munge/key --socket="$W/munge.socket" --force \
    --log-file="$W/log/munged" --pid-file="$W/munged.pid" --seed-file="$W/munge/seed" \
    > log/munged.out 2>&1 &
pids="$pids $!"
host=$(hostname -s)
cat > slurm.conf << EOF
ClusterName=desk
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=26817
SlurmdPort=26818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$W/munge.socket
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
StateSaveLocation=$W/state
SlurmdSpoolDir=$W/spool
SlurmctldPidFile=$W/slurmctld.pid
SlurmdPidFile=$W/slurmd.pid
SlurmctldLogFile=$W/log/slurmctld
SlurmdLogFile=$W/log/slurmd
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=10:00 State=UP
EOF
export SLURM_CONF=$W/slurm.conf
slurmctld -D > log/ctld.out 2>&1 &
pids="$pids $!"
slurmd -D -N "$host" > log/d.out 2>&1 &
pids="$pids $!"
for _ in $(seq 60); do
	sinfo -h -o %T 2> /dev/null | grep -q idle && break
	sleep 0.5
done
sinfo -h -o %T 2> /dev/null | grep -q idle || {
	echo "slurm: the cluster did not come up"
	tail -n 5 log/*
	exit 1
}

awk 'BEGIN { srand(5); for (i = 0; i < 200000; i++)
	printf "line %d of the wire\n", rand() * 60000 }' > in
"$BIN/dedup" -e in > want
cat > job.sh << 'EOF'
#!/bin/sh
dedup -en --partition=$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT in > part.$SLURM_ARRAY_TASK_ID
EOF
cat > failing.sh << 'EOF'
#!/bin/sh
dedup -en --partition=$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT missing
EOF
passed=0 failed=0
PATH=$BIN:$PATH
export PATH
if sbatch --quiet --array=1-4 --wait --output=log/job.%a job.sh &&
    sort -m -n part.? | cut -f 2- | cmp - want; then
	passed=$((passed + 1))
	echo "ok slurm: an array of four gives the bytes of one process"
else
	failed=$((failed + 1))
	echo "not ok slurm: an array of four gives the bytes of one process"
	cat log/job.* 2> /dev/null
fi
if ! sbatch --quiet --array=1-2 --wait --output=log/failing.%a failing.sh; then
	passed=$((passed + 1))
	echo "ok slurm: a part that fails fails the job"
else
	failed=$((failed + 1))
	echo "not ok slurm: a part that fails fails the job"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
