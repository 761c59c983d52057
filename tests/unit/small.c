/* SPDX-License-Identifier: ISC */
#include "small.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"
#include "dossier/text/encoding.h"

static void add_article(struct library *library, const struct small_article *small)
{
    struct article made = {0}, *article = &made;
    article->path = str_of(small->path);
    encoding_decode(library->arena, str_of(small->text), &article->file);
    article->text = article->file.text;
    article->facts.date = article->facts.from = article->facts.to = DAY_NONE;
    if (small->date && day_parse(str_of(small->date), &article->facts.date)) {
        article->facts.basis = BASIS_STATED;
        article->facts.known |= ARTICLE_DATE;
    }
    if (small->body_to) {
        article->facts.known |= ARTICLE_BODY;
        *vec_add(library->arena, &article->facts.body) =
            (struct span){small->body_from, small->body_to};
    }
    if (small->source) {
        article->facts.known |= ARTICLE_SOURCE;
        article->facts.source = str_of(small->source);
    }
    article_finish(library->arena, article);
    library_add(library, article);
}

struct library *small_library(const char *tags, const struct small_article *articles, size_t count)
{
    struct library *library = library_new();
    struct tags_entries entries = {0};
    tags_read(library->arena, str_of(tags), STR("tags.yaml"), &library->tags, &entries,
              &library->problems);
    for (size_t i = 0; i < count; i++)
        add_article(library, &articles[i]);
    library_finish(library);
    return library;
}

static void put_whose(const struct library *library, const struct mention *mention, struct buf *out)
{
    if (mention->actor != ACTOR_NONE) {
        buf_str(out, library->tags.at[mention->actor].id);
        return;
    }
    buf_chars(out, mention->candidate_count ? "?" : "-");
    for (size_t i = 0; i < mention->candidate_count; i++) {
        uint32_t actor = library->cast.candidates.at[mention->candidates + i];
        buf_chars(out, i ? "|" : "");
        buf_str(out, library->tags.at[actor].id);
    }
}

void small_mentions(const struct library *library, uint32_t article, struct buf *out)
{
    const struct cast *cast = &library->cast;
    static const char signs[] = {[FORM_NAME] = '>', [FORM_DEMONYM] = '~', [FORM_ROLE] = '^'};
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        const struct mention *mention = &cast->at[m];
        buf_chars(out, out->len ? "; " : "");
        buf_str(out, span_of(corpus_article(&library->corpus, article)->text, mention->span));
        buf_char(out, signs[mention->kind]);
        put_whose(library, mention, out);
        if (mention->within != MENTION_NONE) {
            buf_char(out, '<');
            put_whose(library, &cast->at[mention->within], out);
        }
        if (mention->in_name)
            buf_char(out, '!');
    }
}
