/* SPDX-License-Identifier: ISC */
/* note: adding, changing and removing notes; each is saved before its id is printed. */
#include "common.h"
#include "passage.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/load/format.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <string.h>
#include <time.h>

#define LONGEST ((size_t)1 << 20) /* bytes of a note's text from standard input */

struct tag_list {
    struct str *at;
    size_t len, cap;
};

static bool told(const struct error *error)
{
    return verb_fail("%s", error->text);
}

/* The text that --text gives, or standard input for "-"; empty without it. */
static bool read_text(const struct verb_call *call, struct str *out)
{
    const char *text = verb_value(call, "text");
    struct error error;
    struct buf typed = {0};
    *out = str_of(text);
    if (text && !strcmp(text, "-")) {
        if (!file_read_stdin(LONGEST, &typed, &error))
            return buf_free(&typed), told(&error);
        *out = arena_str(call->arena, buf_view(&typed));
        buf_free(&typed);
    }
    while (out->len && (out->at[out->len - 1] == '\n' || out->at[out->len - 1] == '\r'))
        out->len--;
    return utf8_valid(*out) || verb_fail("--text: is not UTF-8");
}

static bool has(const struct tag_list *tags, struct str tag)
{
    for (size_t i = 0; i < tags->len; i++) {
        if (str_eq(tags->at[i], tag))
            return true;
    }
    return false;
}

static void drop(struct tag_list *tags, struct str tag)
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

/* Takes over what --tag adds and --untag removes, in the order given. */
static bool read_tags(const struct verb_call *call, struct tag_list *tags)
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
        if (!adds)
            drop(tags, tag);
        else if (!has(tags, tag))
            *vec_add(call->arena, tags) = tag;
    }
    return true;
}

/* NOTE's place in its article: the passage that was named, or the article as a whole. */
static bool place_note(const struct verb_call *call, struct str name, struct note *note)
{
    uint32_t number;
    struct span span;
    struct error error;
    struct buf stored = {0};
    if (!verb_article(call, name, &number))
        return false;
    const struct article *article = &call->library->corpus.at[number];
    if (article->problem.len)
        return verb_fail("%.*s: %.*s", STR_ARG(article->path), STR_ARG(article->problem));
    if (!strcmp(call->library->folder, ".") &&
        !file_exists(arena_chars(call->arena, article->path)))
        return verb_fail("%.*s: a note needs a file to stand in", STR_ARG(article->path));
    if (!passage_find(call, number, &span))
        return false;
    const char *path =
        path_join(call->arena, call->library->folder, arena_chars(call->arena, article->path));
    bool ok = file_read(path, LOAD_LARGEST, &stored, &error) || told(&error);
    if (ok)
        anchor_make(call->arena, call->library, number, span, buf_view(&stored), note);
    buf_free(&stored);
    return ok;
}

/* Saves the note and prints its id. */
static enum status put(struct verb_call *call, struct note *note)
{
    struct error error;
    if (!notebook_put(call->notebook, call->library, note, 1, &error)) {
        told(&error);
        return STATUS_FAILED;
    }
    fprintf(call->out, "%.*s\n", STR_ARG(note->id));
    return STATUS_DONE;
}

static bool fill(const struct verb_call *call, struct note *note)
{
    struct tag_list tags = {0};
    uint32_t actor;
    if (!verb_actor_option(call, &actor) || !read_tags(call, &tags) ||
        !read_text(call, &note->text))
        return false;
    if (actor != ACTOR_NONE)
        note->about = call->library->tags.at[actor].id;
    else if (call->operand_count < 2)
        return verb_fail("note add: name the ARTICLE that the note is in, or an --actor");
    if (!note->text.len && !tags.len)
        return verb_fail("note add: a note needs a --text or a --tag");
    note->tags = tags.at;
    note->tag_count = tags.len;
    return true;
}

static enum status add(struct verb_call *call)
{
    struct note note = {0};
    note.created = note.modified = (int64_t)time(NULL);
    if (!fill(call, &note))
        return STATUS_FAILED;
    if (call->operand_count > 1 ? !place_note(call, call->operands[1], &note)
                                : verb_value(call, "quote") || verb_value(call, "range")) {
        if (call->operand_count < 2)
            verb_fail("note add: a passage needs the ARTICLE that it stands in");
        return STATUS_FAILED;
    }
    return put(call, &note);
}

/* The note that the second operand names. */
static const struct note *named(const struct verb_call *call)
{
    struct error error;
    if (call->operand_count < 2) {
        verb_fail("note %.*s: the note's id is missing; dossier notes lists them",
                  STR_ARG(call->operands[0]));
        return NULL;
    }
    const struct note *note = notebook_find(call->notebook, call->operands[1], &error);
    if (!note)
        told(&error);
    return note;
}

static enum status edit(struct verb_call *call)
{
    const struct note *old = named(call);
    struct tag_list tags = {0};
    if (!old)
        return STATUS_FAILED;
    struct note note = note_copy(call->arena, old);
    for (size_t i = 0; i < note.tag_count; i++)
        *vec_add(call->arena, &tags) = note.tags[i];
    bool text = verb_value(call, "text") != NULL;
    if (!text && !verb_value(call, "tag") && !verb_value(call, "untag")) {
        verb_fail("note edit: nothing to change; it takes --text, --tag and --untag");
        return STATUS_FAILED;
    }
    if (!read_tags(call, &tags) || (text && !read_text(call, &note.text)))
        return STATUS_FAILED;
    note.tags = tags.at;
    note.tag_count = tags.len;
    note.modified = (int64_t)time(NULL);
    return put(call, &note);
}

static enum status rm(struct verb_call *call)
{
    struct error error;
    const struct note *note = named(call);
    if (!note)
        return STATUS_FAILED;
    struct str id = arena_str(call->arena, note->id);
    if (!notebook_remove(call->notebook, &id, 1, (int64_t)time(NULL), &error)) {
        told(&error);
        return STATUS_FAILED;
    }
    fprintf(call->out, "%.*s\n", STR_ARG(id));
    return STATUS_DONE;
}

static const struct action {
    const char *name;
    const char *options; /* parted by spaces */
    enum status (*run)(struct verb_call *call);
} actions[] = {
    {"add", "quote nth range actor text tag", add},
    {"edit", "text tag untag", edit},
    {"rm", "", rm},
};

static bool takes(const struct action *action, const char *option)
{
    struct str rest = str_of(action->options), word;
    while (str_split(&rest, ' ', &word)) {
        if (str_is(word, option))
            return true;
    }
    return false;
}

/* "--quote, --nth": what ACTION takes. */
static struct str list_options(const struct verb_call *call, const struct action *action)
{
    struct buf list = {0};
    struct str rest = str_of(action->options), word;
    while (str_split(&rest, ' ', &word))
        buf_printf(&list, "%s--%.*s", list.len ? ", " : "", STR_ARG(word));
    struct str copy = arena_str(call->arena, buf_view(&list));
    buf_free(&list);
    return copy.len ? copy : STR("an id alone");
}

static bool check_options(const struct verb_call *call, const struct action *action)
{
    for (size_t i = 0; i < call->given_count; i++) {
        const char *option = call->given[i].option->name;
        if (verb_owns(call->verb, option) && !takes(action, option))
            return verb_fail("note %s: takes no --%s, but %.*s", action->name, option,
                             STR_ARG(list_options(call, action)));
    }
    return true;
}

/* Where the note went, if not beside the articles. */
static void tell_where(const struct verb_call *call)
{
    struct buf where = {0};
    notebook_where(call->notebook, &where);
    if (where.len)
        verb_tell("%.*s", STR_ARG(buf_view(&where)));
    buf_free(&where);
}

static enum status run(struct verb_call *call)
{
    for (size_t i = 0; i < COUNT(actions); i++) {
        if (!str_is(call->operands[0], actions[i].name))
            continue;
        if (!check_options(call, &actions[i]))
            return STATUS_FAILED;
        enum status status = actions[i].run(call);
        if (status == STATUS_DONE)
            tell_where(call);
        return status;
    }
    verb_fail("note: %.*s is not known; it is add, edit or rm", STR_ARG(call->operands[0]));
    return STATUS_FAILED;
}

static const struct verb_option options[] = {
    {"quote", 0, "WORDS", "add: on the passage with these words"},
    {"nth", 0, "N", "add: where the words stand more than once, the Nth"},
    {"range", 0, "START:END", "add: on these bytes of the file; END is not in it"},
    {"actor", 0, "ACTOR", "add: on this actor; then ARTICLE may be left out"},
    {"text", 0, "TEXT", "add, edit: what the note says; - reads standard input"},
    {"tag", 0, "TAG", "add, edit: a tag more; may be given several times"},
    {"untag", 0, "TAG", "edit: a tag less"},
    {0},
};

const struct verb verb_note = {
    .name = "note",
    .operands = "add ARTICLE [OPTION…] | edit ID [OPTION…] | rm ID",
    .summary = "add, edit, rm: make, change and remove a note",
    .about =
        "Adds a note on a passage of an article, on the whole article, or on an actor; changes or\n"
        "removes one of your own. Prints its id. An ID may be cut as long as no other begins so.\n"
        "Where the words of --quote stand more than once, the error lists the places.\n",
    .example =
        "dossier note add 001 --quote='security architecture' --text='Whose words?' --tag=check",
    .options = options,
    .least = 1,
    .most = 2,
    .flags = VERB_NOTES,
    .run = run,
};
