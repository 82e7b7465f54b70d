#include "common/io/progress.h"

#include <err.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/options.h"

#define BAR_WIDTH	24
#define REDRAW_SECONDS	0.25
#define CLEAR_LINE	"\r\033[K"

/* One run of the program has one progress: signals reach nothing else. */
static volatile sig_atomic_t asked;
static struct {
	struct timespec	start;
	double		drawn;		/* seconds since start */
	uint64_t	done, total;	/* bytes */
	bool		draw;
	bool		redraw;		/* standard error is a terminal */
} progress;

static void
on_signal(int signo)
{
	(void)signo;
	asked = 1;
}

void
progress_start(bool draw, uint64_t total)
{
	struct sigaction sa;

	memset(&progress, 0, sizeof(progress));
	progress.draw = draw;
	progress.redraw = draw && isatty(STDERR_FILENO);
	progress.total = total;
	clock_gettime(CLOCK_MONOTONIC, &progress.start);
	memset(&sa, 0, sizeof(sa));
	/* No SA_RESTART: a waiting read wakes. */
	sa.sa_handler = on_signal;
	sigemptyset(&sa.sa_mask);
	if (sigaction(SIGUSR1, &sa, NULL) == -1)
		err(EXIT_TROUBLE, "SIGUSR1");
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - progress.start.tv_sec) +
	    (double)(now.tv_nsec - progress.start.tv_nsec) / 1e9;
}

/* 1234567 is "1.2 MB". */
static const char *
human(char *s, size_t size, double bytes)
{
	static const char *const units[] = { "B", "kB", "MB", "GB", "TB" };
	size_t u = 0;

	for (; bytes >= 1000 && u < 4; u++)
		bytes /= 1000;
	snprintf(s, size, u == 0 ? "%.0f %s" : "%.1f %s", bytes, units[u]);
	return s;
}

static void
print(double t, const char *after)
{
	char done[32], rate[32], bar[BAR_WIDTH + 1];
	double speed = t > 0 ? (double)progress.done / t : 0, share;
	int filled;

	fprintf(stderr, "%s%s: %s, %s/s", progress.redraw ? CLEAR_LINE : "",
	    getprogname(),
	    human(done, sizeof(done), (double)progress.done),
	    human(rate, sizeof(rate), speed));
	if (progress.total > 0 && progress.done <= progress.total) {
		share = (double)progress.done / (double)progress.total;
		filled = (int)(share * BAR_WIDTH);
		memset(bar, '.', BAR_WIDTH);
		memset(bar, '#', (size_t)filled);
		bar[BAR_WIDTH] = '\0';
		fprintf(stderr, ", [%s] %.0f %%", bar, share * 100);
		if (speed > 0)
			fprintf(stderr, ", %.0f s left",
			    (double)(progress.total - progress.done) / speed);
	}
	fputs(after, stderr);
	fflush(stderr);
}

void
progress_add(size_t n)
{
	double t;

	progress.done += n;
	if (!asked && !progress.redraw)
		return;
	t = seconds();
	if (asked) {
		asked = 0;
		print(t, "\n");
	}
	if (progress.redraw && t - progress.drawn >= REDRAW_SECONDS) {
		progress.drawn = t;
		print(t, "");
	}
}

void
progress_end(void)
{
	if (progress.draw)
		print(seconds(), "\n");
}
