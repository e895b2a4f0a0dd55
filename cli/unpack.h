/* SPDX-License-Identifier: Apache-2.0
**
** unpack.h - the bytes of a file, unpacked if it is packed, for reader.c alone.
**
** gzip, xz and zstd are told by their first bytes, whatever a file is called.
** Their libraries are there if the build found them; a packed file that needs
** one that is not there is an error that names it.  Members that follow each
** other in one file (cat a.gz b.gz) are one stream, as the tools have it.
**
** Memory: the window of a stream may be large by its own word; it is held to
** UNPACK_MEMORY, so that no file can ask for more.
*/
#ifndef TRUC_CLI_UNPACK_H
#define TRUC_CLI_UNPACK_H

#include <stddef.h>
#include <stdint.h>

#define UNPACK_MEMORY (128u << 20)

typedef struct cli_unpack cli_unpack;

/* Over an open descriptor, which stays the caller's; NULL: out of memory. */
cli_unpack *cli_unpack_new(int fd);
void cli_unpack_free(cli_unpack *u); /* NULL is fine */
/* Up to n bytes; 0 at the end, -1 on an error. */
ptrdiff_t cli_unpack_read(cli_unpack *u, char *to, size_t n);

/* After an error: what is wrong ("damaged gzip data: ..."), NULL if it was
** reading that failed (errno). */
const char *cli_unpack_error(const cli_unpack *u);
/* Where the error is: lines begun and bytes handed over, both from 1, and the
** bytes taken from the file. */
uint32_t cli_unpack_line(const cli_unpack *u);
uint64_t cli_unpack_byte(const cli_unpack *u);
/* Bytes taken from the file so far. */
uint64_t cli_unpack_taken(const cli_unpack *u);

#endif
