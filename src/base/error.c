/* SPDX-License-Identifier: ISC */
#include "dossier/base/error.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#include <stdarg.h>
#include <stdio.h>

bool error_set(struct error *e, const char *format, ...)
{
    if (!e)
        return false;
    va_list args;
    va_start(args, format);
    vsnprintf(e->text, sizeof e->text, format, args);
    va_end(args);
    return false;
}

void problem_add(struct problems *problems, enum severity severity, struct str file, int line,
                 int column, const char *code, const char *format, ...)
{
    struct buf message = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&message, format, args);
    va_end(args);
    *vec_add(problems->arena, problems) = (struct problem){
        .severity = severity,
        .file = arena_str(problems->arena, file),
        .line = line,
        .column = column,
        .code = code,
        .message = arena_str(problems->arena, buf_view(&message)),
    };
    buf_free(&message);
}

void problem_copy(struct problems *problems, const struct problem *problem)
{
    struct problem *copy = vec_add(problems->arena, problems);
    *copy = *problem;
    copy->file = arena_str(problems->arena, problem->file);
    copy->message = arena_str(problems->arena, problem->message);
}
