/* SPDX-License-Identifier: ISC */
#include "verdict_item.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"
#include "tree.h"

#define NO_ONE "no one" /* speaker: null would be as good as no such key, and no id has a space */

enum key { ID, ARTICLE, SHA256, AT, QUOTE, BEFORE, AFTER, FORM, ACTOR, SPEAKER, CREATED, KEYS };

static const struct schema_key keys[KEYS] = {
    [ID] = {"id", SCHEMA_TEXT, true, NULL},
    [ARTICLE] = {"article", SCHEMA_TEXT, false, NULL},
    [SHA256] = {"sha256", SCHEMA_TEXT, false, NULL},
    [AT] = {"at", SCHEMA_LIST, false, NULL},
    [QUOTE] = {"quote", SCHEMA_TEXT, false, NULL},
    [BEFORE] = {"before", SCHEMA_TEXT, false, NULL},
    [AFTER] = {"after", SCHEMA_TEXT, false, NULL},
    [FORM] = {"form", SCHEMA_TEXT, false, NULL},
    [ACTOR] = {"actor", SCHEMA_TEXT, false, NULL},
    [SPEAKER] = {"speaker", SCHEMA_TEXT, false, NULL},
    [CREATED] = {"created", SCHEMA_TEXT, false, NULL},
};

/* ---- reading ---- */

/* What must hold between the parts; else what is wrong, and in which. */
static const char *find_fault(const struct yaml_node **values, struct verdict *verdict,
                              enum key *which)
{
    struct note *anchor = &verdict->anchor;
    *which = ID;
    if (!note_is_id(anchor->id))
        return "a verdict's id holds letters, digits, - and _, 64 at most";
    if (!anchor->quote.len == !verdict->form.len)
        return "a verdict is on one place, with the keys article and quote, or on a form, with the "
               "key form and perhaps article";
    if (anchor->quote.len && !anchor->article.len)
        return "a verdict on one place needs the key article";
    *which = SPEAKER;
    if (verdict->said && (verdict->form.len || values[ACTOR]))
        return "the key speaker is for one quotation, without the keys form and actor";
    *which = AT;
    if (values[AT] && !notes_tree_at(values[AT], &anchor->at))
        return "at must be [START, END], two byte offsets, the first the smaller one";
    *which = CREATED;
    if (values[CREATED] && !note_moment_read(values[CREATED]->text, &anchor->created))
        return "this is no moment; allowed are 2026-11-21T10:00:00Z and 2026-11-21";
    return NULL;
}

static bool read_item(const struct schema_report *report, const struct yaml_node *item,
                      struct verdict *verdict)
{
    const struct yaml_node *values[KEYS];
    enum key which;
    if (!schema_map(report, item, "a verdict", keys, KEYS, values))
        return false;
    *verdict = (struct verdict){.anchor = {.number = UINT32_MAX, .state = ANCHOR_ORPHAN}};
    struct note *anchor = &verdict->anchor;
    struct str *const texts[KEYS] = {
        [ID] = &anchor->id,       [ARTICLE] = &anchor->article, [SHA256] = &anchor->sha256,
        [QUOTE] = &anchor->quote, [BEFORE] = &anchor->before,   [AFTER] = &anchor->after,
        [FORM] = &verdict->form,  [ACTOR] = &verdict->actor,
    };
    for (size_t i = 0; i < KEYS; i++) {
        if (texts[i])
            *texts[i] = schema_text(values[i]);
    }
    verdict->said = values[SPEAKER] != NULL;
    if (verdict->said && !str_is(schema_text(values[SPEAKER]), NO_ONE))
        verdict->actor = schema_text(values[SPEAKER]);
    const char *fault = find_fault(values, verdict, &which);
    if (fault)
        schema_problem(report, values[which] ? values[which] : item, "bad-verdict", "%s", fault);
    anchor->has_passage = anchor->quote.len > 0;
    anchor->modified = anchor->created;
    anchor->line = item->line + report->line_shift;
    return !fault;
}

static void read_list(struct arena *arena, const struct schema_report *report,
                      const struct yaml_node *list, struct notes_content *content)
{
    if (list->kind != YAML_LIST) {
        if (!yaml_is_null(list))
            schema_problem(report, list, "wrong-type",
                           "verdicts must be a list of maps; it is kept as it is");
        return;
    }
    for (const struct yaml_node *item = list->first; item; item = item->next) {
        struct verdict verdict;
        if (read_item(report, item, &verdict))
            *vec_add(arena, &content->verdicts) = verdict;
    }
}

void verdict_read_all(struct arena *arena, struct schema_report *report,
                      const struct yaml_node *root, int from, int lines,
                      struct notes_content *content)
{
    for (const struct yaml_node *child = root->kind == YAML_MAP ? root->first : NULL; child;
         child = child->next) {
        report->line_shift = child->key->line >= from ? lines : 0;
        if (str_is(child->key->text, "verdicts"))
            read_list(arena, report, child, content);
    }
    report->line_shift = 0;
}

/* ---- writing ---- */

static void put_text(struct buf *out, const char *key, struct str value)
{
    buf_printf(out, "%s: ", key);
    if (value.len)
        yaml_put_text(out, value);
    else
        buf_chars(out, "null");
    buf_char(out, '\n');
}

void verdict_put(const struct verdict *verdict, struct buf *out)
{
    const struct note *anchor = &verdict->anchor;
    char moment[MOMENT_TEXT];
    put_text(out, "id", anchor->id);
    if (anchor->article.len)
        put_text(out, "article", anchor->article);
    if (anchor->article.len && anchor->sha256.len)
        put_text(out, "sha256", anchor->sha256);
    if (anchor->has_passage) {
        if (anchor->at.start < anchor->at.end)
            buf_printf(out, "at: [%u, %u]\n", anchor->at.start, anchor->at.end);
        put_text(out, "quote", anchor->quote);
        put_text(out, "before", anchor->before);
        put_text(out, "after", anchor->after);
    } else {
        put_text(out, "form", verdict->form);
    }
    if (verdict->said)
        put_text(out, "speaker", verdict->actor.len ? verdict->actor : STR(NO_ONE));
    else
        put_text(out, "actor", verdict->actor);
    if (anchor->created) {
        moment_text(anchor->created, moment);
        buf_printf(out, "created: %s\n", moment);
    }
}

static int compare(const struct verdict *a, const struct verdict *b)
{
    int order = str_cmp(a->anchor.article, b->anchor.article);
    if (!order)
        order = str_cmp(a->form, b->form);
    if (!order)
        order =
            (a->anchor.at.start > b->anchor.at.start) - (a->anchor.at.start < b->anchor.at.start);
    return order ? order : str_cmp(a->anchor.id, b->anchor.id);
}

static const struct yaml_node *list_of(struct arena *arena, struct str source)
{
    const struct yaml_node *root = yaml_read(arena, source, NULL);
    const struct yaml_node *list = root ? yaml_get(root, "verdicts") : NULL;
    return list && list->kind == YAML_LIST ? list : NULL;
}

/* Whether the file has one with VERDICT's id, and before which it belongs, if it is not last. */
static bool find_place(struct arena *arena, struct str source, const struct verdict *verdict,
                       struct str *before)
{
    struct problems ignored = {.arena = arena};
    struct schema_report report = {&ignored, STR(""), 0};
    const struct yaml_node *list = list_of(arena, source);
    *before = STR("");
    for (const struct yaml_node *item = list ? list->first : NULL; item; item = item->next) {
        struct verdict there;
        if (str_eq(schema_text(yaml_get(item, "id")), verdict->anchor.id))
            return true;
        if (!before->len && read_item(&report, item, &there) && compare(&there, verdict) > 0)
            *before = there.anchor.id;
    }
    return false;
}

bool verdict_change(struct buf *source, const struct verdict *verdict, bool there,
                    struct error *error)
{
    struct arena *arena = arena_new();
    struct buf item = {0};
    struct str before;
    bool ok = true;
    bool found = find_place(arena, arena_str(arena, buf_view(source)), verdict, &before);
    verdict_put(verdict, &item);
    if (there && found)
        ok = yaml_edit_replace(source, "verdicts", verdict->anchor.id, buf_view(&item), error);
    else if (there)
        ok = yaml_edit_insert(source, "verdicts", before, buf_view(&item), error);
    else if (found)
        ok = yaml_edit_remove(source, "verdicts", verdict->anchor.id, error);
    buf_free(&item);
    arena_free(arena);
    return ok;
}

static void read_source(struct arena *arena, struct str source, struct notes_content *out)
{
    struct problems ignored = {.arena = arena};
    struct schema_report report = {&ignored, STR(""), 0};
    const struct yaml_node *root = yaml_read(arena, source, NULL);
    *out = (struct notes_content){.damaged = false};
    if (root)
        verdict_read_all(arena, &report, root, 0, 0, out);
}

/* CONTENT has the verdict as it is, or as it was made later. */
static bool has_since(const struct notes_content *content, const struct verdict *verdict)
{
    for (size_t i = 0; i < content->verdicts.len; i++) {
        const struct note *anchor = &content->verdicts.at[i].anchor;
        if (str_eq(anchor->id, verdict->anchor.id))
            return anchor->created >= verdict->anchor.created;
    }
    return false;
}

bool verdict_take_all(struct arena *arena, struct buf *text, struct str theirs, struct error *error)
{
    struct notes_content mine, others;
    bool ok = true;
    read_source(arena, arena_str(arena, buf_view(text)), &mine);
    read_source(arena, theirs, &others);
    for (size_t i = 0; i < others.verdicts.len && ok; i++) {
        const struct verdict *verdict = &others.verdicts.at[i];
        ok = has_since(&mine, verdict) || verdict_change(text, verdict, true, error);
    }
    return ok;
}
