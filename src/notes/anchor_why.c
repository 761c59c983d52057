/* SPDX-License-Identifier: ISC */
/* The state of a note in words. What the search knew is found out again here: a note is asked for
 * its reason seldom, and searched for often. */
#include "anchor_judge.h"

#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

#define SHOWN 60 /* characters of a passage */

/* The first words of S on one line. */
static void put_words(struct str s, struct buf *out)
{
    size_t at = 0;
    bool space = false;
    buf_chars(out, "“");
    for (int i = 0; i < SHOWN && at < s.len; i++) {
        uint32_t c = utf8_next(s, &at);
        if (!char_is_space(c))
            utf8_put(out, c);
        else if (!space)
            buf_char(out, ' ');
        space = char_is_space(c);
    }
    buf_chars(out, at < s.len ? "…”" : "”");
}

static void put_place(const struct article *article, uint32_t at, struct buf *out)
{
    int number = article_number(article, at), line, column;
    if (number > 0) {
        buf_printf(out, "¶%d", number);
    } else if (number == 0) {
        buf_chars(out, "the headline");
    } else {
        article_line(article, at, &line, &column);
        buf_printf(out, "line %d", line);
    }
}

/* The article has another path than the note knows. */
static bool is_renamed(const struct article *article, const struct note *note)
{
    return !str_eq(article->path, note->article);
}

static void why_moved(const struct article *article, const struct note *note, struct buf *out)
{
    if (is_renamed(article, note))
        buf_printf(out, "the article was %.*s and is %.*s now", STR_ARG(note->article),
                   STR_ARG(article->path));
    if (!note->has_passage)
        return;
    uint32_t was = encoding_offset(&article->file, note->at.start);
    if (is_renamed(article, note) && was == note->span.start) {
        buf_chars(out, "; nothing else has changed");
        return;
    }
    buf_printf(out, "%sits words stood at byte %u and stand at ", out->len ? "; " : "",
               note->at.start);
    put_place(article, note->span.start, out);
    buf_printf(out, ", byte %u, now", encoding_stored(&article->file, note->span.start));
}

static void put_context(const struct candidate *found, struct buf *out)
{
    static const char *const words[] = {"are others", "have changed", "are much the same",
                                        "are the same"};
    int before = (found->before == 100) + (found->before >= 85) + (found->before >= 60);
    int after = (found->after == 100) + (found->after >= 85) + (found->after >= 60);
    if (before == after)
        buf_printf(out, "; the words around it %s", words[before]);
    else
        buf_printf(out, "; the words before it %s, those after it %s", words[before], words[after]);
}

static void why_changed(const struct article *article, const struct note *note, struct buf *out)
{
    struct remembered remembered;
    remembered_make(&remembered, note);
    struct candidate found = rate(&remembered, article->text, note->span);
    size_t letters = remembered_length(&remembered);
    if (is_renamed(article, note))
        buf_printf(out, "the article was %.*s and is %.*s now; ", STR_ARG(note->article),
                   STR_ARG(article->path));
    if (found.quote == 100)
        buf_chars(out, "only its white space, marks or accents are others now");
    else if (letters > RATE_LONG)
        buf_printf(out, "about %d %% of its words are others now", 100 - found.quote);
    else
        buf_printf(out, "%zu of %zu letters are others now", found.changed, letters);
    put_context(&found, out);
    remembered_free(&remembered);
}

static void put_places(const struct article *article, const struct note *note, struct buf *out)
{
    for (size_t i = 0; i < note->place_count; i++) {
        buf_chars(out, i == 0 ? "" : i + 1 == note->place_count ? " and " : ", ");
        put_place(article, note->places[i].start, out);
    }
}

static void why_ambiguous(const struct article *article, const struct note *note, struct buf *out)
{
    bool same = true;
    for (size_t i = 0; i < note->place_count; i++)
        same = same && str_eq(span_of(article->text, note->places[i]), note->quote);
    buf_printf(out,
               "%s stand at %zu places that are as good: ", same ? "its words" : "words like it",
               note->place_count);
    put_places(article, note, out);
}

static void put_nearest(const struct article *article, const struct verdict *verdict,
                        struct buf *out)
{
    const struct candidate *best = &verdict->best;
    struct str there = span_of(article->text, best->span);
    if (best->quote < 40)
        return;
    buf_chars(out, "; the nearest is ");
    put_words(there, out);
    buf_chars(out, " at ");
    put_place(article, best->span.start, out);
    buf_printf(out, " (%d %% alike), too little to be sure", best->quote);
}

static void why_orphan(const struct library *library, const struct note *note, struct buf *out)
{
    const struct article *article = corpus_article(&library->corpus, note->number);
    if (article->problem.len) {
        buf_printf(out, "the article can't be read: %.*s", STR_ARG(article->problem));
        return;
    }
    struct verdict verdict;
    uint64_t work = 0;
    judge(library, note->number, note, &work, &verdict);
    if (!note->quote.len)
        buf_chars(out, "it has no words that could be looked for");
    else if (verdict.more && !verdict.any)
        buf_chars(out, "there is too much like it to look at all");
    else if (verdict.standing && verdict.best.same) {
        buf_chars(out, "its words stand at ");
        put_place(article, verdict.best.span.start, out);
        buf_printf(out, "%s, but too little of what stood around them does",
                   verdict.standing > 1 ? " and elsewhere" : "");
    } else {
        buf_chars(out, "its words are nowhere in the article any more");
        if (verdict.any)
            put_nearest(article, &verdict, out);
    }
}

void anchor_why(const struct library *library, const struct note *note, struct buf *out)
{
    if (note->state == ANCHOR_EXACT)
        return;
    if (!note->article.len) {
        buf_printf(out, "there is no actor %.*s any more", STR_ARG(note->about));
        return;
    }
    if (note->number == ARTICLE_NONE) {
        buf_printf(out, "there is no article %.*s any more, nor another with its %s",
                   STR_ARG(note->article), note->has_passage ? "bytes or these words" : "bytes");
        return;
    }
    const struct article *article = corpus_article(&library->corpus, note->number);
    switch (note->state) {
    case ANCHOR_MOVED:
        why_moved(article, note, out);
        break;
    case ANCHOR_CHANGED:
        why_changed(article, note, out);
        break;
    case ANCHOR_AMBIGUOUS:
        why_ambiguous(article, note, out);
        break;
    default:
        why_orphan(library, note, out);
    }
}
