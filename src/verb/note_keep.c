/* SPDX-License-Identifier: ISC */
/* note rm, restore, check, uncheck, keep: what is done with notes as they are, many at a time. */
#include "note_parts.h"

#include "dossier/base/memory.h"

/* The ids of the notes that the operands name, whole. NULL, and told, where one names none. */
static struct str *named_ids(const struct verb_call *call, size_t *count)
{
    *count = call->operand_count - 1;
    struct str *ids = arena_many(call->arena, struct str, *count + 1);
    if (!*count)
        return note_named(call, 1) ? ids : NULL;
    for (size_t i = 0; i < *count; i++) {
        const struct note *note = note_named(call, i + 1);
        if (!note)
            return NULL;
        ids[i] = arena_str(call->arena, note->id);
    }
    return ids;
}

static void print(const struct verb_call *call, struct str id)
{
    fprintf(call->out, "%.*s\n", STR_ARG(id));
}

enum status note_remove(struct verb_call *call)
{
    struct error error;
    size_t count;
    struct str *ids = named_ids(call, &count);
    if (!ids)
        return STATUS_FAILED;
    if (!notebook_remove(call->notebook, ids, count, note_now(), &error)) {
        verb_fail("%s", error.text);
        return STATUS_FAILED;
    }
    for (size_t i = 0; i < count; i++)
        print(call, ids[i]);
    return STATUS_DONE;
}

enum status note_restore(struct verb_call *call)
{
    struct error error;
    if (call->operand_count < 2) {
        verb_fail("note restore: the note's id is missing; dossier notes is:deleted lists them");
        return STATUS_FAILED;
    }
    for (size_t i = 1; i < call->operand_count; i++) {
        const struct note *grave = notebook_find_grave(call->notebook, call->operands[i], &error);
        struct str id = grave ? arena_str(call->arena, grave->id) : STR("");
        if (!grave || !notebook_restore(call->notebook, call->library, id, note_now(), &error)) {
            verb_fail("%s", error.text);
            return STATUS_FAILED;
        }
        print(call, id);
    }
    return STATUS_DONE;
}

static enum status set_checked(struct verb_call *call, int64_t on)
{
    struct error error;
    size_t count;
    struct str *ids = named_ids(call, &count);
    if (!ids)
        return STATUS_FAILED;
    for (size_t i = 0; i < count; i++) {
        if (!notebook_check(call->notebook, ids[i], on, &error)) {
            verb_fail("%s", error.text);
            return STATUS_FAILED;
        }
        print(call, ids[i]);
    }
    return STATUS_DONE;
}

enum status note_check(struct verb_call *call)
{
    return set_checked(call, note_now());
}

enum status note_uncheck(struct verb_call *call)
{
    return set_checked(call, 0);
}

enum status note_keep(struct verb_call *call)
{
    struct error error;
    const struct note *note = note_named(call, 1);
    if (!note)
        return STATUS_FAILED;
    struct str id = arena_str(call->arena, note->id);
    if (!notebook_settle(call->notebook, call->library, id, note_now(), &error)) {
        verb_fail("%s", error.text);
        return STATUS_FAILED;
    }
    print(call, id);
    return STATUS_DONE;
}
