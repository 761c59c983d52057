/* SPDX-License-Identifier: ISC */
/* A notes file to notes. A note with a wrong part is listed and passed over, never mended by guess:
 * its bytes stay in the file as they are. */
#include "dossier/notes/notes_file.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/read.h"
#include "dossier/yaml/schema.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>

enum key {
    KEY_ID,
    KEY_ARTICLE,
    KEY_SHA256,
    KEY_AT,
    KEY_QUOTE,
    KEY_BEFORE,
    KEY_AFTER,
    KEY_ABOUT,
    KEY_TEXT,
    KEY_TAGS,
    KEY_REPLIES_TO,
    KEY_CREATED,
    KEY_MODIFIED,
    KEY_DELETED,
    KEY_COUNT
};

static const struct schema_key keys[KEY_COUNT] = {
    [KEY_ID] = {"id", SCHEMA_TEXT, true, NULL},
    [KEY_ARTICLE] = {"article", SCHEMA_TEXT, false, NULL},
    [KEY_SHA256] = {"sha256", SCHEMA_TEXT, false, NULL},
    [KEY_AT] = {"at", SCHEMA_LIST, false, NULL},
    [KEY_QUOTE] = {"quote", SCHEMA_TEXT, false, NULL},
    [KEY_BEFORE] = {"before", SCHEMA_TEXT, false, NULL},
    [KEY_AFTER] = {"after", SCHEMA_TEXT, false, NULL},
    [KEY_ABOUT] = {"about", SCHEMA_TEXT, false, NULL},
    [KEY_TEXT] = {"text", SCHEMA_TEXT, false, NULL},
    [KEY_TAGS] = {"tags", SCHEMA_TEXTS, false, NULL},
    [KEY_REPLIES_TO] = {"replies-to", SCHEMA_TEXT, false, NULL},
    [KEY_CREATED] = {"created", SCHEMA_TEXT, false, NULL},
    [KEY_MODIFIED] = {"modified", SCHEMA_TEXT, false, NULL},
    [KEY_DELETED] = {"deleted", SCHEMA_TEXT, false, NULL},
};

bool notes_knows_key(struct str key)
{
    for (size_t i = 0; i < KEY_COUNT; i++) {
        if (str_is(key, keys[i].name))
            return true;
    }
    return false;
}

static bool fail_at(struct yaml_failure *failure, const struct yaml_node *node,
                    const char *sentence)
{
    failure->line = node->line;
    failure->column = node->column;
    return error_set(&failure->error, "%s", sentence);
}

bool notes_tree(struct arena *arena, struct str source, const struct yaml_node **root,
                const struct yaml_node **list, struct yaml_failure *failure)
{
    *list = NULL;
    *root = yaml_read(arena, source, failure);
    if (!*root)
        return false;
    if (yaml_is_null(*root))
        return true;
    if ((*root)->kind != YAML_MAP)
        return fail_at(failure, *root, "a notes file is a map with the keys version and notes");
    const struct yaml_node *version = yaml_get(*root, "version");
    if (version && !(version->kind == YAML_SCALAR && str_is(version->text, "1")))
        return fail_at(failure, version,
                       "this version of the notes file is not known; allowed is version: 1");
    const struct yaml_node *notes = yaml_get(*root, "notes");
    if (yaml_is_null(notes))
        return true;
    if (notes->kind != YAML_LIST)
        return fail_at(failure, notes, "notes must be a list");
    *list = notes;
    return true;
}

/* START and END of `at: [START, END]`. */
static bool read_at(const struct yaml_node *node, struct span *at)
{
    long numbers[2];
    int count = 0;
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        if (count == 2 || child->kind != YAML_SCALAR || !str_number(child->text, &numbers[count]))
            return false;
        count++;
    }
    if (count != 2 || numbers[0] >= numbers[1] || numbers[1] >= (long)UINT32_MAX)
        return false;
    *at = (struct span){(uint32_t)numbers[0], (uint32_t)numbers[1]};
    return true;
}

uint32_t notes_start(const struct yaml_node *block)
{
    const struct yaml_node *node = yaml_get(block, "at");
    struct span at;
    return node && node->kind == YAML_LIST && read_at(node, &at) ? at.start : 0;
}

/* A moment, or a day for its first second. */
static bool read_moment(struct str s, int64_t *out)
{
    day d;
    if (moment_parse(s, out))
        return true;
    if (!day_parse(s, &d))
        return false;
    *out = (int64_t)d * 86400;
    return true;
}

static bool read_moments(const struct schema_report *report, const struct yaml_node **values,
                         struct note *note)
{
    const struct {
        enum key key;
        int64_t *into;
    } moments[] = {
        {KEY_CREATED, &note->created},
        {KEY_MODIFIED, &note->modified},
        {KEY_DELETED, &note->deleted},
    };
    for (size_t i = 0; i < COUNT(moments); i++) {
        const struct yaml_node *node = values[moments[i].key];
        if (node && !read_moment(node->text, moments[i].into)) {
            schema_problem(report, node, "bad-moment",
                           "“%.*s” is no moment; allowed are 2026-11-21T10:00:00Z and 2026-11-21",
                           STR_ARG(str_sub(node->text, 0, 80)));
            return false;
        }
    }
    if (!values[KEY_MODIFIED])
        note->modified = note->created;
    return true;
}

static bool is_id(struct str id)
{
    static const char allowed[] =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    for (size_t i = 0; i < id.len; i++) {
        if (!memchr(allowed, id.at[i], sizeof allowed - 1))
            return false;
    }
    return id.len > 0 && id.len <= 64;
}

static void read_texts(struct arena *arena, const struct yaml_node **values, struct note *note)
{
    note->id = schema_text(values[KEY_ID]);
    note->article = schema_text(values[KEY_ARTICLE]);
    note->sha256 = schema_text(values[KEY_SHA256]);
    note->quote = schema_text(values[KEY_QUOTE]);
    note->before = schema_text(values[KEY_BEFORE]);
    note->after = schema_text(values[KEY_AFTER]);
    note->about = schema_text(values[KEY_ABOUT]);
    note->text = schema_text(values[KEY_TEXT]);
    note->replies_to = schema_text(values[KEY_REPLIES_TO]);
    note->tags = schema_texts(arena, values[KEY_TAGS], &note->tag_count);
}

/* What must hold between the parts. A deleted note is only a sign that there was one. */
static bool check_parts(const struct schema_report *report, const struct yaml_node *block,
                        const struct yaml_node **values, struct note *note)
{
    if (!is_id(note->id)) {
        schema_problem(report, values[KEY_ID], "bad-id",
                       "a note's id holds letters, digits, - and _, 64 at most");
        return false;
    }
    if (!read_moments(report, values, note))
        return false;
    if (values[KEY_AT] && !read_at(values[KEY_AT], &note->at)) {
        schema_problem(report, values[KEY_AT], "bad-range",
                       "at must be [START, END], two byte offsets, the first the smaller one");
        return false;
    }
    note->has_passage = note->article.len && note->quote.len;
    if (note->deleted)
        return true;
    if (!note->article.len && !note->about.len)
        schema_problem(report, block, "missing-key", "a note needs the key article or about");
    else if (values[KEY_AT] && !note->quote.len)
        schema_problem(report, values[KEY_AT], "missing-key",
                       "a note with the key at needs the key quote");
    else
        return true;
    return false;
}

/* One of the problems from FROM on makes the note unusable: all but a key that is not known. */
static bool has_wrong_part(const struct problems *problems, size_t from)
{
    for (size_t i = from; i < problems->len; i++) {
        if (problems->at[i].severity == SEVERITY_ERROR &&
            strcmp(problems->at[i].code, "unknown-key"))
            return true;
    }
    return false;
}

static bool read_note(struct arena *arena, const struct schema_report *report,
                      const struct yaml_node *block, struct note *note)
{
    const struct yaml_node *values[KEY_COUNT];
    size_t problems = report->problems->len;
    if (!schema_map(report, block, "a note", keys, KEY_COUNT, values) ||
        has_wrong_part(report->problems, problems))
        return false;
    *note = (struct note){.number = UINT32_MAX, .state = ANCHOR_ORPHAN};
    read_texts(arena, values, note);
    return check_parts(report, block, values, note);
}

static void report_top_keys(const struct schema_report *report, const struct yaml_node *root)
{
    static const char *const known[] = {"version", "notes", "checked", "verdicts", "confirmed"};
    for (const struct yaml_node *child = root->kind == YAML_MAP ? root->first : NULL; child;
         child = child->next) {
        bool found = false;
        for (size_t i = 0; i < COUNT(known); i++)
            found |= str_is(child->key->text, known[i]);
        if (!found)
            problem_add(report->problems, SEVERITY_WARNING, report->file, child->key->line,
                        child->key->column, "unknown-key",
                        "the key %.*s is not known; it is kept as it is. Known are version, notes, "
                        "checked, verdicts and confirmed",
                        STR_ARG(str_sub(child->key->text, 0, 80)));
    }
}

/* Where a note's block begins. */
struct place {
    size_t note; /* in the list */
    struct str id;
    int line, column;
};

struct places {
    struct place *at;
    size_t len, cap;
};

static int compare_places(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    return order ? order : (x->note > y->note) - (x->note < y->note);
}

/* Of blocks with one id the first is taken, by reader and writer alike. */
static void drop_repeated(const struct schema_report *report, struct places *places,
                          struct note_list *out)
{
    if (places->len)
        qsort(places->at, places->len, sizeof *places->at, compare_places);
    for (size_t i = 1; i < places->len; i++) {
        const struct place *place = &places->at[i];
        if (!str_eq(place->id, place[-1].id))
            continue;
        problem_add(report->problems, SEVERITY_ERROR, report->file, place->line, place->column,
                    "repeated-id", "the id %.*s stands here a second time; the first note is taken",
                    STR_ARG(place->id));
        out->at[place->note].id.len = 0;
    }
    size_t kept = 0;
    for (size_t i = 0; i < out->len; i++) {
        if (out->at[i].id.len)
            out->at[kept++] = out->at[i];
    }
    out->len = kept;
}

bool notes_read(struct arena *arena, struct str source, struct str file, struct str writer,
                struct notes_content *content, struct problems *problems)
{
    struct note_list *out = &content->notes;
    const struct yaml_node *root, *list;
    struct yaml_failure failure = {0};
    if (!notes_tree(arena, source, &root, &list, &failure)) {
        problem_add(problems, SEVERITY_ERROR, file, failure.line, failure.column, "bad-notes", "%s",
                    failure.error.text);
        return false;
    }
    struct schema_report report = {problems, file, 0};
    struct places places = {0};
    report_top_keys(&report, root);
    for (const struct yaml_node *block = list ? list->first : NULL; block; block = block->next) {
        struct note note;
        if (!read_note(arena, &report, block, &note))
            continue;
        note.by = writer;
        note.file = file;
        note.line = block->line;
        *vec_add(arena, &places) = (struct place){out->len, note.id, block->line, block->column};
        *vec_add(arena, out) = note;
    }
    drop_repeated(&report, &places, out);
    return true;
}
