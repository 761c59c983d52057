/* SPDX-License-Identifier: ISC */
/* verdict: saying whose a mention is, and taking that back; each is saved before its id is printed.
 */
#include "note_parts.h"
#include "passage.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"

/* The actor that is named, "" for nobody. */
static bool read_whose(const struct verb_call *call, struct str *out)
{
    uint32_t actor;
    bool nobody = verb_value(call, "nobody") != NULL;
    *out = STR("");
    if (!verb_actor_option(call, &actor))
        return false;
    if ((actor != ACTOR_NONE) == nobody)
        return verb_fail("verdict %.*s: give --actor=ACTOR or --nobody, one of the two",
                         STR_ARG(call->operands[0]));
    if (actor != ACTOR_NONE)
        *out = call->library->tags.at[actor].id;
    return true;
}

static enum status give(struct verb_call *call, struct verdict *verdict)
{
    struct error error;
    verdict->anchor.created = verdict->anchor.modified = note_now();
    if (!verdicts_give(call->notebook, call->library, verdict, &error)) {
        verb_fail("%s", error.text);
        return STATUS_FAILED;
    }
    fprintf(call->out, "%.*s\n", STR_ARG(verdict->anchor.id));
    return STATUS_DONE;
}

static bool takes_one(const struct verb_call *call, const char *what)
{
    return call->operand_count == 2 ||
           verb_fail("verdict %.*s: takes %s and nothing else", STR_ARG(call->operands[0]), what);
}

static bool is_without(const struct verb_call *call, const char *option)
{
    return !verb_value(call, option) ||
           verb_fail("verdict %.*s: takes no --%s", STR_ARG(call->operands[0]), option);
}

static enum status add(struct verb_call *call)
{
    struct verdict verdict = {.standing = VERDICT_COUNTS};
    uint32_t article;
    struct span span;
    if (!takes_one(call, "the ARTICLE that the mention is in") || !is_without(call, "article") ||
        !verb_article_named(call, call->operands[1], &article) ||
        !read_whose(call, &verdict.actor) || !passage_find(call, article, &span))
        return STATUS_FAILED;
    if (span.start == span.end) {
        verb_fail("verdict add: --quote or --range says which mention is meant");
        return STATUS_FAILED;
    }
    if (library_mention(call->library, article, span) == MENTION_NONE) {
        struct str text = corpus_article(&call->library->corpus, article)->text;
        verb_fail("verdict add: no form in tags.yaml finds “%.*s” there; dossier mentions "
                  "--article=%.*s lists what is found",
                  STR_ARG(str_sub(span_of(text, span), 0, 80)), STR_ARG(call->operands[1]));
        return STATUS_FAILED;
    }
    return note_anchor(call, article, span, &verdict.anchor) ? give(call, &verdict) : STATUS_FAILED;
}

/* An actor has FORM, as tags.yaml has it. */
static bool is_form(const struct verb_call *call, struct str form)
{
    const struct tags *tags = &call->library->tags;
    for (size_t i = 0; i < tags->forms.len; i++) {
        if (str_eq(tags->forms.at[i].text, form))
            return true;
    }
    return verb_fail("verdict always: no actor in tags.yaml has the form “%.*s”; capitals matter",
                     STR_ARG(str_sub(form, 0, 80)));
}

static enum status always(struct verb_call *call)
{
    struct verdict verdict = {.standing = VERDICT_COUNTS};
    uint32_t article;
    verdict.anchor.number = ARTICLE_NONE;
    if (!takes_one(call, "one FORM of an actor") || !is_without(call, "quote") ||
        !is_without(call, "range") || !is_without(call, "nth") ||
        !is_form(call, call->operands[1]) || !verb_article_option(call, &article) ||
        !read_whose(call, &verdict.actor))
        return STATUS_FAILED;
    verdict.form = call->operands[1];
    if (article != ARTICLE_NONE &&
        !note_anchor(call, article, (struct span){0, 0}, &verdict.anchor))
        return STATUS_FAILED;
    return give(call, &verdict);
}

static enum status take_back(struct verb_call *call)
{
    struct error error;
    if (call->operand_count < 2) {
        verb_fail("verdict rm: the verdict's id is missing; dossier verdicts lists them");
        return STATUS_FAILED;
    }
    for (size_t i = 1; i < call->operand_count; i++) {
        const struct verdict *verdict = verdicts_find(call->notebook, call->operands[i], &error);
        struct str id = verdict ? arena_str(call->arena, verdict->anchor.id) : STR("");
        if (!verdict || !verdicts_take_back(call->notebook, call->library, id, &error)) {
            verb_fail("%s", error.text);
            return STATUS_FAILED;
        }
        fprintf(call->out, "%.*s\n", STR_ARG(id));
    }
    return STATUS_DONE;
}

static enum status run(struct verb_call *call)
{
    static const struct {
        const char *name;
        enum status (*run)(struct verb_call *call);
    } actions[] = {{"add", add}, {"always", always}, {"rm", take_back}};
    for (size_t i = 0; i < COUNT(actions); i++) {
        if (str_is(call->operands[0], actions[i].name))
            return actions[i].run(call);
    }
    verb_fail("verdict: %.*s is not known; known are add, always, rm", STR_ARG(call->operands[0]));
    return STATUS_FAILED;
}

static const struct verb_option options[] = {
    {"quote", 0, "WORDS", "add: the mention is these words"},
    {"nth", 0, "N", "add: where they stand more than once, the Nth"},
    {"range", 0, "START:END", "add: the mention is these bytes of the file; END is not in it"},
    {"actor", 0, "ACTOR", "add, always: it is this actor's"},
    {"nobody", 0, NULL, "add, always: it is no mention of anybody"},
    {"article", 0, "ARTICLE", "always: only in this article"},
    {0},
};

const struct verb verb_verdict = {
    .name = "verdict",
    .operands = "add ARTICLE | always FORM | rm ID…",
    .summary = "say whose a mention is, over what the rules say",
    .about =
        "  add ARTICLE   of one mention in an article\n"
        "  always FORM   of every mention of a form, as tags.yaml has it, in the dossier or in "
        "an\n"
        "                article; not of roles that a name beside them decides\n"
        "  rm ID…        takes verdicts of your own back\n"
        "\n"
        "Prints the ids. A verdict in place of one of yours on the same mention or form keeps "
        "its id.\n"
        "Yours counts before those of colleagues. dossier mentions --doubtful lists what is "
        "open,\n"
        "dossier verdicts what is decided.\n",
    .example = "dossier verdict add 05 --quote=Brandt --actor=jonas-brandt",
    .options = options,
    .least = 1,
    .most = SIZE_MAX,
    .flags = VERB_NOTES,
    .run = run,
};
