/* SPDX-License-Identifier: ISC */
#include "versions.h"

#include "dossier/base/buf.h"

#include <stdio.h>

int64_t version_moment(const struct note *note)
{
    return note->deleted > note->modified ? note->deleted : note->modified;
}

int64_t version_deletion(const struct note *note, int64_t now)
{
    return now > note->modified ? now : note->modified + 1;
}

static bool same_tags(const struct note *a, const struct note *b)
{
    bool same = a->tag_count == b->tag_count;
    for (size_t i = 0; same && i < a->tag_count; i++)
        same = str_eq(a->tags[i], b->tags[i]);
    return same;
}

bool version_same_words(const struct note *a, const struct note *b)
{
    /* the format keeps no line end at the end of a text */
    return str_eq(str_trim(a->text), str_trim(b->text)) && same_tags(a, b) &&
           str_eq(a->about, b->about) && str_eq(a->replies_to, b->replies_to);
}

bool version_same_place(const struct note *a, const struct note *b)
{
    return str_eq(a->article, b->article) && str_eq(a->quote, b->quote) &&
           (!a->quote.len || (a->at.start == b->at.start && a->at.end == b->at.end));
}

bool version_same(const struct note *a, const struct note *b)
{
    return version_same_words(a, b) && version_same_place(a, b) && str_eq(a->text, b->text) &&
           str_eq(a->sha256, b->sha256) && str_eq(a->before, b->before) &&
           str_eq(a->after, b->after) && str_eq(a->conflict, b->conflict) &&
           str_eq(a->extra, b->extra) && a->created == b->created && a->modified == b->modified &&
           a->deleted == b->deleted;
}

void version_name(const struct note *note, char name[VERSION_TEXT])
{
    struct buf all = {0};
    buf_str(&all, str_trim(note->text));
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_char(&all, '\0');
        buf_str(&all, note->tags[i]);
    }
    buf_add(&all, "\0\0", 2);
    buf_str(&all, note->quote);
    buf_char(&all, note->deleted ? 'd' : '-');
    snprintf(name, VERSION_TEXT, "%08x", (unsigned)(str_hash(buf_view(&all)) & UINT32_MAX));
    buf_free(&all);
}
