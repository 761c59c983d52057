/* SPDX-License-Identifier: ISC */
#include "say.h"

#include "dossier/base/count.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/safe.h"

#include <stdarg.h>

static void say_as(struct state *state, enum message_kind kind, const char *format, va_list args)
{
    state->message_kind = kind;
    buf_clear(&state->message);
    buf_vprintf(&state->message, format, args);
}

void say(struct state *state, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_as(state, MESSAGE_DONE, format, args);
    va_end(args);
}

void say_wrong(struct state *state, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say_as(state, MESSAGE_ERROR, format, args);
    va_end(args);
}

void say_nothing(struct state *state)
{
    state->message_kind = MESSAGE_NONE;
    buf_clear(&state->message);
}

struct str say_count(struct arena *arena, size_t count, const char *one, const char *many)
{
    return arena_printf(arena, "%s %s", COUNT_ARG(count), count == 1 ? one : many);
}

struct str say_cut(struct arena *arena, struct str s, int columns)
{
    struct buf line = {0};
    safe_line(&line, s);
    struct str whole = buf_view(&line);
    struct str fits = text_fit(whole, columns);
    if (fits.len < whole.len)
        fits = str_trim(text_fit(whole, columns - 1));
    struct str cut = arena_printf(arena, "%.*s%s", STR_ARG(fits), fits.len < whole.len ? "…" : "");
    buf_free(&line);
    return cut;
}
