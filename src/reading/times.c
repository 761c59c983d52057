/* SPDX-License-Identifier: ISC */
/* Words that mean something for times are looked up, a window of them at a time; the forms of the
 * language are tried where one stands, the longest counts, and what it means is worked out from the
 * reference day and the sentence around. After the rules of TimeML for values (Pustejovsky et al.,
 * "TimeML: Robust Specification of Event and Temporal Expressions in Text", 2003) and the two
 * steps, finding and then placing, of Strötgen and Gertz, "Multilingual and cross-domain temporal
 * tagging" (2013). */
#include "dossier/reading/times.h"

#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "times_match.h"

#include <stdlib.h>

#define LINE_MOST 65536          /* bytes of a line that is not broken */
#define LOOKED_AT ((size_t)2048) /* bytes from which the language is known */

static size_t count_common(const struct times_language *language, struct str text)
{
    struct time_tokens *tokens = memory_get(sizeof *tokens);
    size_t count = 0;
    time_tokens_begin(tokens, language, text, (struct span){0, (uint32_t)text.len});
    for (size_t i = 0; i < tokens->len; i++)
        count += time_word_as(language, tokens->window[i].word, CLASS_COMMON) != 0;
    time_tokens_end(tokens);
    free(tokens);
    return count;
}

static const struct times_language *guess(struct str text)
{
    const struct times_languages *all = times_languages();
    const struct times_language *best = NULL;
    size_t most = 0;
    struct str begin = text.len > LOOKED_AT ? str_sub(text, 0, utf8_start(text, LOOKED_AT)) : text;
    for (size_t i = 0; i < all->len; i++) {
        size_t count = count_common(all->at[i], begin);
        bool english = str_is(all->at[i]->code, "en");
        if (!best || count > most || (english && count == most)) {
            best = all->at[i];
            most = count;
        }
    }
    return best;
}

struct times_reader times_reader(struct str text, enum times_order order)
{
    return (struct times_reader){text, guess(text), order};
}

struct times_reader times_reader_of(const struct article *article, enum times_order order)
{
    size_t start = article->body.len ? article->body.at[0].start : 0;
    struct times_reader reader =
        times_reader(str_sub(article->text, start, article->text.len), order);
    reader.text = article->text;
    return reader;
}

/* One reading of a span. */
struct reading {
    const struct times_reader *reader;
    struct time_tokens tokens;
    day reference;
    struct arena *arena;
    struct times *out;
    size_t before; /* times that OUT held */
};

static struct time_said *last_of(const struct reading *reading)
{
    return reading->out->len > reading->before ? &reading->out->at[reading->out->len - 1] : NULL;
}

/* "April 24 and 25": the second day of the same month. */
static size_t add_second(struct reading *reading, const struct time_match *match, size_t next)
{
    const struct time_tokens *tokens = &reading->tokens;
    const struct time_said *first = last_of(reading);
    bool ends_with_day = match->form && match->date && !match->year &&
                         match->form->steps[match->form->count - 1].class == CLASS_DAY;
    if (!ends_with_day || next + 1 >= tokens->len)
        return next;
    const struct time_token *word = &tokens->window[next], *second = word + 1;
    if (!time_word_as(tokens->language, word->word, CLASS_JOIN) || second->digits < 1 ||
        second->digits > 2 || second->number <= match->date || second->number > 31 ||
        time_word_as(tokens->language, next + 2 < tokens->len ? second[1].word : 0,
                     CLASS_COUNTED) ||
        !time_tokens_adjoin(tokens, next - 1, next, false, false))
        return next;
    struct time_said said = *first;
    said.span = second->span;
    said.from = said.to = first->from + second->number - match->date;
    *vec_add(reading->arena, reading->out) = said;
    return next + 2;
}

/* Reads what stands at word AT; the next word to look at. */
static size_t read_at(struct reading *reading, size_t at)
{
    struct time_tokens *tokens = &reading->tokens;
    struct time_match match;
    struct time_said said;
    if (!time_match(tokens, reading->reader->order, at, &match))
        return at + 1;
    bool told;
    int direction = time_direction(tokens, &match, &told);
    if (time_place(&match, reading->reference, direction, last_of(reading), &said)) {
        said.span = (struct span){tokens->window[match.first].span.start,
                                  tokens->window[match.last].span.end};
        said.direction = told ? direction : 0;
        *vec_add(reading->arena, reading->out) = said;
        return add_second(reading, &match, match.last + 1);
    }
    return match.last + 1;
}

void times_in(const struct times_reader *reader, struct span span, day reference,
              struct arena *arena, struct times *out)
{
    if (!reader->language)
        return;
    struct reading *reading = memory_get(sizeof *reading);
    struct time_tokens *tokens = &reading->tokens;
    reading->reader = reader;
    reading->reference = reference;
    reading->arena = arena;
    reading->out = out;
    reading->before = out->len;
    time_tokens_begin(tokens, reader->language, reader->text, span);
    for (size_t at = 0; at < tokens->len;) {
        at = read_at(reading, at);
        if (!tokens->ended && at + 2 * TIME_AROUND > tokens->len) {
            size_t keep = at < TIME_AROUND ? at : TIME_AROUND;
            time_tokens_shift(tokens, at - keep);
            at = keep;
        }
    }
    time_tokens_end(tokens);
    free(reading);
}

void times_of_article(const struct article *article, enum times_order order, struct arena *arena,
                      struct times *out)
{
    struct times_reader reader = times_reader_of(article, order);
    for (size_t i = 0; i < article->body.len; i++)
        times_in(&reader, article->body.at[i], article->facts.date, arena, out);
}

/* Behind the line that holds byte AT; where it is endless, a character in it. */
static uint32_t line_end(struct str text, uint32_t at)
{
    uint32_t end = at;
    while (end < text.len && end - at < LINE_MOST)
        if (text.at[end++] == '\n')
            return end;
    return (uint32_t)utf8_start(text, end);
}

uint32_t times_of_part(const struct article *article, enum times_order order, uint32_t from,
                       uint32_t most, struct arena *arena, struct times *out)
{
    struct times_reader reader = times_reader_of(article, order);
    for (size_t i = 0; i < article->body.len; i++) {
        struct span part = article->body.at[i];
        if (part.end <= from)
            continue;
        part.start = part.start > from ? part.start : from;
        bool whole = part.end - part.start <= most;
        if (!whole)
            part.end = line_end(str_sub(article->text, 0, part.end), part.start + most);
        times_in(&reader, part, article->facts.date, arena, out);
        if (part.end < article->body.at[i].end)
            return part.end;
        most -= whole ? part.end - part.start : most;
        if (!most)
            return part.end;
    }
    return (uint32_t)article->text.len;
}

enum times_order times_order_named(struct str word)
{
    return str_is(word, "day-month")   ? TIMES_ORDER_DAY_FIRST
           : str_is(word, "month-day") ? TIMES_ORDER_MONTH_FIRST
                                       : TIMES_ORDER_AUTO;
}

const char *time_precision_name(enum time_precision precision)
{
    static const char *const names[] = {"day", "week", "month", "year"};
    return names[precision];
}

const char *time_basis_name(enum time_basis basis)
{
    static const char *const names[] = {"stated", "weekday", "relative", "publication"};
    return names[basis];
}
