/* SPDX-License-Identifier: ISC */
/* Names that are common words too: `Fix` is a surname, and begins many a sentence. Capitals tell
 * the two apart inside a sentence, but not at its start, so the measure is how often the texts have
 * the word in small letters. A topic or event is often meant to be found as a word: for those only
 * very frequent ones are doubtful. */
#include "doubtful.h"

#include "dossier/base/buf.h"
#include "dossier/model/index.h"
#include "dossier/text/fold.h"
#include "dossier/text/words.h"

#define NAME_SHARE 1000  /* a name in small letters is doubtful from one word in so many on */
#define TOPIC_SHARE 100  /* a topic, in small letters or not */
#define ENOUGH_WORDS 500 /* below it a share means nothing */

struct usage {
    size_t small, capital; /* tokens that begin with a small letter, with a capital */
};

/* FORM is one word, no capital in it but the first letter: others are told apart by their capitals.
 */
static bool is_plain_word(struct str form, bool *capital, struct buf *key)
{
    struct span word;
    size_t at = 0;
    if (!words_next(form, &at, &word, key))
        return false;
    struct buf other = {0};
    bool more = words_next(form, &at, &(struct span){0}, &other);
    buf_free(&other);
    if (more)
        return false;
    struct letter letter;
    struct str only = span_of(form, word);
    at = 0;
    *capital = fold_next(only, &at, &letter) && letter.capital;
    while (fold_next(only, &at, &letter)) {
        if (letter.capital)
            return false;
    }
    return true;
}

static struct usage usage_of(const struct corpus *corpus, struct str key)
{
    size_t capitals = index_capitals(corpus, key);
    return (struct usage){index_count(corpus, key) - capitals, capitals};
}

static bool is_doubtful(enum actor_kind kind, bool capital, struct usage usage, size_t tokens)
{
    if (kind >= ACTOR_GROUP) {
        size_t found = usage.capital + (capital ? 0 : usage.small);
        return tokens >= ENOUGH_WORDS && found * TOPIC_SHARE > tokens;
    }
    if (!capital && (usage.small + usage.capital) * NAME_SHARE > tokens && tokens >= ENOUGH_WORDS)
        return true;
    return usage.small >= 2 && usage.small * 2 >= usage.capital;
}

static void warn(struct problems *problems, const struct form *form, struct usage usage)
{
    problem_add(problems, SEVERITY_WARNING, STR("tags.yaml"), form->line, form->column,
                "common-word",
                "\"%.*s\" is a common word of these articles (%zu times in small letters, %zu with "
                "a capital); if it finds wrong places, write {form: %.*s, when: named-in-full}",
                STR_ARG(form->text), usage.small, usage.capital, STR_ARG(form->text));
}

/* Form NUMBER was asked about BEFORE, of the same texts, and was no common word. */
static bool is_cleared(const struct tags *tags, const struct tags *before, size_t number)
{
    if (!before || number >= before->forms.len)
        return false;
    const struct form *form = &tags->forms.at[number], *was = &before->forms.at[number];
    return !was->common && !was->in_full && was->kind == form->kind &&
           str_eq(was->text, form->text) &&
           tags->at[form->actor].kind == before->at[was->actor].kind;
}

void doubtful_forms(struct tags *tags, const struct corpus *corpus, const struct tags *before,
                    struct problems *problems)
{
    struct buf key = {0};
    size_t tokens = index_total(corpus);
    for (size_t i = 0; i < tags->forms.len; i++) {
        struct form *form = &tags->forms.at[i];
        bool capital;
        if (form->kind != FORM_NAME || form->in_full || !form->text.len ||
            is_cleared(tags, before, i) || !is_plain_word(form->text, &capital, &key))
            continue;
        struct usage usage = usage_of(corpus, buf_view(&key));
        if (usage.small + usage.capital == 0)
            continue;
        form->common = is_doubtful(tags->at[form->actor].kind, capital, usage, tokens);
        if (form->common)
            warn(problems, form, usage);
    }
    buf_free(&key);
}
