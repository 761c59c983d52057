/* SPDX-License-Identifier: ISC */
#include "import.h"

#include "dossier/base/buf.h"
#include "dossier/base/day.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define OPENING 65536

void import_begin(struct import *import, const struct library *library, struct str file,
                  struct imported *out)
{
    *import = (struct import){.library = library, .out = out, .arena = out->arena, .file = file};
    import->hashes = arena_many(out->arena, struct str, library->corpus.numbers + (size_t)1);
}

bool import_fail(const struct exchange_failure *failure, struct error *error)
{
    if (!failure->line)
        return error_set(error, "%s", failure->error.text);
    return error_set(error, "line %d, column %d: %s", failure->line, failure->column,
                     failure->error.text);
}

struct str import_opening(struct str bytes)
{
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_sub(bytes, 3, bytes.len);
    return str_trim(str_sub(bytes, 0, OPENING));
}

struct note *import_add(struct import *import)
{
    struct imported *out = import->out;
    out->notes = vec_room(import->arena, out->notes, &out->cap, out->len, sizeof *out->notes);
    struct note *note = &out->notes[out->len++];
    note->number = ARTICLE_NONE;
    return note;
}

void import_warn(struct import *import, int line, const char *code, const char *format, ...)
{
    char message[500];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    problem_add(&import->out->problems, SEVERITY_WARNING, import->file, line, 0, code, "%s",
                message);
}

bool import_is_id(struct str id)
{
    static const char allowed[] =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    for (size_t i = 0; i < id.len; i++) {
        if (!memchr(allowed, id.at[i], sizeof allowed - 1))
            return false;
    }
    return id.len > 0 && id.len <= 64;
}

struct str import_id(struct import *import, const char *format, struct str foreign)
{
    char hex[HASH_HEX];
    struct buf name = {0};
    buf_printf(&name, "%s:", format);
    buf_str(&name, foreign);
    hash_sha256(buf_view(&name), hex);
    buf_free(&name);
    return arena_str(import->arena, str_sub(str_of(hex), 0, NOTE_ID));
}

/* "+02:00", "-0530", "+02", "Z" or nothing, in seconds. */
static bool read_zone(struct str zone, int64_t *out)
{
    long hours = 0, minutes = 0;
    *out = 0;
    if (!zone.len || str_is(zone, "Z") || str_is(zone, "z"))
        return true;
    if (zone.at[0] != '+' && zone.at[0] != '-')
        return false;
    struct str rest = str_sub(zone, 3, zone.len);
    if (rest.len && rest.at[0] == ':')
        rest = str_sub(rest, 1, rest.len);
    if (zone.len < 3 || !str_number(str_sub(zone, 1, 3), &hours) || hours > 14 ||
        (rest.len && (rest.len != 2 || !str_number(rest, &minutes) || minutes > 59)))
        return false;
    *out = (hours * 60 + minutes) * 60 * (zone.at[0] == '-' ? -1 : 1);
    return true;
}

bool import_moment(struct str s, int64_t *out)
{
    day d;
    char whole[MOMENT_TEXT];
    int64_t zone;
    if (day_parse(s, &d)) {
        *out = (int64_t)d * 86400;
        return true;
    }
    if (s.len < 19 || (s.at[10] != 'T' && s.at[10] != 't' && s.at[10] != ' '))
        return false;
    snprintf(whole, sizeof whole, "%.10sT%.8sZ", s.at, s.at + 11);
    size_t end = 19;
    if (end < s.len && (s.at[end] == '.' || s.at[end] == ',')) {
        for (end++; end < s.len && s.at[end] >= '0' && s.at[end] <= '9';)
            end++;
    }
    if (!moment_parse(str_of(whole), out) || !read_zone(str_sub(s, end, s.len), &zone))
        return false;
    *out -= zone;
    return true;
}

void import_moments(struct note *note, struct str created, struct str modified)
{
    if (!import_moment(created, &note->created))
        note->created = 0;
    if (!import_moment(modified, &note->modified))
        note->modified = note->created;
}

void import_tag(struct import *import, struct note *note, struct str tag)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        if (str_eq(note->tags[i], tag))
            return;
    }
    if (!tag.len)
        return;
    struct str *tags = arena_many(import->arena, struct str, note->tag_count + 1);
    for (size_t i = 0; i < note->tag_count; i++)
        tags[i] = note->tags[i];
    tags[note->tag_count++] = arena_str(import->arena, tag);
    note->tags = tags;
}

/* FIRST, BETWEEN and SECOND; SECOND where there is no FIRST. */
static struct str joined(struct arena *arena, struct str first, const char *between,
                         struct str second)
{
    if (!first.len)
        return arena_str(arena, second);
    struct buf both = {0};
    buf_str(&both, first);
    buf_chars(&both, between);
    buf_str(&both, second);
    struct str copy = arena_str(arena, buf_view(&both));
    buf_free(&both);
    return copy;
}

void import_text(struct import *import, struct note *note, struct str text)
{
    if (text.len)
        note->text = joined(import->arena, note->text, "\n\n", text);
}

void import_keep(struct import *import, struct note *note, struct str what)
{
    note->extra = joined(import->arena, note->extra, "\n", what);
}
