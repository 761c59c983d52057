/* SPDX-License-Identifier: ISC */
/* Notes of ours that a project brings whole. */
#include "dossier/exchange/json.h"
#include "import_qdpx.h"

/* What the standard's own parts say of this note is known already. */
static void set_own(struct qdpx_import *qdpx, enum qdpx_kind kind, struct str name)
{
    char guid[QDPX_GUID];
    qdpx_guid(kind, name, guid);
    lookup_add(qdpx->import.arena, &qdpx->own, arena_str(qdpx->import.arena, str_of(guid)), 0);
}

static void set_own_coding(struct qdpx_import *qdpx, const struct note *note, enum qdpx_kind code,
                           struct str of)
{
    struct arena *arena = qdpx->import.arena;
    struct str name = arena_printf(arena, "%d:%.*s", (int)code, STR_ARG(of));
    set_own(qdpx, QDPX_CODING, qdpx_pair(arena, note->id, name));
}

static void set_all_own(struct qdpx_import *qdpx, const struct note *note)
{
    set_own(qdpx, QDPX_SELECTION, note->id);
    set_own(qdpx, QDPX_MEMO, note->id);
    if (note->has_passage)
        return;
    for (size_t i = 0; i < note->tag_count; i++)
        set_own_coding(qdpx, note, QDPX_CODE_TAG, note->tags[i]);
    set_own_coding(qdpx, note, QDPX_CODE_ACTOR, note->about);
}

static void take_range(const struct json *json, struct note *note)
{
    const struct json *at = json_get(json, "at");
    const struct json *end = at && at->first ? at->first->next : NULL;
    if (end && at->first->kind == JSON_WHOLE && end->kind == JSON_WHOLE && at->first->whole >= 0 &&
        at->first->whole < end->whole && end->whole < UINT32_MAX)
        note->at = (struct span){(uint32_t)at->first->whole, (uint32_t)end->whole};
}

static void take_fields(struct qdpx_import *qdpx, const struct json *json, struct note *note)
{
    note->article = json_get_text(json, "article");
    note->sha256 = json_get_text(json, "sha256");
    note->quote = json_get_text(json, "quote");
    note->before = json_get_text(json, "before");
    note->after = json_get_text(json, "after");
    note->about = json_get_text(json, "about");
    note->text = json_get_text(json, "text");
    note->replies_to = json_get_text(json, "replies_to");
    note->by = json_get_text(json, "by");
    note->conflict = json_get_text(json, "conflict");
    note->extra = json_get_text(json, "extra");
    note->is_private = json_get(json, "private") != NULL;
    json_get_whole(json, "created", &note->created);
    json_get_whole(json, "modified", &note->modified);
    const struct json *tags = json_get(json, "tags");
    for (const struct json *tag = tags ? tags->first : NULL; tag; tag = tag->next)
        import_tag(&qdpx->import, note, json_text(tag));
    take_range(json, note);
    note->has_passage = note->article.len && note->quote.len;
}

static void take_record(struct qdpx_import *qdpx, const struct xml *record)
{
    struct exchange_failure failure = {0};
    const struct json *json = json_read(qdpx->import.arena, record->text, &failure);
    struct str id = json_get_text(json, "id");
    bool on_something = json_get_text(json, "article").len || json_get_text(json, "about").len;
    if (!import_is_id(id) || !on_something) {
        import_warn(&qdpx->import, record->line, "not-imported",
                    "a note of this program's making is damaged; what the project itself says of "
                    "it is taken");
        return;
    }
    struct note *note = import_add(&qdpx->import);
    note->id = id;
    take_fields(qdpx, json, note);
    set_all_own(qdpx, note);
}

void qdpx_take_records(struct qdpx_import *qdpx, const struct xml *root)
{
    for (const struct xml *node = root->first; node; node = node->next) {
        if (node->is_instruction && str_is(node->name, QDPX_RECORD))
            take_record(qdpx, node);
    }
}
