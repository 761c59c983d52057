/* SPDX-License-Identifier: ISC */
/* What is read from a command line about a note. */
#include "note_parts.h"

#include "passage.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/load/stored.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <string.h>
#include <time.h>

#define LONGEST ((size_t)1 << 20) /* bytes of a note's text from standard input */

int64_t note_now(void)
{
    return (int64_t)time(NULL);
}

bool note_read_text(const struct verb_call *call, struct str *out)
{
    const char *text = verb_value(call, "text");
    struct error error;
    struct buf typed = {0};
    *out = str_of(text);
    if (text && !strcmp(text, "-")) {
        if (!file_read_stdin(LONGEST, &typed, &error))
            return buf_free(&typed), verb_fail("%s", error.text);
        *out = arena_str(call->arena, buf_view(&typed));
        buf_free(&typed);
    }
    while (out->len && (out->at[out->len - 1] == '\n' || out->at[out->len - 1] == '\r'))
        out->len--;
    return utf8_valid(*out) || verb_fail("--text: is not UTF-8");
}

static bool has(const struct note_tags *tags, struct str tag)
{
    for (size_t i = 0; i < tags->len; i++) {
        if (str_eq(tags->at[i], tag))
            return true;
    }
    return false;
}

static void drop(struct note_tags *tags, struct str tag)
{
    size_t kept = 0;
    for (size_t i = 0; i < tags->len; i++) {
        if (!str_eq(tags->at[i], tag))
            tags->at[kept++] = tags->at[i];
    }
    tags->len = kept;
}

static bool is_tag(struct str tag)
{
    for (size_t at = 0; at < tag.len;) {
        uint32_t c = utf8_next(tag, &at);
        if (char_is_space(c) || char_is_hostile(c) || c == ',' || c == '#')
            return false;
    }
    return tag.len && utf8_valid(tag);
}

bool note_read_tags(const struct verb_call *call, struct note_tags *tags)
{
    for (size_t i = 0; i < call->given_count; i++) {
        const struct given *given = &call->given[i];
        bool adds = !strcmp(given->option->name, "tag");
        if (!adds && strcmp(given->option->name, "untag") != 0)
            continue;
        struct str tag = given->value;
        if (str_starts(tag, STR("#")))
            tag = str_sub(tag, 1, tag.len);
        if (!is_tag(tag))
            return verb_fail("--%s: \"%.*s\" is no tag: one word, without comma or #",
                             given->option->name, STR_ARG(given->value));
        tag = tags_now(&call->library->tags, tag);
        if (!adds)
            drop(tags, tag);
        else if (!has(tags, tag))
            *vec_add(call->arena, tags) = tag;
    }
    return true;
}

bool note_anchor(const struct verb_call *call, uint32_t number, struct span span, struct note *note)
{
    struct buf stored = {0};
    struct error error;
    bool ok = stored_read(call->library, number, &stored, &error) || verb_fail("%s", error.text);
    if (ok)
        anchor_make(call->arena, call->library, number, span, buf_view(&stored), note);
    buf_free(&stored);
    return ok;
}

bool note_place(const struct verb_call *call, struct str name, struct note *note)
{
    uint32_t number;
    struct span span;
    if (!verb_article_named(call, name, &number))
        return false;
    const struct article *article = corpus_article(&call->library->corpus, number);
    if (article->problem.len)
        return verb_fail("%.*s: %.*s", STR_ARG(article->path), STR_ARG(article->problem));
    return passage_find(call, number, &span) && note_anchor(call, number, span, note);
}

const struct note *note_named(const struct verb_call *call, size_t i)
{
    struct error error;
    if (call->operand_count <= i) {
        verb_fail("note %.*s: the note's id is missing; dossier notes lists them",
                  STR_ARG(call->operands[0]));
        return NULL;
    }
    const struct note *note = notebook_find(call->notebook, call->operands[i], &error);
    if (!note)
        verb_fail("%s", error.text);
    return note;
}

enum status note_put(struct verb_call *call, struct note *notes, size_t count)
{
    struct error error;
    if (!notebook_put(call->notebook, call->library, notes, count, &error)) {
        verb_fail("%s", error.text);
        return STATUS_FAILED;
    }
    for (size_t i = 0; i < count; i++)
        fprintf(call->out, "%.*s\n", STR_ARG(notes[i].id));
    return STATUS_DONE;
}
