#include "filters/dedup/pages.h"

#include <sys/mman.h>

#include <err.h>
#include <stdint.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"

void *
pages_grow(void *old, size_t old_size, size_t size)
{
	void *p;

#ifdef MREMAP_MAYMOVE
	if (old != NULL)
		p = mremap(old, old_size, size, MREMAP_MAYMOVE);
	else
#endif
		p = mmap(NULL, size, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANON, -1, 0);
	if (p == MAP_FAILED)
		err(EXIT_TROUBLE, "%zu bytes", size);
#ifndef MREMAP_MAYMOVE
	if (old != NULL) {
		memcpy(p, old, old_size);
		munmap(old, old_size);
	}
#endif
	return p;
}

void
pages_free(void *p, size_t size)
{
	if (p != NULL)
		munmap(p, size);
}

void *
pages_array(void *v, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap > 0 ? *cap : 65536;

	if (want <= *cap)
		return v;
	while (n < want) {
		if (n > SIZE_MAX / 2 / size)
			errx(EXIT_TROUBLE, "%zu elements: too many", want);
		n += n / 2;
	}
	v = pages_grow(v, *cap * size, n * size);
	*cap = n;
	return v;
}
