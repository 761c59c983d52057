/* SPDX-License-Identifier: ISC */
/* article: what is known of one, confirmed and corrected in tags.yaml as on the screen. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_correct.h"
#include "dossier/reading/dating.h"
#include "passage.h"

#include <string.h>

/* An article, and what is asked for of it. */
struct asking {
    struct verb_call *call;
    uint32_t number;
    struct article article; /* a copy, with the range that its text tells of */
};

static bool read_field(const struct verb_call *call, struct str name, enum article_field *out)
{
    for (size_t i = 0; i < CORRECTION_FIELDS; i++) {
        *out = correction_fields[i];
        if (str_is(name, correction_field_name(*out)) ||
            (*out == ARTICLE_TITLE && str_is(name, "title")))
            return true;
    }
    return verb_fail("article: \"%.*s\" is not known of one; headline, date, source, author or "
                     "body is allowed here",
                     STR_ARG(call->operands[2]));
}

static bool write(const struct asking *asking, const struct correction *correction)
{
    struct tags_patch done;
    struct error error;
    return tags_correct(asking->call->library->folder, correction, asking->call->arena, &done,
                        &error) ||
           verb_fail("%s", error.text);
}

/* Those that are named, else all that are worked out. */
static bool confirm(const struct asking *asking)
{
    struct arena *arena = asking->call->arena;
    struct correction correction;
    struct error error;
    size_t named = asking->call->operand_count - 2;
    for (size_t i = 0; i < (named ? named : CORRECTION_FIELDS); i++) {
        enum article_field field = correction_fields[named ? 0 : i];
        bool open;
        if (named && !read_field(asking->call, asking->call->operands[i + 2], &field))
            return false;
        open =
            correction_is_open(&asking->article, field) && correction_has(&asking->article, field);
        if (!named && !open)
            continue;
        if (!correction_confirm(&asking->article, field, arena, &correction, &error))
            return verb_fail("%s", error.text);
        if (!write(asking, &correction))
            return false;
    }
    return true;
}

static bool none(const struct asking *asking)
{
    struct correction correction;
    struct error error;
    enum article_field field;
    if (!read_field(asking->call, asking->call->operands[2], &field))
        return false;
    if (!correction_none(&asking->article, field, asking->call->arena, &correction, &error))
        return verb_fail("%s", error.text);
    return write(asking, &correction);
}

static bool set(const struct asking *asking)
{
    struct correction correction;
    struct error error;
    enum article_field field;
    if (!read_field(asking->call, asking->call->operands[2], &field))
        return false;
    if (field == ARTICLE_BODY)
        return verb_fail("article set: the body is set by its paragraphs: article in, article out");
    if (!correction_read(&asking->article, field, verb_join(asking->call, 3), asking->call->arena,
                         &correction, &error))
        return verb_fail("%s", error.text);
    return write(asking, &correction);
}

static bool change_sides(const struct asking *asking, bool gains)
{
    struct correction correction;
    struct error error;
    struct span span;
    if (!passage_find(asking->call, asking->number, &span))
        return false;
    if (span.start == span.end)
        return verb_fail("article %s: --quote or --range says which paragraphs",
                         gains ? "in" : "out");
    if (!correction_body(&asking->article, span, gains, asking->call->arena, &correction, &error))
        return verb_fail("%s", error.text);
    return write(asking, &correction);
}

static bool in(const struct asking *asking)
{
    return change_sides(asking, true);
}

static bool out(const struct asking *asking)
{
    return change_sides(asking, false);
}

static const struct action {
    const char *name, *wants;
    size_t least, most; /* operands, the action's name among them */
    bool passage;       /* takes the options that name one */
    bool (*act)(const struct asking *asking);
} actions[] = {
    {"confirm", "ARTICLE [FIELD…]", 2, SIZE_MAX, false, confirm},
    {"set", "ARTICLE FIELD VALUE…", 4, SIZE_MAX, false, set},
    {"none", "ARTICLE FIELD", 3, 3, false, none},
    {"in", "ARTICLE --quote WORDS", 2, 2, true, in},
    {"out", "ARTICLE --quote WORDS", 2, 2, true, out},
};

static bool check_words(const struct verb_call *call, const struct action *action)
{
    for (size_t i = 0; i < call->given_count && !action->passage; i++) {
        const char *option = call->given[i].option->name;
        if (verb_owns(call->verb, option))
            return verb_fail("article %s: takes no --%s", action->name, option);
    }
    return (call->operand_count >= action->least && call->operand_count <= action->most) ||
           verb_fail("article %s: it takes %s", action->name, action->wants);
}

static enum status act(struct verb_call *call, const struct action *action)
{
    struct asking asking = {.call = call};
    struct dating dating;
    if (!check_words(call, action) || !verb_article_named(call, call->operands[1], &asking.number))
        return STATUS_FAILED;
    asking.article = *corpus_article(&call->library->corpus, asking.number);
    if (dating_find(&asking.article, call->arena, &dating))
        dating_take(&asking.article, &dating);
    return action->act(&asking) ? STATUS_DONE : STATUS_FAILED;
}

static enum status run(struct verb_call *call)
{
    const struct action *action = verb_action(call, actions, COUNT(actions), sizeof *actions);
    return action ? act(call, action) : STATUS_FAILED;
}

static const struct verb_option options[] = {
    {"quote", 0, "WORDS", "in, out: the paragraphs that hold these words"},
    {"nth", 0, "N", "where they stand more than once: the Nth place"},
    {"range", 0, "START:END", "in, out: the paragraphs at these bytes of the file"},
    {0},
};

const struct verb verb_article = {
    .name = "article",
    .operands = "confirm ARTICLE [FIELD…] | set ARTICLE FIELD VALUE… | none … | in … | out …",
    .summary = "confirm or correct what was worked out of an article",
    .about =
        "  confirm ARTICLE [FIELD…]    it is as it was worked out; without FIELD: all that was\n"
        "  set ARTICLE FIELD VALUE…    it is another\n"
        "  none ARTICLE FIELD          there is none; of the body: all of the text is the article\n"
        "  in ARTICLE --quote WORDS    the paragraphs with these words are the article’s\n"
        "  out ARTICLE --quote WORDS   they are not\n"
        "\n"
        "FIELD is headline, date, source, author or body. A date is a day, 2025-02-18, a month,\n"
        "2025-02, a year, or one \"to\" another, or to ?. All is written to the article's entry "
        "in\n"
        "tags.yaml in place; comments, order and layout stay.\n",
    .example = "dossier article set 003 date 2025-02-18",
    .options = options,
    .least = 1,
    .most = SIZE_MAX,
    .flags = 0,
    .run = run,
};
