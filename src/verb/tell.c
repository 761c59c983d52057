/* SPDX-License-Identifier: ISC */
#include "tell.h"

#include "dossier/base/buf.h"
#include "dossier/text/safe.h"

#include <stdarg.h>
#include <stdio.h>

static void tell(const char *format, va_list args)
{
    struct buf text = {0}, line = {0};
    buf_vprintf(&text, format, args);
    buf_chars(&line, "dossier: ");
    safe_line(&line, buf_view(&text));
    buf_char(&line, '\n');
    fflush(stdout);
    fwrite(line.at, 1, line.len, stderr);
    buf_free(&text);
    buf_free(&line);
}

void verb_tell(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tell(format, args);
    va_end(args);
}

bool verb_fail(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    tell(format, args);
    va_end(args);
    return false;
}
