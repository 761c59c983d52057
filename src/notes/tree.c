/* SPDX-License-Identifier: ISC */
/* A note with a wrong part is listed and passed over, never mended by guess: its bytes stay in the
 * file as they are. */
#include "tree.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"

#include <stddef.h>
#include <string.h>

#define NO_FIELD SIZE_MAX

static const struct schema_key keys[NOTE_KEY_COUNT] = {
    [NOTE_KEY_ID] = {"id", SCHEMA_TEXT, true, NULL},
    [NOTE_KEY_ARTICLE] = {"article", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_SHA256] = {"sha256", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_AT] = {"at", SCHEMA_LIST, false, NULL},
    [NOTE_KEY_QUOTE] = {"quote", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_BEFORE] = {"before", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_AFTER] = {"after", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_ABOUT] = {"about", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_TEXT] = {"text", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_TAGS] = {"tags", SCHEMA_TEXTS, false, NULL},
    [NOTE_KEY_REPLIES_TO] = {"replies-to", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_CONFLICT] = {"conflict", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_EXTRA] = {"extra", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_CREATED] = {"created", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_MODIFIED] = {"modified", SCHEMA_TEXT, false, NULL},
    [NOTE_KEY_DELETED] = {"deleted", SCHEMA_TEXT, false, NULL},
};

/* Where in a note the value of each key stands. */
static const struct {
    size_t text, moment;
} fields[NOTE_KEY_COUNT] = {
    [NOTE_KEY_ID] = {offsetof(struct note, id), NO_FIELD},
    [NOTE_KEY_ARTICLE] = {offsetof(struct note, article), NO_FIELD},
    [NOTE_KEY_SHA256] = {offsetof(struct note, sha256), NO_FIELD},
    [NOTE_KEY_AT] = {NO_FIELD, NO_FIELD},
    [NOTE_KEY_QUOTE] = {offsetof(struct note, quote), NO_FIELD},
    [NOTE_KEY_BEFORE] = {offsetof(struct note, before), NO_FIELD},
    [NOTE_KEY_AFTER] = {offsetof(struct note, after), NO_FIELD},
    [NOTE_KEY_ABOUT] = {offsetof(struct note, about), NO_FIELD},
    [NOTE_KEY_TEXT] = {offsetof(struct note, text), NO_FIELD},
    [NOTE_KEY_TAGS] = {NO_FIELD, NO_FIELD},
    [NOTE_KEY_REPLIES_TO] = {offsetof(struct note, replies_to), NO_FIELD},
    [NOTE_KEY_CONFLICT] = {offsetof(struct note, conflict), NO_FIELD},
    [NOTE_KEY_EXTRA] = {offsetof(struct note, extra), NO_FIELD},
    [NOTE_KEY_CREATED] = {NO_FIELD, offsetof(struct note, created)},
    [NOTE_KEY_MODIFIED] = {NO_FIELD, offsetof(struct note, modified)},
    [NOTE_KEY_DELETED] = {NO_FIELD, offsetof(struct note, deleted)},
};

enum note_key note_key_find(struct str name, size_t guess)
{
    for (size_t i = 0, key = guess; i < NOTE_KEY_COUNT; i++, key++) {
        if (key >= NOTE_KEY_COUNT)
            key = 0;
        const char *known = keys[key].name;
        if (name.len && name.at[0] == known[0] && str_is(name, known))
            return (enum note_key)key;
    }
    return NOTE_KEY_COUNT;
}

struct str *note_key_text(struct note *note, enum note_key key)
{
    return fields[key].text == NO_FIELD ? NULL : (struct str *)((char *)note + fields[key].text);
}

int64_t *note_key_moment(struct note *note, enum note_key key)
{
    return fields[key].moment == NO_FIELD ? NULL : (int64_t *)((char *)note + fields[key].moment);
}

static bool fail_at(struct yaml_failure *failure, const struct yaml_node *node,
                    const char *sentence)
{
    failure->line = node->line;
    failure->column = node->column;
    return error_set(&failure->error, "%s", sentence);
}

bool notes_tree_check(const struct yaml_node *root, const struct yaml_node **list,
                      struct yaml_failure *failure)
{
    *list = NULL;
    if (yaml_is_null(root))
        return true;
    if (root->kind != YAML_MAP)
        return fail_at(failure, root, "a notes file is a map with the keys version and notes");
    const struct yaml_node *version = yaml_get(root, "version");
    if (version && !(version->kind == YAML_SCALAR && str_is(version->text, "1")))
        return fail_at(failure, version,
                       "this version of the notes file is not known; allowed is version: 1");
    const struct yaml_node *notes = yaml_get(root, "notes");
    if (yaml_is_null(notes))
        return true;
    if (notes->kind != YAML_LIST)
        return fail_at(failure, notes, "notes must be a list");
    *list = notes;
    return true;
}

int notes_tree_lists(const struct yaml_node *root)
{
    int lists = 0;
    for (const struct yaml_node *child = root->first; child; child = child->next)
        lists += root->kind == YAML_MAP && str_is(child->key->text, "notes");
    return lists;
}

bool notes_tree(struct arena *arena, struct str source, const struct yaml_node **root,
                const struct yaml_node **list, struct yaml_failure *failure)
{
    *root = yaml_read(arena, source, failure);
    return *root && notes_tree_check(*root, list, failure);
}

bool note_at_set(long start, long end, struct span *at)
{
    if (start >= end || end >= (long)UINT32_MAX)
        return false;
    *at = (struct span){(uint32_t)start, (uint32_t)end};
    return true;
}

bool notes_tree_at(const struct yaml_node *node, struct span *at)
{
    long numbers[2];
    int count = 0;
    for (const struct yaml_node *child = node->first; child; child = child->next) {
        if (count == 2 || child->kind != YAML_SCALAR || !str_number(child->text, &numbers[count]))
            return false;
        count++;
    }
    return count == 2 && note_at_set(numbers[0], numbers[1], at);
}

void notes_tree_place(const struct yaml_node *block, struct note *note)
{
    const struct yaml_node *at = yaml_get(block, "at");
    struct span span;
    note->id = schema_text(yaml_get(block, "id"));
    note->article = schema_text(yaml_get(block, "article"));
    note->has_passage = at && at->kind == YAML_LIST && notes_tree_at(at, &span);
    if (note->has_passage)
        note->at = span;
}

bool note_moment_read(struct str s, int64_t *out)
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
    for (size_t key = 0; key < NOTE_KEY_COUNT; key++) {
        int64_t *into = note_key_moment(note, (enum note_key)key);
        const struct yaml_node *node = values[key];
        if (into && node && !note_moment_read(node->text, into)) {
            schema_problem(report, node, "bad-moment",
                           "“%.*s” is no moment; allowed are 2026-11-21T10:00:00Z and 2026-11-21",
                           STR_ARG(str_sub(node->text, 0, 80)));
            return false;
        }
    }
    return true;
}

bool note_is_id(struct str id)
{
    static const bool allowed[256] = {
        ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1,
        ['8'] = 1, ['9'] = 1, ['-'] = 1, ['_'] = 1, ['a'] = 1, ['b'] = 1, ['c'] = 1, ['d'] = 1,
        ['e'] = 1, ['f'] = 1, ['g'] = 1, ['h'] = 1, ['i'] = 1, ['j'] = 1, ['k'] = 1, ['l'] = 1,
        ['m'] = 1, ['n'] = 1, ['o'] = 1, ['p'] = 1, ['q'] = 1, ['r'] = 1, ['s'] = 1, ['t'] = 1,
        ['u'] = 1, ['v'] = 1, ['w'] = 1, ['x'] = 1, ['y'] = 1, ['z'] = 1, ['A'] = 1, ['B'] = 1,
        ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1,
        ['K'] = 1, ['L'] = 1, ['M'] = 1, ['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1,
        ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1};
    bool ok = id.len > 0 && id.len <= 64;
    for (size_t i = 0; i < id.len && ok; i++)
        ok = allowed[(unsigned char)id.at[i]];
    return ok;
}

static void complete(struct note *note, unsigned found)
{
    note->has_passage = note->article.len && note->quote.len;
    if (!(found & 1u << NOTE_KEY_MODIFIED))
        note->modified = note->created;
}

bool note_is_whole(struct note *note, unsigned found)
{
    complete(note, found);
    if (!note_is_id(note->id))
        return false;
    /* a deleted note is first of all a sign that there was one */
    return note->deleted || ((note->article.len || note->about.len) &&
                             !((found & 1u << NOTE_KEY_AT) && !note->quote.len));
}

/* What must hold between the parts. */
static bool check_parts(const struct schema_report *report, const struct yaml_node *block,
                        const struct yaml_node **values, struct note *note)
{
    unsigned found = 0;
    for (size_t key = 0; key < NOTE_KEY_COUNT; key++)
        found |= (unsigned)(values[key] != NULL) << key;
    if (!note_is_id(note->id))
        schema_problem(report, values[NOTE_KEY_ID], "bad-id",
                       "a note's id holds letters, digits, - and _, 64 at most");
    else if (!read_moments(report, values, note))
        return false;
    else if (values[NOTE_KEY_AT] && !notes_tree_at(values[NOTE_KEY_AT], &note->at))
        schema_problem(report, values[NOTE_KEY_AT], "bad-range",
                       "at must be [START, END], two byte offsets, the first the smaller one");
    else if (note_is_whole(note, found))
        return true;
    else if (!note->article.len && !note->about.len)
        schema_problem(report, block, "missing-key", "a note needs the key article or about");
    else
        schema_problem(report, values[NOTE_KEY_AT], "missing-key",
                       "a note with the key at needs the key quote");
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

bool notes_tree_note(struct arena *arena, const struct schema_report *report,
                     const struct yaml_node *block, struct note *note)
{
    const struct yaml_node *values[NOTE_KEY_COUNT];
    size_t problems = report->problems->len;
    if (!schema_map(report, block, "a note", keys, NOTE_KEY_COUNT, values) ||
        has_wrong_part(report->problems, problems))
        return false;
    *note = (struct note){.number = UINT32_MAX, .state = ANCHOR_ORPHAN};
    for (size_t key = 0; key < NOTE_KEY_COUNT; key++) {
        struct str *text = note_key_text(note, (enum note_key)key);
        if (text)
            *text = schema_text(values[key]);
    }
    note->tags = schema_texts(arena, values[NOTE_KEY_TAGS], &note->tag_count);
    return check_parts(report, block, values, note);
}

static void report_key(const struct schema_report *report, const struct yaml_node *key)
{
    static const char *const known[] = {"version", "notes", "checked", "verdicts", "confirmed"};
    for (size_t i = 0; i < COUNT(known); i++) {
        if (str_is(key->text, known[i]))
            return;
    }
    problem_add(report->problems, SEVERITY_WARNING, report->file, key->line + report->line_shift,
                key->column, "unknown-key",
                "the key %.*s is not known; it is kept as it is. Known are version, notes, "
                "checked, verdicts and confirmed",
                STR_ARG(str_sub(key->text, 0, 80)));
}

static void read_checks(struct arena *arena, const struct schema_report *report,
                        const struct yaml_node *list, struct notes_content *content)
{
    static const struct schema_key check_keys[] = {{"id", SCHEMA_TEXT, true, NULL},
                                                   {"on", SCHEMA_TEXT, true, NULL}};
    if (list->kind != YAML_LIST) {
        if (!yaml_is_null(list))
            schema_problem(report, list, "wrong-type",
                           "checked must be a list of {id: …, on: …}; it is kept as it is");
        return;
    }
    for (const struct yaml_node *item = list->first; item; item = item->next) {
        const struct yaml_node *values[COUNT(check_keys)];
        int64_t on;
        if (!schema_map(report, item, "a check", check_keys, COUNT(check_keys), values))
            continue;
        if (!note_moment_read(values[1]->text, &on))
            schema_problem(report, values[1], "bad-moment",
                           "“%.*s” is no moment; allowed are 2026-11-21T10:00:00Z and 2026-11-21",
                           STR_ARG(str_sub(values[1]->text, 0, 80)));
        else
            *vec_add(arena, &content->checks) =
                (struct note_check){.id = values[0]->text, .on = on};
    }
}

void notes_tree_rest(struct arena *arena, struct schema_report *report,
                     const struct yaml_node *root, int from, int lines,
                     struct notes_content *content)
{
    for (const struct yaml_node *child = root->kind == YAML_MAP ? root->first : NULL; child;
         child = child->next) {
        report->line_shift = child->key->line >= from ? lines : 0;
        report_key(report, child->key);
        if (str_is(child->key->text, "checked"))
            read_checks(arena, report, child, content);
    }
    report->line_shift = 0;
}
