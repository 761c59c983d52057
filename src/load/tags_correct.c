/* SPDX-License-Identifier: ISC */
/* A correction as keys of the article's entry: those that say it are set, those that would say
 * otherwise go. */
#include "dossier/load/tags_correct.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"
#include "dossier/text/utf8.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"
#include "tags_edit.h"
#include "tags_patch.h"

static const char *const order[] = {"title",   "date",     "date-basis", "date-from",
                                    "date-to", "date-why", "source",     "author",
                                    "url",     "body",     "tags"};

/* An entry that is being changed. */
struct correcting {
    const struct correction *correction;
    struct buf *source;
    const struct yaml_node *entry; /* as it was; NULL: there is none */
    const char *last;              /* the key that was set last; NULL: none was */
    struct error *error;
};

static size_t rank_of(struct str key)
{
    size_t rank = 0;
    while (rank < COUNT(order) && !str_is(key, order[rank]))
        rank++;
    return rank;
}

/* The last key of the entry that goes before KEY; empty: none does. */
static struct str before(const struct correcting *c, const char *key)
{
    size_t rank = rank_of(str_of(key));
    struct str found = c->last ? str_of(c->last) : STR("");
    const struct yaml_node *child = c->entry && c->entry->kind == YAML_MAP ? c->entry->first : NULL;
    for (; child && !c->last; child = child->next)
        if (rank_of(child->key->text) < rank)
            found = child->key->text;
    return found;
}

static bool set(struct correcting *c, const char *key, struct str value)
{
    struct str path[] = {STR("articles"), c->correction->path, str_of(key)};
    bool ok = yaml_edit_set(c->source, path, COUNT(path), before(c, key), value, c->error);
    c->last = key;
    return ok;
}

static bool unset(struct correcting *c, const char *key)
{
    struct str path[] = {STR("articles"), c->correction->path, str_of(key)};
    return !c->entry || !yaml_get(c->entry, key) ||
           yaml_edit_unset(c->source, path, COUNT(path), c->error);
}

static bool set_day(struct correcting *c, const char *key, day d)
{
    char iso[DAY_TEXT];
    day_iso(d, iso);
    return d == DAY_NONE ? unset(c, key) : set(c, key, str_of(iso));
}

/* What was confirmed keeps the words that tell how it was worked out; to another date they do not
 * belong. */
static bool correct_date(struct correcting *c)
{
    const struct correction *correction = c->correction;
    bool so = correction->kind == CORRECTION_SO;
    bool none = correction->kind == CORRECTION_NONE;
    if (none ? !set(c, "date", STR("null")) : !set_day(c, "date", correction->date))
        return false;
    if (so && c->entry && yaml_get(c->entry, "date-basis") ? !set(c, "date-basis", STR("stated"))
                                                           : !unset(c, "date-basis"))
        return false;
    return set_day(c, "date-from", correction->from) && set_day(c, "date-to", correction->to) &&
           (so || unset(c, "date-why"));
}

static bool correct_text(struct correcting *c, const char *key)
{
    struct buf value = {0};
    if (c->correction->text.len)
        yaml_put_text(&value, c->correction->text);
    else
        buf_chars(&value, "null");
    bool ok = set(c, key, buf_view(&value));
    buf_free(&value);
    return ok;
}

static bool correct_body(struct correcting *c)
{
    struct buf value = {0};
    const struct spans *body = &c->correction->body;
    for (size_t i = 0; i < body->len; i++)
        buf_printf(&value, "%s{from: %u, to: %u}", i ? ", " : "[", body->at[i].start,
                   body->at[i].end);
    buf_char(&value, ']');
    bool ok = set(c, "body", buf_view(&value));
    buf_free(&value);
    return ok;
}

static bool correct_field(struct correcting *c)
{
    switch (c->correction->field) {
    case ARTICLE_TITLE:
        return correct_text(c, "title");
    case ARTICLE_SOURCE:
        return correct_text(c, "source");
    case ARTICLE_AUTHOR:
        return correct_text(c, "author");
    case ARTICLE_DATE:
        return correct_date(c);
    default:
        return correct_body(c);
    }
}

/* What is asked for, and where what it did is to go. */
struct asked {
    const struct correction *correction;
    struct arena *arena;
    struct tags_patch *done;
};

static bool correct(struct buf *source, const struct yaml_node *root, const void *context,
                    struct error *error)
{
    const struct asked *asked = context;
    struct arena *scratch = arena_new();
    struct buf was = {0};
    struct error why;
    const char *path = arena_chars(scratch, asked->correction->path);
    struct correcting c = {asked->correction, source, yaml_get(yaml_get(root, "articles"), path),
                           NULL, &why};
    buf_str(&was, buf_view(source));
    bool ok = correct_field(&c);
    if (ok)
        tags_patch_make(asked->arena, buf_view(&was), buf_view(source), asked->done);
    else
        error_set(error, "%s: %s", TAGS_FILE, why.text);
    buf_free(&was);
    arena_free(scratch);
    return ok;
}

bool tags_correct(const char *folder, const struct correction *correction, struct arena *arena,
                  struct tags_patch *done, struct error *error)
{
    if (!utf8_valid(correction->path))
        return error_set(error, "the file's name is not UTF-8, and %s can name no other file",
                         TAGS_FILE);
    return tags_edit(folder, correct, &(struct asked){correction, arena, done}, error);
}
