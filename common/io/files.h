/*
 * files.h -- what is read is not written over, and nothing slips under us
 *
 * Descriptors 0 to 2 are held from the start, so that no file of ours ever
 * becomes standard output.  Files that are written, or must be left alone, are
 * claimed: an operand that is one of them is not read, and no second file is
 * opened onto them.  Files are the same if device and inode are; only regular
 * files count, for a terminal or a pipe can well be read and written.
 */
#ifndef COMMON_IO_FILES_H
#define COMMON_IO_FILES_H

#include <stdbool.h>

/*
 * To be called first: a closed descriptor of 0 to 2 is opened the wrong way
 * round, so that using it fails as it should.  Claims standard output.
 */
void	files_hold_standard(void);

void	files_claim(int fd);
/* It is written no longer. */
void	files_release(int fd);
bool	files_is_claimed(int fd);
/* Is it one of the operands, or standard input when n is 0? */
bool	files_is_operand(int fd, int n, char *const operands[]);
/*
 * Wait until what was written to it is on the disk; what knows no disk, a pipe
 * or a terminal, has nothing to wait for.  If it fails the program ends, naming
 * it.
 */
void	files_sync(int fd, const char *name);

#endif
