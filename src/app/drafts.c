/* SPDX-License-Identifier: ISC */
#include "drafts.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/write.h"

static bool same_span(struct span a, struct span b)
{
    return a.start == b.start && a.end == b.end;
}

static bool same_place(const struct draft *a, const struct draft *b)
{
    bool same = str_eq(a->id, b->id) && str_eq(a->path, b->path) && str_eq(a->about, b->about) &&
                str_eq(a->replies_to, b->replies_to) && same_span(a->span, b->span) &&
                a->more_count == b->more_count;
    for (size_t i = 0; same && i < a->more_count; i++)
        same =
            str_eq(a->more[i].path, b->more[i].path) && same_span(a->more[i].span, b->more[i].span);
    return same;
}

static bool has(const struct drafts *drafts, const struct draft *wanted)
{
    for (size_t i = 0; i < drafts->len; i++) {
        const struct draft *draft = &drafts->at[i];
        if (same_place(draft, wanted) && str_eq(draft->text, wanted->text) &&
            draft->is_private == wanted->is_private)
            return true;
    }
    return false;
}

/* What is typed goes on with the draft of its place. An editor in which nothing was changed has
 * none. */
static void add_typed(struct arena *arena, const struct note_editor *editor, struct drafts *out)
{
    struct str text = buf_view(&editor->text.text);
    const struct note *note = &editor->note;
    struct draft typed = {.id = note->id,
                          .path = note->article,
                          .about = note->about,
                          .span = note->span,
                          .text = text,
                          .replies_to = note->replies_to,
                          .more_count = editor->more_count,
                          .modified = note->id.len ? note->modified : 0,
                          .is_private = note->is_private,
                          .failed = editor->failed};
    typed.more = arena_many(arena, struct passage, editor->more_count + 1);
    for (size_t i = 0; i < editor->more_count; i++)
        typed.more[i] = (struct passage){editor->more[i].article, editor->more[i].span};
    if (!editor->open || !str_trim(text).len ||
        (note->id.len && str_eq(str_trim(text), str_trim(note_join(arena, note)))))
        return;
    for (size_t i = 0; i < out->len; i++) {
        if (same_place(&out->at[i], &typed)) {
            out->at[i] = typed;
            return;
        }
    }
    *vec_add(arena, out) = typed;
}

void drafts_of(struct arena *arena, const struct state *state, struct drafts *out)
{
    for (size_t i = 0; i < state->drafts.len; i++)
        *vec_add(arena, out) = state->drafts.at[i];
    add_typed(arena, &state->editor, out);
}

void drafts_add_others(struct arena *arena, const struct drafts *found, const struct drafts *knows,
                       struct drafts *out)
{
    for (size_t i = 0; i < found->len; i++)
        if (!has(knows, &found->at[i]) && !has(out, &found->at[i]))
            *vec_add(arena, out) = found->at[i];
}

bool drafts_same(const struct drafts *a, const struct drafts *b)
{
    for (size_t i = 0; i < a->len; i++)
        if (!has(b, &a->at[i]))
            return false;
    return a->len == b->len;
}

void drafts_copy(struct arena *arena, const struct drafts *drafts, struct drafts *out)
{
    arena_clear(arena);
    *out = (struct drafts){0};
    for (size_t i = 0; i < drafts->len; i++) {
        const struct draft *draft = &drafts->at[i];
        struct draft *copy = vec_add(arena, out);
        *copy = *draft;
        copy->id = arena_str(arena, draft->id);
        copy->path = arena_str(arena, draft->path);
        copy->about = arena_str(arena, draft->about);
        copy->text = arena_str(arena, draft->text);
        copy->replies_to = arena_str(arena, draft->replies_to);
        copy->more = arena_many(arena, struct passage, draft->more_count + 1);
        for (size_t j = 0; j < draft->more_count; j++)
            copy->more[j] =
                (struct passage){arena_str(arena, draft->more[j].path), draft->more[j].span};
    }
}

static struct str text_of(const struct yaml_node *map, const char *name)
{
    const struct yaml_node *node = yaml_get(map, name);
    return node && node->kind == YAML_SCALAR && !yaml_is_null(node) ? node->text : STR("");
}

static bool read_offset(const struct yaml_node *node, uint32_t *out)
{
    long number;
    if (!node || node->kind != YAML_SCALAR || !str_number(node->text, &number) || number < 0 ||
        number > (long)UINT32_MAX)
        return false;
    *out = (uint32_t)number;
    return true;
}

static bool read_span(const struct yaml_node *node, struct span *out)
{
    return node && node->kind == YAML_LIST && node->first &&
           read_offset(node->first, &out->start) && read_offset(node->first->next, &out->end) &&
           out->start <= out->end;
}

/* The further passages; what names none is passed over. */
static void read_more(struct arena *arena, const struct yaml_node *list, struct draft *draft)
{
    struct passages more = {0};
    const struct yaml_node *item = list && list->kind == YAML_LIST ? list->first : NULL;
    for (; item; item = item->next) {
        struct passage passage = {.path = arena_str(arena, text_of(item, "article"))};
        if (passage.path.len && read_span(yaml_get(item, "at"), &passage.span))
            *vec_add(arena, &more) = passage;
    }
    draft->more = more.at;
    draft->more_count = more.len;
}

void drafts_read(struct arena *arena, const struct yaml_node *tree, struct drafts *out)
{
    const struct yaml_node *list = yaml_get(tree, "drafts");
    const struct yaml_node *item = list && list->kind == YAML_LIST ? list->first : NULL;
    for (; item; item = item->next) {
        struct draft draft = {.id = arena_str(arena, text_of(item, "id")),
                              .path = arena_str(arena, text_of(item, "article")),
                              .about = arena_str(arena, text_of(item, "about")),
                              .text = arena_str(arena, text_of(item, "text")),
                              .replies_to = arena_str(arena, text_of(item, "replies-to")),
                              .is_private = str_is(text_of(item, "private"), "true")};
        moment_parse(text_of(item, "modified"), &draft.modified);
        read_more(arena, yaml_get(item, "more"), &draft);
        if (draft.text.len && read_span(yaml_get(item, "at"), &draft.span))
            *vec_add(arena, out) = draft;
    }
}

static void put_key(struct buf *out, const char *before, const char *name, struct str value)
{
    buf_printf(out, "%s%s: ", before, name);
    yaml_put_text(out, value);
    buf_char(out, '\n');
}

/* What only some drafts have. */
static void put_rest(struct buf *out, const struct draft *draft)
{
    char moment[MOMENT_TEXT];
    if (draft->replies_to.len)
        put_key(out, "    ", "replies-to", draft->replies_to);
    if (draft->is_private)
        buf_chars(out, "    private: true\n");
    if (draft->modified) {
        moment_text(draft->modified, moment);
        buf_printf(out, "    modified: %s\n", moment);
    }
    if (draft->more_count)
        buf_chars(out, "    more:\n");
    for (size_t i = 0; i < draft->more_count; i++) {
        put_key(out, "      - ", "article", draft->more[i].path);
        buf_printf(out, "        at: [%u, %u]\n", draft->more[i].span.start,
                   draft->more[i].span.end);
    }
}

void drafts_put(struct buf *out, const struct drafts *drafts)
{
    buf_chars(out, "drafts:\n");
    for (size_t i = 0; i < drafts->len; i++) {
        const struct draft *draft = &drafts->at[i];
        put_key(out, "  - ", "article", draft->path);
        put_key(out, "    ", "id", draft->id);
        put_key(out, "    ", "about", draft->about);
        put_rest(out, draft);
        buf_printf(out, "    at: [%u, %u]\n    text:", draft->span.start, draft->span.end);
        yaml_put_block(out, draft->text, 6);
    }
}
