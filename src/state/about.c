/* SPDX-License-Identifier: ISC */
/* The rows of what is known of an article. They are made when they are first looked at: a library
 * holds nothing of what was passed over in a text. */
#include "about.h"

#include "dossier/base/memory.h"
#include "dossier/model/correction.h"
#include "dossier/reading/body.h"

static bool is_shown(const struct state *state)
{
    return state->view == VIEW_ABOUT || (state->view == VIEW_INFO && state->under == VIEW_ABOUT);
}

const struct about_row *about_here(const struct state *state)
{
    const struct about *about = &state->about;
    return about->list.cursor < about->len ? &about->at[about->list.cursor] : NULL;
}

struct article about_article(const struct state *state)
{
    struct article article = *state_article(state);
    if (state->about.dated && state->about.library)
        dating_take(&article, &state->about.dating);
    return article;
}

/* What the first part of PARAGRAPH was taken for; *NEXT goes through the parts with it. */
static const char *kind_of(const struct seen *seen, struct span paragraph, size_t *next)
{
    while (*next < seen->rest.len && seen->rest.at[*next].span.end <= paragraph.start)
        ++*next;
    const struct part *part = *next < seen->rest.len ? &seen->rest.at[*next] : NULL;
    bool its = part && span_meets(part->span, paragraph) && part->kind != PART_TEXT;
    return its ? part_kind_name(part->kind) : NULL;
}

static void add_outside(struct about *about, const struct article *article)
{
    const struct paragraph *paragraphs = article_paragraphs(article);
    struct seeing seeing = {.text = article->text, .from = article->front.end};
    struct arena *scratch = arena_new();
    struct seen seen;
    size_t next = 0;
    body_see(&seeing, scratch, &seen);
    for (size_t i = 0; i < article_paragraph_count(article); i++) {
        struct span span = paragraphs[i].span;
        if (paragraphs[i].kind != PARAGRAPH_BOILERPLATE || span.start < article->front.end)
            continue;
        *vec_add(about->arena, about) =
            (struct about_row){ARTICLE_BODY, span, kind_of(&seen, span, &next)};
    }
    arena_free(scratch);
}

static void find_date(struct about *about, const struct article *article)
{
    about->dated =
        article->text.len <= TIMELINE_AT_ONCE && dating_find(article, about->arena, &about->dating);
}

static void make(struct state *state, struct about *about)
{
    const struct article *article = state_article(state);
    bool same = about->arena && article && str_eq(about->path, article->path);
    if (!about->arena)
        about->arena = arena_new();
    struct about made = {.arena = about->arena,
                         .library = state->library,
                         .list = about->list,
                         .under = about->under};
    arena_clear(about->arena);
    *about = made;
    if (article) {
        about->path = arena_str(about->arena, article->path);
        for (size_t i = 0; i < CORRECTION_FIELDS; i++)
            *vec_add(about->arena, about) = (struct about_row){.field = correction_fields[i]};
        find_date(about, article);
        if (article->text.len && !article->problem.len)
            add_outside(about, article);
    }
    list_resize(&about->list, about->len);
    if (same)
        return;
    about->list = (struct list){.count = about->len};
    about_next(state, 0);
}

void about_refresh(struct state *state)
{
    struct about *about = &state->about;
    const struct article *article = state_article(state);
    if (!is_shown(state))
        about->library = NULL;
    else if (about->library != state->library || (article && !str_eq(about->path, article->path)))
        make(state, about);
}

void about_next(struct state *state, size_t from)
{
    struct about *about = &state->about;
    for (size_t i = from; i < about->len; i++) {
        if (about->at[i].outside.end || !about_is_open(state, &about->at[i]))
            continue;
        list_go(&about->list, i);
        return;
    }
}

void about_free(struct about *about)
{
    if (about->arena)
        arena_free(about->arena);
}
