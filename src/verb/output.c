/* SPDX-License-Identifier: ISC */
#include "dossier/verb/output.h"

#include "tell.h"

#include <errno.h>
#include <string.h>

/* Of the first write that failed: stdio itself only remembers that one did. */
static int first_failure;

static void remember_failure(void)
{
    if (!first_failure)
        first_failure = errno ? errno : EIO;
}

void output_put(FILE *out, struct str bytes)
{
    if (!ferror(out) && fwrite(bytes.at, 1, bytes.len, out) < bytes.len)
        remember_failure();
}

enum status output_end(enum status status)
{
    if (fflush(stdout) != 0 || ferror(stdout) || fclose(stdout) != 0)
        remember_failure();
    if (!first_failure)
        return status;
    if (first_failure == EPIPE)
        return STATUS_DONE;
    verb_fail("standard output: can't be written: %s", strerror(first_failure));
    return STATUS_FAILED;
}
