#include "common/io/sandbox.h"

#if defined(__OpenBSD__)

#include <err.h>
#include <unistd.h>

#include "common/base/base.h"

void
sandbox_enter(enum sandbox_level level)
{
	if (pledge(level == SANDBOX_STRICT ? "stdio" : "stdio rpath",
	    NULL) == -1)
		err(EXIT_TROUBLE, "pledge");
}

#elif defined(__linux__) && !defined(NO_SANDBOX)

#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#if defined(__has_include)
#if __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#endif
#endif
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#if defined(__x86_64__)
#define SANDBOX_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define SANDBOX_ARCH AUDIT_ARCH_AARCH64
#endif

#if defined(LANDLOCK_ACCESS_FS_EXECUTE) && \
    defined(SYS_landlock_create_ruleset)

#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER	(1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE	(1ULL << 14)
#endif

/* The rule of a later stage: what is there may be read.  False if it fails. */
static bool
allow_reading(int rules)
{
	struct landlock_path_beneath_attr root = {
		.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE |
		    LANDLOCK_ACCESS_FS_READ_DIR,
	};
	bool added;

	if ((root.parent_fd = open("/", O_PATH | O_CLOEXEC)) == -1)
		return false;
	added = syscall(SYS_landlock_add_rule, rules,
	    LANDLOCK_RULE_PATH_BENEATH, &root, 0) == 0;
	close(root.parent_fd);
	return added;
}

/*
 * Files: nothing, or reading what is there (Landlock, kernel 5.13).  Where the
 * rule cannot be made there is none: operands to come are to be read.
 */
static void
restrict_files(enum sandbox_level level)
{
	struct landlock_ruleset_attr all = {
		.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE |
		    LANDLOCK_ACCESS_FS_WRITE_FILE |
		    LANDLOCK_ACCESS_FS_READ_FILE |
		    LANDLOCK_ACCESS_FS_READ_DIR |
		    LANDLOCK_ACCESS_FS_REMOVE_DIR |
		    LANDLOCK_ACCESS_FS_REMOVE_FILE |
		    LANDLOCK_ACCESS_FS_MAKE_CHAR |
		    LANDLOCK_ACCESS_FS_MAKE_DIR |
		    LANDLOCK_ACCESS_FS_MAKE_REG |
		    LANDLOCK_ACCESS_FS_MAKE_SOCK |
		    LANDLOCK_ACCESS_FS_MAKE_FIFO |
		    LANDLOCK_ACCESS_FS_MAKE_BLOCK |
		    LANDLOCK_ACCESS_FS_MAKE_SYM,
	};
	int rules, abi;

	abi = (int)syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	if (abi >= 2)
		all.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
	if (abi >= 3)
		all.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
	rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
	if (rules == -1)
		return;
	if (level == SANDBOX_STRICT || allow_reading(rules))
		syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

#define ALLOW_LANDLOCK \
	ALLOW(landlock_create_ruleset), ALLOW(landlock_add_rule), \
	ALLOW(landlock_restrict_self),

#else				/* built with the headers of an older kernel */

static void
restrict_files(enum sandbox_level level)
{
	(void)level;
}

#define ALLOW_LANDLOCK

#endif

#ifdef SANDBOX_ARCH

#define LOAD(field) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(what)	BPF_STMT(BPF_RET | BPF_K, (what))
#define REFUSE		RETURN(SECCOMP_RET_ERRNO | 1 /* EPERM */)
#define ALLOW(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), \
	RETURN(SECCOMP_RET_ALLOW)
/*
 * Only with one of two values of an argument, which the kernel takes as
 * 32 bits.
 */
#define ALLOW_WITH(call, i, a, b) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 5), \
	LOAD(args[i]), \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (a), 1, 0), \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (b), 0, 1), \
	RETURN(SECCOMP_RET_ALLOW), \
	REFUSE

#ifdef SYS_poll			/* some machines have only ppoll */
#define ALLOW_POLL	ALLOW(poll),
#else
#define ALLOW_POLL
#endif

/*
 * What is left: files that are open, memory, time, signals, the end.  Of
 * ioctl(2) what isatty(3) asks, nothing that types into the terminal; signals
 * only to ourselves, for abort(3), and not by way of fcntl(2) either.
 */
#define ALLOWED(self) \
	ALLOW(read), ALLOW(write), ALLOW(readv), ALLOW(writev), \
	ALLOW(pread64), ALLOW(pwrite64), ALLOW(close), ALLOW(fstat), \
	ALLOW(newfstatat), ALLOW(lseek), ALLOW(fsync), ALLOW(fdatasync), \
	ALLOW(ftruncate), ALLOW(fallocate), ALLOW(flock), ALLOW(fadvise64), \
	ALLOW(ppoll), ALLOW_POLL \
	ALLOW(mmap), ALLOW(munmap), ALLOW(mremap), ALLOW(mprotect), \
	ALLOW(madvise), ALLOW(brk), ALLOW(futex), ALLOW(sched_yield), \
	ALLOW(clock_gettime), ALLOW(clock_nanosleep), ALLOW(nanosleep), \
	ALLOW(gettimeofday), ALLOW(getrusage), ALLOW(getrandom), \
	ALLOW(getpid), ALLOW(gettid), \
	ALLOW(rt_sigaction), ALLOW(rt_sigprocmask), ALLOW(rt_sigreturn), \
	ALLOW(restart_syscall), ALLOW(exit), ALLOW(exit_group), \
	ALLOW_WITH(ioctl, 1, TCGETS, TIOCGWINSZ), \
	ALLOW_WITH(fcntl, 1, F_GETFD, F_GETFL), \
	ALLOW_WITH(tgkill, 0, (self), (self))

/* openat(2) for reading: no flag that writes, makes or cuts. */
#define OPEN_FOR_READING \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 4), \
	LOAD(args[2]), \
	BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, \
	    O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 1, 0), \
	RETURN(SECCOMP_RET_ALLOW), \
	REFUSE

/* Refused calls fail with EPERM: a libc call we forgot degrades, not dies. */
static void
restrict_calls(enum sandbox_level level)
{
	const uint32_t self = (uint32_t)getpid();
	struct sock_filter read_only[] = {
		LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SANDBOX_ARCH, 1, 0),
		REFUSE,
		LOAD(nr),
		ALLOWED(self),
		/* The next stage is entered from this one. */
		ALLOW(prctl), ALLOW(seccomp), ALLOW_LANDLOCK
		OPEN_FOR_READING,
		REFUSE,
	};
	struct sock_filter strict[] = {
		LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SANDBOX_ARCH, 1, 0),
		REFUSE,
		LOAD(nr),
		ALLOWED(self),
		REFUSE,
	};
	struct sock_fprog p = {
		.len = sizeof(strict) / sizeof(strict[0]), .filter = strict
	};

	if (level == SANDBOX_READ) {
		p.len = sizeof(read_only) / sizeof(read_only[0]);
		p.filter = read_only;
	}
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &p);
}

#else

static void
restrict_calls(enum sandbox_level level)
{
	(void)level;
}

#endif

void
sandbox_enter(enum sandbox_level level)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		return;
	restrict_files(level);
	restrict_calls(level);
}

#else

void
sandbox_enter(enum sandbox_level level)
{
	(void)level;
}

#endif
