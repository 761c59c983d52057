/* SPDX-License-Identifier: ISC */
#include "keys.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "lookup.h"

#include <ctype.h>

/* The path without an ending of plain text, which says nothing. */
static struct str without_ending(struct str path)
{
    static const char *const endings[] = {".txt", ".text", ".md"};
    for (size_t i = 0; i < COUNT(endings); i++) {
        if (str_ends(path, str_of(endings[i])))
            return str_sub(path, 0, path.len - str_of(endings[i]).len);
    }
    return path;
}

/* Letters and digits in all scripts, as pandoc takes them. */
static bool belongs(uint32_t c)
{
    if (c < 0x80)
        return isalnum((int)c) || c == '_';
    return c != UTF8_BAD && char_is_word(c) && !char_is_mark(c);
}

static struct str key_of(struct arena *arena, struct str path)
{
    struct buf key = {0};
    struct str rest = without_ending(path);
    for (size_t at = 0; at < rest.len;) {
        uint32_t c = utf8_next(rest, &at);
        if (belongs(c))
            utf8_put(&key, c);
        else if (key.len && key.at[key.len - 1] != '-')
            buf_char(&key, '-');
    }
    while (key.len && key.at[key.len - 1] == '-')
        key.len--;
    struct str made = key.len ? arena_str(arena, buf_view(&key)) : STR("article");
    buf_free(&key);
    return made;
}

struct str *keys_make(struct arena *arena, const struct library *library)
{
    const struct corpus *corpus = &library->corpus;
    struct str *keys = arena_many(arena, struct str, corpus->numbers + (size_t)1);
    bool *shared = arena_many(arena, bool, corpus->numbers + (size_t)1);
    struct lookup ids = {0}, all = {0};
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_path[i];
        keys[number] = key_of(arena, corpus_path(corpus, number));
        uint32_t first = lookup_add(arena, &ids, keys[number], number);
        if (first != number)
            shared[number] = shared[first] = true;
    }
    for (uint32_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_path[i];
        struct str *key = &keys[number];
        if (shared[number])
            *key = arena_printf(arena, "%.*s-%08x", STR_ARG(*key),
                                (unsigned)(str_hash(corpus_path(corpus, number)) >> 32));
        /* two articles are never one source */
        while (lookup_add(arena, &all, *key, number) != number)
            *key = arena_printf(arena, "%.*s-%u", STR_ARG(*key), i);
    }
    return keys;
}
