/* SPDX-License-Identifier: ISC */
/* Memory that never answers NULL: exhaustion restores the terminal, says so and ends with status 2.
 */
#ifndef DOSSIER_BASE_HEAP_H
#define DOSSIER_BASE_HEAP_H

#include <stddef.h>

/* Called once, before the program ends because memory ran out; NULL: nothing to restore. */
void memory_on_exhaustion(void (*restore)(void));
/* Ends the program so. */
_Noreturn void memory_exhausted(void);

/* Zeroed heap memory, SIZE bytes; the caller frees it with free(). */
void *memory_get(size_t size);
/* Like realloc; new bytes are not zeroed. */
void *memory_resize(void *old, size_t size);

#endif
