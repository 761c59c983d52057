/* SPDX-License-Identifier: ISC */
/* note: making, changing and removing notes; each is saved before its id is printed. */
#include "note_parts.h"

#include "dossier/base/memory.h"

static const struct action {
    const char *name;
    const char *options; /* parted by spaces */
    size_t most;         /* operands, the action's name among them */
    enum status (*run)(struct verb_call *call);
} actions[] = {
    {"add", "quote nth range find actor text tag private", 2, note_add},
    {"reply", "text tag private", 2, note_reply},
    {"edit", "text tag untag quote nth range article take private public", 2, note_edit},
    {"rm", "", SIZE_MAX, note_remove},
    {"restore", "", SIZE_MAX, note_restore},
    {"check", "", SIZE_MAX, note_check},
    {"uncheck", "", SIZE_MAX, note_uncheck},
    {"keep", "", 2, note_keep},
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
    return copy.len ? copy : STR("ids alone");
}

static bool check_words(const struct verb_call *call, const struct action *action)
{
    for (size_t i = 0; i < call->given_count; i++) {
        const char *option = call->given[i].option->name;
        if (verb_owns(call->verb, option) && !takes(action, option))
            return verb_fail("note %s: takes no --%s, but %.*s", action->name, option,
                             STR_ARG(list_options(call, action)));
    }
    return call->operand_count <= action->most ||
           verb_fail("note %s: \"%.*s\" is one word too many", action->name,
                     STR_ARG(str_sub(call->operands[action->most], 0, 80)));
}

/* Where the note went, if not beside the articles. */
static void tell_where(const struct verb_call *call)
{
    struct buf where = {0};
    notebook_where(call->notebook, &where);
    if (where.len)
        verb_tell("%.*s", STR_ARG(buf_view(&where)));
    if (call->notebook->kept_aside.len)
        verb_tell("the damaged file is kept as %.*s", STR_ARG(call->notebook->kept_aside));
    buf_free(&where);
}

static enum status run(struct verb_call *call)
{
    const struct action *action = verb_action(call, actions, COUNT(actions), sizeof *actions);
    if (!action || !check_words(call, action))
        return STATUS_FAILED;
    enum status status = action->run(call);
    if (status == STATUS_DONE)
        tell_where(call);
    return status;
}

static const struct verb_option options[] = {
    {"quote", 0, "WORDS", "add, edit: on the passage with these words"},
    {"nth", 0, "N", "add, edit: where the words stand more than once, the Nth"},
    {"range", 0, "START:END", "add, edit: on these bytes of the file; END is not in it"},
    {"find", 0, "QUERY", "add: a note on each place that matches, as in find"},
    {"actor", 0, "ACTOR", "add: on this actor; then ARTICLE may be left out"},
    {"article", 0, "ARTICLE", "edit: the passage is in this article now"},
    {"take", 0, NULL, "edit: take the wording and place that the passage has now"},
    {"text", 0, "TEXT", "add, reply, edit: what the note says; - reads standard input"},
    {"tag", 0, "TAG", "add, reply, edit: a tag more; may be given several times"},
    {"untag", 0, "TAG", "edit: a tag less"},
    {"private", 0, NULL, "add, reply, edit: for your eyes only, and in no export unless asked for"},
    {"public", 0, NULL, "edit: private no more"},
    {0},
};

const struct verb verb_note = {
    .name = "note",
    .operands = "add ARTICLE | reply ID | edit ID | rm ID… | restore ID… | check ID… | keep ID",
    .summary = "make, change, remove, bring back and check notes",
    .about =
        "  add ARTICLE   a note on a passage of an article, on the whole article, or on an actor\n"
        "  reply ID      a note that replies to another, anyone's\n"
        "  edit ID       another text, other tags, other bounds of one of your own\n"
        "  rm ID…        removes notes of your own; for 90 days restore ID… brings them back\n"
        "  check ID…     says that you have checked a colleague's note; uncheck ID… takes it back\n"
        "  keep ID       of two versions of a note keeps this one\n"
        "\n"
        "Prints the ids. An ID may be cut as long as no other begins so. Where the words of\n"
        "--quote stand more than once, the error lists the places.\n",
    .example =
        "dossier note add 001 --quote='security architecture' --text='Whose words?' --tag=check",
    .options = options,
    .least = 1,
    .most = SIZE_MAX,
    .flags = VERB_NOTES,
    .run = run,
};
