/* SPDX-License-Identifier: ISC */
/* REFI-QDA projects. Ours bring each note whole; of others', a selection with its codings and memos
 * is a note: codes are tags, but those that are actors of this dossier say what the note is about.
 */
#include "import_qdpx.h"

#include "dossier/base/memory.h"
#include "dossier/text/encoding.h"
#include "importers_own.h"

#include <ctype.h>

struct str qdpx_guid_of(struct qdpx_import *qdpx, struct str guid)
{
    guid = str_trim(guid);
    if (str_starts(guid, STR("{")) && str_ends(guid, STR("}")))
        guid = str_sub(guid, 1, guid.len - 1);
    struct buf out = {0};
    for (size_t i = 0; i < guid.len; i++)
        buf_char(&out, (char)tolower((unsigned char)guid.at[i]));
    struct str small = arena_str(qdpx->import.arena, buf_view(&out));
    buf_free(&out);
    return small;
}

struct str qdpx_id_of(struct qdpx_import *qdpx, struct str guid)
{
    char id[NOTE_ID + 1];
    if (qdpx_note_id(guid, id))
        return arena_str(qdpx->import.arena, str_of(id));
    return import_id(&qdpx->import, "qdpx", guid);
}

/* The file in the archive that an address means: internal://NAME lies in sources/. */
static bool unpack(struct qdpx_import *qdpx, struct str address, int line, struct str *out)
{
    struct import *import = &qdpx->import;
    struct error error;
    struct str inner = STR("internal://");
    if (!str_starts(address, inner)) {
        import_warn(import, line, "not-imported",
                    "the text “%.*s” is not in the archive; only those that internal:// names are",
                    STR_ARG(str_sub(address, 0, 100)));
        return false;
    }
    struct str name = str_sub(address, inner.len, address.len);
    ptrdiff_t number =
        zip_reader_find(qdpx->zip, arena_printf(import->arena, "sources/%.*s", STR_ARG(name)));
    if (number < 0)
        number = zip_reader_find(qdpx->zip, name);
    if (number < 0)
        error_set(&error, "there is no “%.*s” in the archive", STR_ARG(str_sub(name, 0, 100)));
    else if (zip_reader_unpack(qdpx->zip, (size_t)number, import->arena, out, &error))
        return true;
    import_warn(import, line, "not-imported", "%s", error.text);
    return false;
}

bool qdpx_text_of(struct qdpx_import *qdpx, const struct xml *element, struct str *out)
{
    const struct xml *content = xml_child(element, "PlainTextContent");
    struct str path = xml_attribute(element, "plainTextPath"), bytes;
    struct decoded decoded;
    if (content) {
        *out = content->text;
        return true;
    }
    if (!path.len || !unpack(qdpx, path, element->line, &bytes))
        return false;
    if (encoding_decode(qdpx->import.arena, bytes, &decoded)) {
        *out = decoded.text;
        return true;
    }
    import_warn(&qdpx->import, element->line, "not-imported", "“%.*s” is no text",
                STR_ARG(str_sub(path, 0, 100)));
    return false;
}

void qdpx_take_made(struct qdpx_import *qdpx, const struct xml *element, struct note *note)
{
    struct str user = qdpx_guid_of(qdpx, xml_attribute(element, "creatingUser"));
    uint32_t place = user.len ? lookup_find(&qdpx->user_ids, user) : LOOKUP_NONE;
    if (place != LOOKUP_NONE && !note->by.len)
        note->by = xml_attribute(qdpx->users.at[place], "name");
    if (!note->created)
        import_moments(note, xml_attribute(element, "creationDateTime"),
                       xml_attribute(element, "modifiedDateTime"));
}

void qdpx_take_memo(struct qdpx_import *qdpx, struct str guid, struct note *note)
{
    uint32_t place = lookup_find(&qdpx->memo_ids, guid);
    struct str text = {0};
    if (place == LOOKUP_NONE)
        return;
    const struct xml *memo = qdpx->memos.at[place];
    lookup_add(qdpx->import.arena, &qdpx->used, guid, 0);
    if (qdpx_text_of(qdpx, memo, &text))
        import_text(&qdpx->import, note, text);
    qdpx_take_made(qdpx, memo, note);
    uint32_t link = lookup_find(&qdpx->replies, guid);
    if (link != LOOKUP_NONE && !note->replies_to.len)
        note->replies_to =
            qdpx_id_of(qdpx, qdpx_guid_of(qdpx, xml_attribute(qdpx->links.at[link], "targetGUID")));
}

void qdpx_take_memos(struct qdpx_import *qdpx, const struct xml *element, struct note *note)
{
    for (const struct xml *ref = xml_child(element, "NoteRef"); ref;
         ref = xml_sibling(ref, "NoteRef"))
        qdpx_take_memo(qdpx, qdpx_guid_of(qdpx, xml_attribute(ref, "targetGUID")), note);
}

/* The actor with this id or name, exactly; beneath the group of actors any of its names will do. */
static struct str actor_named(struct qdpx_import *qdpx, struct str name, bool in_group)
{
    const struct tags *tags = &qdpx->import.library->tags;
    for (size_t i = 0; i < tags->len; i++) {
        if (str_eq(tags->at[i].id, name) || str_eq(tags->at[i].name, name))
            return tags->at[i].id;
    }
    uint32_t actor = in_group ? tags_find(tags, name, NULL) : ACTOR_NONE;
    if (actor != ACTOR_NONE)
        return tags->at[actor].id;
    return in_group ? name : STR("");
}

/* Memos on an actor's code are notes on the actor. */
static void take_code_memos(struct qdpx_import *qdpx, const struct xml *code, struct str actor)
{
    for (const struct xml *ref = xml_child(code, "NoteRef"); ref;
         ref = xml_sibling(ref, "NoteRef")) {
        struct str guid = qdpx_guid_of(qdpx, xml_attribute(ref, "targetGUID"));
        if (!actor.len || lookup_find(&qdpx->own, guid) != LOOKUP_NONE)
            continue;
        struct note *note = import_add(&qdpx->import);
        note->id = qdpx_id_of(qdpx, guid);
        note->about = actor;
        qdpx_take_memo(qdpx, guid, note);
    }
}

/* As deep as the document, which has a limit. */
static void take_codes(struct qdpx_import *qdpx, const struct xml *parent, bool in_actors)
{
    struct arena *arena = qdpx->import.arena;
    for (const struct xml *code = xml_child(parent, "Code"); code;
         code = xml_sibling(code, "Code")) {
        struct str name = xml_attribute(code, "name");
        bool group = str_is(xml_attribute(code, "isCodable"), "false");
        struct qdpx_code *its = vec_add(arena, &qdpx->codes);
        *its = (struct qdpx_code){name, group ? STR("") : actor_named(qdpx, name, in_actors)};
        struct str actor = its->actor;
        lookup_add(arena, &qdpx->code_ids, qdpx_guid_of(qdpx, xml_attribute(code, "guid")),
                   (uint32_t)qdpx->codes.len - 1);
        take_code_memos(qdpx, code, actor);
        take_codes(qdpx, code, in_actors || (group && str_is(name, QDPX_ACTORS)));
    }
}

static void index_project(struct qdpx_import *qdpx)
{
    struct arena *arena = qdpx->import.arena;
    const struct xml *p = qdpx->project, *e;
    for (e = xml_child(xml_child(p, "Users"), "User"); e; e = xml_sibling(e, "User")) {
        lookup_add(arena, &qdpx->user_ids, qdpx_guid_of(qdpx, xml_attribute(e, "guid")),
                   (uint32_t)qdpx->users.len);
        *vec_add(arena, &qdpx->users) = e;
    }
    for (e = xml_child(xml_child(p, "Notes"), "Note"); e; e = xml_sibling(e, "Note")) {
        lookup_add(arena, &qdpx->memo_ids, qdpx_guid_of(qdpx, xml_attribute(e, "guid")),
                   (uint32_t)qdpx->memos.len);
        *vec_add(arena, &qdpx->memos) = e;
    }
    for (e = xml_child(xml_child(p, "Links"), "Link"); e; e = xml_sibling(e, "Link")) {
        lookup_add(arena, &qdpx->replies, qdpx_guid_of(qdpx, xml_attribute(e, "originGUID")),
                   (uint32_t)qdpx->links.len);
        *vec_add(arena, &qdpx->links) = e;
    }
}

/* Memos that hang on nothing that a note can be on are told of, with their words. */
static void tell_rest(struct qdpx_import *qdpx)
{
    for (size_t i = 0; i < qdpx->memos.len; i++) {
        const struct xml *memo = qdpx->memos.at[i];
        struct str guid = qdpx_guid_of(qdpx, xml_attribute(memo, "guid")), text = {0};
        if (lookup_find(&qdpx->used, guid) != LOOKUP_NONE ||
            lookup_find(&qdpx->own, guid) != LOOKUP_NONE)
            continue;
        qdpx_text_of(qdpx, memo, &text);
        import_warn(&qdpx->import, memo->line, "not-imported",
                    "a memo is on no text and no actor, so that it can't be a note; it says: %.*s",
                    STR_ARG(str_sub(text, 0, 300)));
    }
    static const char *const parts[] = {"Variables", "Cases", "Sets", "Graphs"};
    for (size_t i = 0; i < COUNT(parts); i++) {
        const struct xml *part = xml_child(qdpx->project, parts[i]);
        if (part && part->first)
            import_warn(&qdpx->import, part->line, "not-imported",
                        "%s have no place in notes; they are left out", parts[i]);
    }
}

static bool read_document(struct qdpx_import *qdpx, struct error *error)
{
    struct str bytes;
    struct exchange_failure failure = {0};
    ptrdiff_t number = zip_reader_find(qdpx->zip, STR("project.qde"));
    for (size_t i = 0; number < 0 && i < zip_reader_count(qdpx->zip); i++) {
        if (str_ends(zip_reader_name(qdpx->zip, i), STR(".qde")))
            number = (ptrdiff_t)i;
    }
    if (number < 0)
        return error_set(error, "there is no project.qde in this archive");
    if (!zip_reader_unpack(qdpx->zip, (size_t)number, qdpx->import.arena, &bytes, error))
        return false;
    const struct xml *root = xml_read(qdpx->import.arena, bytes, &failure);
    if (!root)
        return error_set(error, "project.qde, line %d: %s", failure.line, failure.error.text);
    qdpx->project = xml_child(root, "Project");
    if (!qdpx->project)
        return error_set(error, "project.qde is no REFI-QDA project: it has no element Project");
    qdpx_take_records(qdpx, root);
    return true;
}

static bool read_qdpx(const struct library *library, struct str bytes, struct str file,
                      struct imported *out, struct error *error)
{
    struct qdpx_import qdpx = {.zip = zip_reader_open(bytes, error)};
    if (!qdpx.zip)
        return false;
    import_begin(&qdpx.import, library, file, out);
    bool ok = read_document(&qdpx, error);
    if (ok) {
        index_project(&qdpx);
        take_codes(&qdpx, xml_child(xml_child(qdpx.project, "CodeBook"), "Codes"), false);
        const struct xml *sources = xml_child(qdpx.project, "Sources");
        for (const struct xml *e = sources ? sources->first : NULL; e; e = e->next)
            qdpx_take_source(&qdpx, e);
        tell_rest(&qdpx);
    }
    zip_reader_close(qdpx.zip);
    return ok;
}

static bool knows_qdpx(struct str bytes)
{
    return zip_looks(bytes);
}

const struct importer importer_qdpx = {"qdpx", "REFI-QDA project", knows_qdpx, read_qdpx};
