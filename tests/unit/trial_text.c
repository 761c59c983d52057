/* SPDX-License-Identifier: ISC */
#include "trial.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <string.h>

uint64_t trial_seed;

size_t trial_any(size_t below)
{
    trial_seed = trial_seed * 6364136223846793005u + 1442695040888963407u;
    return below ? (size_t)(trial_seed >> 33) % below : 0;
}

bool trial_monotonous;

/* Small numbers often, as words are. */
static size_t rather_low(size_t below)
{
    return trial_any(1 + trial_any(trial_monotonous ? 1 + trial_any(below) : below));
}

static const char *const english =
    "the of to and a in that said he is for on was with it as his by at from have be has not they "
    "president minister talks war peace would which Monday Ukraine Russia American security their "
    "officials after Moscow Washington sanctions government told reporters statement agreement who "
    "bridge border troops Linus machines chines ceasefire delegation foreign spokesman would-be "
    "architecture holes defence finance Zelenskyy Putin’s café naïve 12 2025 never again between";
static const char *const russian =
    "и в не на что он с по как это из его но к за от они был для все так же мост президент сказал "
    "переговоры война мир министр Украина Россия Москва Вашингтон санкции правительство заявил "
    "безопасность граница войска который после между соглашение ещё объявил вчера сегодня";
static const char *const han =
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
    "对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面"
    "公同三已老从动两长俄乌美总统谈判战争和平安全边境部队桥";

void units_put(struct units *out, uint32_t c, uint32_t from)
{
    *vec_add(NULL, out) = (struct unit){c, from};
}

static void units_put_chars(struct units *out, struct str s)
{
    for (size_t at = 0; at < s.len;)
        units_put(out, utf8_next(s, &at), 0);
}

void units_put_word(struct units *out, enum script script)
{
    static struct str words[2][128];
    static size_t counts[2];
    if (script == HAN) {
        struct str all = str_of(han);
        size_t at = 3 * rather_low(all.len / 3);
        units_put(out, utf8_next(all, &at), 0);
        return;
    }
    if (!counts[script]) {
        struct str rest = str_of(script == ENGLISH ? english : russian), word;
        while (str_split(&rest, ' ', &word))
            words[script][counts[script]++] = word;
    }
    units_put_chars(out, words[script][rather_low(counts[script])]);
}

void units_put_sentence(struct units *out, enum script script)
{
    size_t words = 4 + trial_any(12);
    bool quoted = trial_any(6) == 0;
    if (quoted)
        units_put_chars(out, STR("“"));
    for (size_t i = 0; i < words; i++) {
        if (i && script != HAN)
            units_put_chars(out, trial_any(14) == 0   ? STR(", ")
                                 : trial_any(40) == 0 ? STR(" – ")
                                                      : STR(" "));
        units_put_word(out, script);
    }
    if (quoted)
        units_put_chars(out, STR("”"));
    units_put_chars(out, script == HAN ? STR("。") : STR(". "));
}

void units_put_text(struct units *out, enum script script)
{
    for (size_t paragraphs = 2 + trial_any(8); paragraphs > 0; paragraphs--) {
        size_t from = out->len;
        for (size_t sentences = 1 + trial_any(5); sentences > 0; sentences--)
            units_put_sentence(out, script);
        units_put_chars(out, STR("\n\n"));
        size_t to = out->len;
        if (trial_any(7) == 0) /* twice */
            for (size_t i = from; i < to; i++)
                units_put(out, out->at[i].c, (uint32_t)i + 1);
    }
    for (size_t i = 0; i < out->len; i++)
        if (!out->at[i].from)
            out->at[i].from = (uint32_t)i + 1;
}

struct range units_part(const struct units *text, size_t at, const char *ends)
{
    struct range part = {at, at};
    while (part.start > 0 && !strchr(ends, (int)(text->at[part.start - 1].c & 0x7F)))
        part.start--;
    while (part.end < text->len && !strchr(ends, (int)(text->at[part.end].c & 0x7F)))
        part.end++;
    return part;
}

bool units_is_letter(uint32_t c)
{
    return c > ' ' && !strchr(".,\n", (int)(c < 128 ? c : 'x')) && c != 0x3002;
}

struct range units_word(const struct units *text, size_t at, bool unspaced)
{
    struct range word = {at, at};
    while (!unspaced && word.start > 0 && units_is_letter(text->at[word.start - 1].c))
        word.start--;
    while (word.end < text->len && units_is_letter(text->at[word.end].c)) {
        word.end++;
        if (unspaced)
            break;
    }
    return word;
}

struct range units_any_word(const struct units *text, struct range in, enum script script)
{
    for (int i = 0; i < 20; i++) {
        struct range word =
            units_word(text, in.start + trial_any(in.end - in.start), script == HAN);
        if (word.start < word.end && word.start >= in.start && word.end <= in.end)
            return word;
    }
    return (struct range){in.start, in.start};
}

void units_splice(struct units *text, struct range part, const struct units *new, bool keep)
{
    struct units out = {0};
    for (size_t i = 0; i < part.start; i++)
        *vec_add(NULL, &out) = text->at[i];
    for (size_t i = 0; i < new->len; i++)
        units_put(&out, new->at[i].c,
                  keep && part.start < part.end ? text->at[part.start].from : new->at[i].from);
    for (size_t i = part.end; i < text->len; i++)
        *vec_add(NULL, &out) = text->at[i];
    vec_free(text);
    *text = out;
}

struct units units_copy(const struct units *text, struct range part)
{
    struct units copy = {0};
    for (size_t i = part.start; i < part.end; i++)
        *vec_add(NULL, &copy) = text->at[i];
    return copy;
}

struct range units_all(const struct units *text)
{
    return (struct range){0, text->len};
}
