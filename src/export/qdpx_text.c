/* SPDX-License-Identifier: ISC */
#include "qdpx_text.h"

#include "dossier/base/buf.h"
#include "dossier/base/hash.h"

#include <stdio.h>
#include <string.h>

#define STEP 1024

static bool is_own_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.at[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return id.len == NOTE_ID;
}

void qdpx_guid(enum qdpx_kind kind, struct str name, char out[QDPX_GUID])
{
    char hex[HASH_HEX];
    struct buf whole = {0};
    buf_printf(&whole, "dossier:%d:", (int)kind);
    buf_str(&whole, name);
    hash_sha256(buf_view(&whole), hex);
    buf_free(&whole);
    bool tells = (kind == QDPX_SELECTION || kind == QDPX_MEMO) && is_own_id(name);
    const char *begin = tells ? name.at : hex + 32;
    snprintf(out, QDPX_GUID, "%.8s-%.4s-8%.3s-8%.3s-%.12s", begin, begin + 8, hex, hex + 3,
             hex + 6);
}

bool qdpx_note_id(struct str guid, char id[NOTE_ID + 1])
{
    char made[QDPX_GUID];
    if (guid.len != QDPX_GUID - 1)
        return false;
    snprintf(id, NOTE_ID + 1, "%.8s%.4s", guid.at, guid.at + 9);
    for (int kind = QDPX_SELECTION; is_own_id(str_of(id)) && kind <= QDPX_MEMO; kind++) {
        qdpx_guid((enum qdpx_kind)kind, str_of(id), made);
        if (str_is(guid, made))
            return true;
    }
    return false;
}

struct str qdpx_pair(struct arena *arena, struct str a, struct str b)
{
    return arena_printf(arena, "%zu:%.*s:%.*s", a.len, STR_ARG(a), STR_ARG(b));
}

static bool is_crlf(struct str s, size_t at)
{
    return s.at[at] == '\r' && at + 1 < s.len && s.at[at + 1] == '\n';
}

/* Code points that begin in bytes START to END of FROM and are in the text. */
static uint32_t count(struct str from, size_t start, size_t end)
{
    uint32_t n = 0;
    for (size_t i = start; i < end; i++)
        n += ((unsigned char)from.at[i] & 0xC0) != 0x80 && !is_crlf(from, i);
    return n;
}

static struct str with_line_feeds(struct arena *arena, struct str from)
{
    struct buf out = {0};
    for (size_t i = 0; i < from.len; i++) {
        if (!is_crlf(from, i))
            buf_char(&out, from.at[i] == '\r' ? '\n' : from.at[i]);
    }
    struct str text = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

void qdpx_text_make(struct arena *arena, struct str from, struct qdpx_text *out)
{
    size_t steps = from.len / STEP + 1;
    bool plain = !from.len || !memchr(from.at, '\r', from.len);
    *out = (struct qdpx_text){.from = from, .text = plain ? from : with_line_feeds(arena, from)};
    out->marks = arena_many(arena, uint32_t, steps);
    for (size_t i = 1; i < steps; i++)
        out->marks[i] = out->marks[i - 1] + count(from, (i - 1) * STEP, i * STEP);
}

uint32_t qdpx_position(const struct qdpx_text *text, uint32_t at)
{
    size_t step = at / STEP;
    return text->marks[step] + count(text->from, step * STEP, at);
}

bool qdpx_offset(const struct qdpx_text *text, int64_t position, uint32_t *out)
{
    struct str from = text->from;
    size_t low = 0, high = from.len / STEP;
    while (low < high) {
        size_t middle = low + (high - low + 1) / 2;
        if (text->marks[middle] <= position)
            low = middle;
        else
            high = middle - 1;
    }
    int64_t n = text->marks[low];
    size_t at = low * STEP;
    for (; at < from.len; at++) {
        bool begins = ((unsigned char)from.at[at] & 0xC0) != 0x80 && !is_crlf(from, at);
        if (begins && n++ == position)
            break;
    }
    *out = (uint32_t)at;
    if (position < 0 || (at == from.len && n != position))
        return false;
    if (at > 0 && at < from.len && from.at[at] == '\n' && from.at[at - 1] == '\r')
        *out -= 1; /* the pair is one line end: never inside of it */
    return true;
}
