/* SPDX-License-Identifier: ISC */
/* tags: the tags of notes and articles, and their names. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_file.h"

#include <stdlib.h>
#include <string.h>

enum { TAG, NOTES, ARTICLES, DESCRIPTION, WAS };

static const struct column columns[] = {
    [TAG] = {"tag", "tag", .least = 6},
    [NOTES] = {"notes", "notes", COLUMN_RIGHT, .least = 5},
    [ARTICLES] = {"articles", "articles", COLUMN_RIGHT, .least = 8, .spare = 1},
    [DESCRIPTION] = {"description", "description", .least = 12},
    [WAS] = {"was", "was", .least = 6, .spare = 2},
};

/* A tag and how often it is used. */
struct used {
    struct str tag;
    size_t notes, articles;
};

struct uses {
    struct used *at;
    size_t len, cap;
};

static int compare(const void *a, const void *b)
{
    return str_cmp(((const struct used *)a)->tag, ((const struct used *)b)->tag);
}

/* Sorted, with one entry a tag. */
static void gather(struct uses *uses)
{
    size_t kept = 0;
    if (uses->len)
        qsort(uses->at, uses->len, sizeof *uses->at, compare);
    for (size_t i = 0; i < uses->len; i++) {
        if (kept && str_eq(uses->at[kept - 1].tag, uses->at[i].tag)) {
            uses->at[kept - 1].notes += uses->at[i].notes;
            uses->at[kept - 1].articles += uses->at[i].articles;
        } else {
            uses->at[kept++] = uses->at[i];
        }
    }
    uses->len = kept;
}

static void count(const struct verb_call *call, struct uses *uses)
{
    const struct library *library = call->library;
    const struct notebook *notebook = call->notebook;
    for (size_t i = 0; i < notebook->len; i++) {
        for (size_t j = 0; j < notebook->at[i].tag_count; j++)
            *vec_add(call->arena, uses) = (struct used){notebook->at[i].tags[j], 1, 0};
    }
    for (size_t i = 0; i < library->corpus.len; i++) {
        const struct facts *facts =
            &corpus_article(&library->corpus, library->corpus.by_path[i])->facts;
        for (size_t j = 0; j < facts->tag_count; j++)
            *vec_add(call->arena, uses) = (struct used){facts->tags[j], 0, 1};
    }
    for (size_t i = 0; i < library->tags.entries.len; i++) {
        struct str name = library->tags.entries.at[i].name;
        if (str_eq(tags_now(&library->tags, name), name))
            *vec_add(call->arena, uses) = (struct used){name, 0, 0};
    }
    gather(uses);
}

static enum status list(struct verb_call *call)
{
    struct uses uses = {0};
    count(call, &uses);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < uses.len; i++) {
        const struct used *used = &uses.at[i];
        const struct tag_entry *entry = tags_entry_of(&call->library->tags, used->tag);
        const struct cell cells[] = {
            [TAG] = cell_text(used->tag),
            [NOTES] = cell_number(used->notes),
            [ARTICLES] = cell_number(used->articles),
            [DESCRIPTION] = cell_known(tags_description(&call->library->tags, used->tag)),
            [WAS] = entry ? cell_texts(entry->was, entry->was_count) : cell_texts(NULL, 0),
        };
        rows_add(rows, cells, NULL);
    }
    return verb_close(rows);
}

/* A tag may be given with its sign. */
static struct str bare(struct str tag)
{
    return str_starts(tag, STR("#")) ? str_sub(tag, 1, tag.len) : tag;
}

static bool is_used(const struct verb_call *call, struct str tag)
{
    struct uses uses = {0};
    count(call, &uses);
    for (size_t i = 0; i < uses.len; i++) {
        if (str_eq(uses.at[i].tag, tag))
            return true;
    }
    return verb_fail("no note and no article has the tag #%.*s; dossier tags lists them",
                     STR_ARG(str_sub(tag, 0, 80)));
}

static bool rename_tag(const struct verb_call *call, struct error *error)
{
    struct str from = bare(call->operands[1]), to = bare(call->operands[2]);
    return tags_rename(call->library->folder, from, to, error);
}

static bool part(const struct verb_call *call, struct error *error)
{
    return tags_part(call->library->folder, bare(call->operands[1]), bare(call->operands[2]),
                     error);
}

static bool describe(const struct verb_call *call, struct error *error)
{
    return tags_describe(call->library->folder, bare(call->operands[1]), verb_join(call, 2), error);
}

static const struct action {
    const char *name, *wants;
    size_t least, most; /* operands, the action's name among them */
    bool used;          /* the first tag must be in use */
    bool (*run)(const struct verb_call *call, struct error *error);
} actions[] = {
    {"rename", "OLD NEW", 3, 3, true, rename_tag},
    {"part", "OLD NEW", 3, 3, false, part},
    {"describe", "TAG WORDS", 2, SIZE_MAX, false, describe},
};

static enum status act(struct verb_call *call, const struct action *action)
{
    struct error error;
    if (call->operand_count < action->least || call->operand_count > action->most) {
        verb_fail("tags %s: it takes %s", action->name, action->wants);
        return STATUS_FAILED;
    }
    if (action->used && !is_used(call, bare(call->operands[1])))
        return STATUS_FAILED;
    if (action->run(call, &error))
        return STATUS_DONE;
    verb_fail("%s", error.text);
    return STATUS_FAILED;
}

static enum status run(struct verb_call *call)
{
    if (!call->operand_count)
        return list(call);
    for (size_t i = 0; i < COUNT(actions); i++) {
        if (str_is(call->operands[0], actions[i].name))
            return act(call, &actions[i]);
    }
    verb_fail("tags: %.*s is not known; known are rename, part and describe",
              STR_ARG(call->operands[0]));
    return STATUS_FAILED;
}

const struct verb verb_tags = {
    .name = "tags",
    .operands = "[rename OLD NEW | part OLD NEW | describe TAG WORDS…]",
    .summary = "the tags, with counts; rename, merge and describe them",
    .about = "Lists the tags of notes and articles, how often each is used, and what it means.\n"
             "\n"
             "  rename OLD NEW       calls a tag otherwise in the whole dossier, whoever used it; "
             "where\n"
             "                       NEW is there already, the two are one from then on\n"
             "  part OLD NEW         takes that back\n"
             "  describe TAG WORDS…  says what a tag means; without WORDS, no more\n"
             "\n"
             "All three are written to tags.yaml, and no notes file is touched.\n",
    .example = "dossier tags rename guarantee guarantees",
    .least = 0,
    .most = SIZE_MAX,
    .flags = VERB_LISTS | VERB_NOTES,
    .run = run,
};
