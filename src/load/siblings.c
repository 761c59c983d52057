/* SPDX-License-Identifier: ISC */
#include "siblings.h"

#include "dossier/base/file.h"
#include "dossier/base/flat.h"

#include <string.h>

#define LONGEST_HOST 253

/* "example.org" of "https://www.Example.org:80/a", in ROOM, in small letters. */
static struct str host_of(struct str url, char room[LONGEST_HOST])
{
    ptrdiff_t scheme = str_find(url, STR("://"), 0);
    size_t len = 0;
    if (scheme >= 0)
        url = str_sub(url, (size_t)scheme + 3, url.len);
    for (size_t i = 0; i < url.len && len < LONGEST_HOST && !strchr("/:?#", url.at[i]); i++) {
        char c = url.at[i];
        room[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    struct str host = {room, len};
    return str_starts(host, STR("www.")) ? str_sub(host, 4, len) : host;
}

/* A number for what ARTICLE is within. */
static uint64_t group_of(const struct article *article, enum recurring_within *within)
{
    char room[LONGEST_HOST];
    struct str name = str_trim(article->facts.source);
    *within = RECURRING_SOURCE;
    if (!name.len) {
        name = host_of(article->facts.url, room);
        *within = RECURRING_SITE;
    }
    if (!name.len) {
        name = str_sub(article->path, 0, article->path.len - path_base(article->path).len);
        *within = RECURRING_FOLDER;
    }
    return flat_hash((uint64_t)*within, name);
}

/* Where the headline stands in the text; empty where it does not. */
static struct span headline_of(const struct article *article)
{
    struct str title = article->facts.title, text = article->text;
    if (!title.len || title.at < text.at || title.at >= text.at + text.len)
        return (struct span){0, 0};
    uint32_t start = (uint32_t)(title.at - text.at);
    return (struct span){start, start + (uint32_t)title.len};
}

void siblings_place(struct article *article, struct recurring *lines)
{
    if (!lines)
        return;
    struct span headline = headline_of(article);
    uint64_t group = group_of(article, &lines->within);
    size_t kept = 0;
    for (size_t i = 0; i < lines->len; i++) {
        struct recurring_line line = lines->at[i];
        if (span_meets(line.span, headline))
            continue;
        line.key = (line.key ^ group) * 0x9E3779B97F4A7C15u;
        lines->at[kept++] = line;
    }
    lines->len = kept;
    lines->path = flat_hash(0, article->path);
    article->recurring = lines;
}

/* The article that CHANGES[0] is about, with all that are, into MAKER; how many they are. */
static size_t take_anew(struct corpus *corpus, const struct recurring_change *changes, size_t left,
                        struct arena *scratch, struct segment_maker *maker)
{
    uint32_t number = changes->article;
    const struct corpus_part *part = corpus_part(corpus, number);
    struct file_look look = segment_look(part->segment, number - part->first);
    struct article article;
    size_t count = 0;
    arena_clear(scratch);
    segment_article(part->segment, number - part->first, scratch, &article);
    struct recurring *its = recurring_of(part->segment, number - part->first, scratch);
    for (; count < left && changes[count].article == number; count++) {
        uint32_t line = changes[count].line;
        if (its && line < its->len) /* else its file is damaged */
            its->at[line].out = !its->at[line].out;
    }
    article_finish(scratch, &article);
    if (its)
        recurring_take_out(scratch, &article, its->at, its->len);
    article.recurring = its;
    segment_add(maker, &article, &look);
    return count;
}

void siblings_settle(struct library *library, const struct corpus *before, size_t made)
{
    struct recurring_changes changes = {0};
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct segment_maker *maker = NULL;
    recurring_find(&library->corpus, before, made, arena, &changes);
    for (size_t i = 0; i < changes.len;) {
        uint32_t number = changes.at[i].article;
        if (!maker)
            maker = segment_begin();
        i += take_anew(&library->corpus, &changes.at[i], changes.len - i, scratch, maker);
        corpus_drop(&library->corpus, number);
        if (segment_is_full(maker) || i == changes.len) {
            library_take(library, segment_end(maker));
            maker = NULL;
        }
    }
    arena_free(scratch);
    arena_free(arena);
}
