/* SPDX-License-Identifier: ISC */
#include "beside.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

/* Capitalised words that may stand between a role and the known part of a name. */
#define FORENAMES 3

/* Capitalised, but nobody's name. */
static const char *const no_names[] = {"I",      "Monday",    "Tuesday", "Wednesday", "Thursday",
                                       "Friday", "Saturday",  "Sunday",  "January",   "February",
                                       "March",  "April",     "May",     "June",      "July",
                                       "August", "September", "October", "November",  "December"};
static const char *const articles[] = {"a", "an", "the", "his", "her", "its", "their", "our", "my"};

static const struct beside nobody = {NEIGHBOUR_NONE, MENTION_NONE, false, false};

static bool is_one_of(struct str word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(word, words[i]))
            return true;
    }
    return false;
}

static uint32_t sign_at(struct str text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : 0;
}

static uint32_t sign_before(struct str text, size_t at)
{
    return at > 0 ? utf8_before(text, &at) : 0;
}

/* Behind the white space at AT, on the same or the next line. */
static size_t skip_after(struct str text, size_t at)
{
    int line_ends = 0;
    while (at < text.len) {
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        if (!char_is_space(c) || (c == '\n' && ++line_ends > 1))
            break;
        at = next;
    }
    return at;
}

static size_t skip_before(struct str text, size_t at)
{
    int line_ends = 0;
    while (at > 0) {
        size_t before = at;
        uint32_t c = utf8_before(text, &before);
        if (!char_is_space(c) || (c == '\n' && ++line_ends > 1))
            break;
        at = before;
    }
    return at;
}

/* MENTION is a person's name, or perhaps: where the article does not decide whose it is. */
static bool is_person(const struct scene *scene, const struct mention *mention)
{
    if (mention->kind != FORM_NAME || mention->within != MENTION_NONE)
        return false;
    if (mention->actor != ACTOR_NONE)
        return scene->tags->at[mention->actor].kind == ACTOR_PERSON;
    for (size_t i = 0; i < mention->candidate_count; i++) {
        if (scene->tags->at[scene_form(scene, mention, i)->actor].kind == ACTOR_PERSON)
            return true;
    }
    return false;
}

/* The first mention that begins at or after byte AT. */
static size_t first_from(const struct scene *scene, uint32_t at)
{
    size_t low = 0, high = scene->mentions.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (scene->mentions.at[middle].span.start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The person whose name begins at byte AT; else MENTION_NONE. *KNOWN: some mention begins there. */
static size_t person_at(const struct scene *scene, uint32_t at, bool *known)
{
    *known = false;
    for (size_t i = first_from(scene, at);
         i < scene->mentions.len && scene->mentions.at[i].span.start == at; i++) {
        *known = true;
        if (is_person(scene, &scene->mentions.at[i]))
            return i;
    }
    return MENTION_NONE;
}

static size_t person_before(const struct scene *scene, uint32_t end)
{
    /* a name is short: one that ends here began not long before */
    for (size_t i = first_from(scene, end); i > 0; i--) {
        const struct mention *mention = &scene->mentions.at[i - 1];
        if (mention->span.end == end && is_person(scene, mention))
            return i - 1;
        if (mention->span.start + 400 < end)
            break;
    }
    return MENTION_NONE;
}

/* What ends at byte END and what begins at START do not stand in one paragraph. */
static bool is_apart(const struct scene *scene, size_t end, size_t start)
{
    return article_paragraph(scene->article, (uint32_t)end - 1) !=
           article_paragraph(scene->article, (uint32_t)start);
}

/* What follows byte AT ends an apposition. */
static bool closes(const struct scene *scene, size_t at)
{
    static const char *const joining[] = {"of", "at", "for", "in"};
    struct str text = scene->article->text;
    uint32_t c = sign_at(text, at);
    if (c == 0 || c == ',' || c == ';' || c == '.' || c == ')' || c == ']' ||
        (char_is_dash(c) && c != '-'))
        return true;
    size_t next = skip_after(text, at);
    if (next >= text.len || is_apart(scene, at, next))
        return true;
    struct span word = words_around(text, next);
    return next > at && is_one_of(span_of(text, word), joining, COUNT(joining));
}

/* MENTION stands beside a role; behind byte END the apposition may be over. */
static struct beside found(const struct scene *scene, size_t mention, size_t end)
{
    return (struct beside){NEIGHBOUR_NAME, mention, closes(scene, end), false};
}

struct beside beside_after(const struct scene *scene, uint32_t end)
{
    struct str text = scene->article->text;
    struct beside answer = nobody;
    size_t at = end;
    for (int words = 0; words <= FORENAMES; words++) {
        size_t next = skip_after(text, at);
        if (next == at || !char_is_capital(sign_at(text, next)))
            break;
        bool known;
        size_t person = person_at(scene, (uint32_t)next, &known);
        bool apart = is_apart(scene, end, next);
        if (person != MENTION_NONE) {
            answer = found(scene, person, scene->mentions.at[person].span.end);
            answer.apart = apart;
            return answer;
        }
        struct span word = words_around(text, next);
        if (known || apart || is_one_of(span_of(text, word), no_names, COUNT(no_names)))
            break;
        answer.kind = NEIGHBOUR_STRANGER;
        at = word.end;
        if (sign_at(text, at) == '.' && utf8_count(span_of(text, word)) == 1)
            at++;
    }
    return answer;
}

struct beside beside_after_comma(const struct scene *scene, uint32_t at)
{
    struct str text = scene->article->text;
    bool known;
    if (sign_at(text, at) != ',')
        return nobody;
    size_t person = person_at(scene, (uint32_t)skip_after(text, at + 1), &known);
    if (person == MENTION_NONE)
        return nobody;
    return found(scene, person, scene->mentions.at[person].span.end);
}

/* Before the word that ends at byte AT, with the mention it may be the end of (`the United
 * States’`). */
static size_t before_word(const struct scene *scene, size_t at)
{
    struct str text = scene->article->text;
    for (size_t i = first_from(scene, (uint32_t)at); i > 0; i--) {
        const struct mention *mention = &scene->mentions.at[i - 1];
        if (mention->span.end == at && mention->within == MENTION_NONE)
            return mention->span.start;
        if (mention->span.start + 400 < at)
            break;
    }
    while (at > 0 && char_is_word(sign_before(text, at)))
        utf8_before(text, &at);
    return at;
}

/* Before a possessive that ends at byte AT: `Trump’s`, `the states’`; AT where there is none. */
static size_t before_possessive(const struct scene *scene, size_t at)
{
    struct str text = scene->article->text;
    size_t sign = at;
    uint32_t c = sign ? utf8_before(text, &sign) : 0;
    bool s_before = c == 's';
    if (s_before)
        c = sign ? utf8_before(text, &sign) : 0;
    if (!char_is_apostrophe(c) || (!s_before && sign_before(text, sign) != 's'))
        return at;
    return before_word(scene, sign);
}

static size_t before_article(struct str text, size_t at)
{
    size_t start = at;
    while (start > 0 && char_is_word(sign_before(text, start)))
        utf8_before(text, &start);
    return is_one_of(str_sub(text, start, at), articles, COUNT(articles)) ? start : at;
}

struct beside beside_before(const struct scene *scene, struct span role)
{
    struct str text = scene->article->text;
    size_t at = skip_before(text, role.start);
    at = skip_before(text, before_possessive(scene, at));
    at = skip_before(text, before_article(text, at));
    uint32_t sign = sign_before(text, at);
    if (sign != ',' && sign != '(' && sign != '[')
        return nobody;
    size_t person = person_before(scene, (uint32_t)skip_before(text, at - 1));
    if (person == MENTION_NONE)
        return nobody;
    return found(scene, person, role.end);
}
