/* SPDX-License-Identifier: ISC */
/* The draft is made a dossier of one article with the same actors, so that who is named in it is
 * found by the same rules as everywhere. */
#include "dossier/proof/proof.h"

#include "check.h"
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/text/exact.h"

#include <stdarg.h>

#define SHOWN 60 /* bytes of a quotation that names it in a message */

void check_report(struct check *check, const struct asked *asked, enum severity severity,
                  const char *code, const char *format, ...)
{
    struct buf words = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&words, format, args);
    va_end(args);
    problem_add(&check->out->problems, severity, check->file, asked->quotation->line,
                asked->quotation->column, code, "%.*s", STR_ARG(buf_view(&words)));
    buf_free(&words);
}

struct str check_place(const struct check *check, uint32_t article, uint32_t at)
{
    struct buf place = {0};
    library_place(check->library, article, at, &place);
    struct str copy = arena_str(check->arena, buf_view(&place));
    buf_free(&place);
    return copy;
}

struct str check_words(const struct check *check, struct str words)
{
    struct buf plain = {0};
    exact_put(str_sub(words, 0, (size_t)SHOWN * 4), &plain);
    size_t end = plain.len;
    if (end > SHOWN) {
        end = SHOWN;
        while (end > 0 && plain.at[end] != ' ')
            end--;
        if (!end)
            for (end = SHOWN; end > 0 && ((unsigned char)plain.at[end] & 0xC0) == 0x80;)
                end--;
    }
    struct str copy = arena_printf(check->arena, "“%.*s%s”", (int)end, plain.at ? plain.at : "",
                                   end < plain.len ? " …" : "");
    buf_free(&plain);
    return copy;
}

/* The draft's own words, wherever they lie, and exports are no sources. */
static bool *exclude(struct check *check)
{
    const struct corpus *corpus = &check->library->corpus;
    bool *excluded = arena_many(check->arena, bool, corpus->numbers + (size_t)1);
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_path[i];
        const struct corpus_part *part = corpus_part(corpus, number);
        struct str text = segment_text(part->segment, number - part->first);
        excluded[number] = str_eq(text, check->draft.source) || mark_found(text);
    }
    return excluded;
}

static void make_page(struct check *check)
{
    struct library *page = library_new();
    struct article article = {.path = STR("draft"), .text = check->draft.text};
    article.file.text = check->draft.text;
    article.file.stored_size = (uint32_t)check->draft.text.len;
    article.facts = FACTS_NONE;
    article_finish(page->arena, &article);
    library_add(page, &article);
    library_finish_corpus(page, NULL);
    cast_build(page->arena, &page->corpus, &check->library->tags, &page->as_built);
    page->cast = page->as_built;
    check->page = page;
    check->told = (struct told){&check->library->tags, &page->cast, 0, check->draft.text};
}

static void warn_of_marks(struct check *check, const struct asked *asked)
{
    struct str words = check_words(check, asked->quotation->words);
    if (asked->quotation->kind == QUOTATION_OPEN)
        check_report(check, asked, SEVERITY_WARNING, "unclosed-quotation",
                     "this quotation mark is never closed; the words up to the end of the sentence "
                     "are checked: %.*s",
                     STR_ARG(words));
    else if (asked->quotation->kind == QUOTATION_ENDED)
        check_report(check, asked, SEVERITY_WARNING, "unopened-quotation",
                     "this quotation is closed, but no mark opens it; the words from the beginning "
                     "of the sentence are checked: %.*s",
                     STR_ARG(words));
}

/* Checks what is listed since BEFORE problems for an error. */
static void count(struct check *check, size_t before)
{
    check->out->checked++;
    for (size_t i = before; i < check->out->problems.len; i++) {
        if (check->out->problems.at[i].severity == SEVERITY_ERROR)
            return;
    }
    check->out->standing++;
}

static void check_one(struct check *check, const struct quotation *quotation)
{
    struct asked asked = {.quotation = quotation};
    size_t before = check->out->problems.len;
    wanted_read(check->arena, quotation->words, &asked.wanted);
    warn_of_marks(check, &asked);
    if (asked.wanted.words < PROOF_LEAST) {
        check->out->brief++;
        return;
    }
    match_find(&check->sources, &asked.wanted, check->arena, &asked.hits);
    for (size_t i = 0; !asked.hits.len && i < quotation->piece_count; i++)
        check_one(check, &quotation->pieces[i]);
    if (!asked.hits.len && quotation->piece_count)
        return;
    names_beside(check->names, &check->draft, quotation, check->arena, &asked.named);
    if (!asked.hits.len)
        check_missing(check, &asked);
    if (asked.hits.len)
        check_standing(check, &asked);
    count(check, before);
}

bool proof_check(struct arena *arena, const struct library *library, struct str bytes,
                 struct str file, struct proof *out, struct error *error)
{
    struct check check = {.arena = arena, .library = library, .file = file, .out = out};
    *out = (struct proof){.problems = {.arena = arena}};
    if (!draft_read(arena, bytes, file, &check.draft, error))
        return false;
    make_page(&check);
    check.sources = (struct sources){&library->corpus, exclude(&check)};
    check.names = names_new(arena, library, &check.page->corpus);
    check.origins = origins_new(arena, library);
    for (size_t i = 0; i < check.draft.quotations.len; i++)
        check_one(&check, &check.draft.quotations.at[i]);
    library_free(check.page);
    return true;
}
