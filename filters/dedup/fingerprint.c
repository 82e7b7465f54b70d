#include "filters/dedup/fingerprint.h"

#include <sys/types.h>
#ifdef __APPLE__
#include <sys/random.h>
#endif

#include <err.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"

struct seed
seed_random(void)
{
	struct seed seed;

	if (getentropy(&seed, sizeof(seed)) == -1)
		err(EXIT_TROUBLE, "getentropy");
	return seed;
}

struct seed
seed_fixed(void)
{
	/* The first digits of pi. */
	return (struct seed){ { 0x243F6A8885A308D3u, 0x13198A2E03707344u } };
}

/* Fill the secret by splitmix64 (Steele, Lea and Flood, OOPSLA 2014). */
void
hasher_init(struct hasher *h, struct seed seed)
{
	uint64_t x = seed.word[0], z;
	size_t i;

	for (i = 0; i < SECRET_SIZE; i += sizeof(z)) {
		x += 0x9E3779B97F4A7C15u;
		z = x ^ (i < SECRET_SIZE / 2 ? 0 : seed.word[1]);
		z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
		z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
		z ^= (z >> 31) ^ seed.word[1];
		memcpy(h->secret + i, &z, sizeof(z));
	}
}
