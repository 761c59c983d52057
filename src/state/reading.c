/* SPDX-License-Identifier: ISC */
/* What is told of the folder while it is read, and of what came into it. */
#include "dossier/base/memory.h"
#include "dossier/state/state.h"

#define SURE_AFTER 500 /* milliseconds of reading after which the time left can be guessed */

bool state_is_blank(const struct state *state)
{
    return state->reading.kind == READING_FIRST || state->reading.kind == READING_STOPPED;
}

bool state_is_midway(const struct state *state)
{
    return state->prompt.open || state->prompt.choice_count || state->hint_count ||
           state->pending_len || state->count || state->wants_key != COMMAND_NONE ||
           state->tagging.id.len || state->doing != DOING_NOTHING;
}

/* "34,000" */
static void put_number(struct buf *out, uint64_t number)
{
    if (number >= 1000) {
        put_number(out, number / 1000);
        buf_printf(out, ",%03u", (unsigned)(number % 1000));
    } else {
        buf_printf(out, "%u", (unsigned)number);
    }
}

static void put_bytes(struct buf *out, uint64_t bytes)
{
    bool large = bytes >= 1000000;
    buf_chars(out, ", ");
    put_number(out, bytes / (large ? 1000000 : 1000));
    buf_chars(out, large ? " MB" : " kB");
}

static void put_time_left(struct buf *out, const struct reading *reading)
{
    if (!reading->articles || reading->took < SURE_AFTER)
        return;
    uint64_t left = reading->total - reading->articles;
    uint64_t seconds = (uint64_t)reading->took * left / reading->articles / 1000 + 1;
    if (seconds < 120)
        buf_printf(out, ", about %u s left", (unsigned)seconds);
    else
        buf_printf(out, ", about %u minutes left", (unsigned)((seconds + 30) / 60));
}

/* How far it has come; what follows on the reading can't be counted. */
static void put_extent(struct buf *out, const struct reading *reading)
{
    if (!reading->total) {
        buf_chars(out, ": looking for articles");
        return;
    }
    bool all = reading->articles >= reading->total;
    buf_chars(out, ": ");
    put_number(out, all ? reading->total : reading->articles);
    if (!all) {
        buf_chars(out, " of ");
        put_number(out, reading->total);
    }
    buf_chars(out, reading->total == 1 ? " article" : " articles");
    put_bytes(out, reading->bytes);
    if (all)
        buf_chars(out, "; now looking who is named in them");
    else
        put_time_left(out, reading);
}

/* Beside all else there is little room. */
static void put_again(struct buf *out, const struct reading *reading)
{
    buf_chars(out, "reading again");
    if (!reading->total)
        return;
    buf_chars(out, ": ");
    put_number(out, reading->articles);
    buf_chars(out, " of ");
    put_number(out, reading->total);
}

void state_tell_reading(const struct state *state, bool how, struct buf *out)
{
    const struct reading *reading = &state->reading;
    if (reading->kind == READING_STOPPED) {
        buf_printf(out, "not read yet: reading was stopped; :reload reads %s",
                   state->library->folder);
        return;
    }
    if (reading->kind == READING_AGAIN)
        put_again(out, reading);
    if (reading->kind != READING_FIRST)
        return;
    buf_chars(out, "reading");
    put_extent(out, reading);
    struct buf keys = {0};
    keymap_keys(&state->keymap, COMMAND_stop, &keys);
    if (how && keys.len)
        buf_printf(out, "; %s stops", keys.at);
    buf_free(&keys);
}

void state_tell_news(const struct state *state, struct buf *out)
{
    const struct arrivals *news = &state->news;
    const struct {
        size_t count;
        const char *what;
    } parts[] = {{news->added, news->added == 1 ? "new article" : "new articles"},
                 {news->changed, "changed"},
                 {news->renamed, "renamed"},
                 {news->gone, "gone"}};
    bool first = true;
    for (size_t i = 0; i < COUNT(parts); i++) {
        if (!parts[i].count)
            continue;
        buf_chars(out, first ? "" : ", ");
        put_number(out, parts[i].count);
        bool bare = first && i > 0;
        buf_printf(out, " %s%s", bare ? (parts[i].count == 1 ? "article " : "articles ") : "",
                   parts[i].what);
        first = false;
    }
}
