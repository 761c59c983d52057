/* SPDX-License-Identifier: ISC */
/* Brackets and ellipses are taken out of the words, and what they allow is kept beside them: at
 * which bytes a letter may have either case, or letters of the same word may stand. */
#include "wanted.h"

#include "dossier/base/memory.h"
#include "dossier/model/article.h"
#include "dossier/text/chars.h"
#include "dossier/text/exact.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <string.h>

#define LONGEST_BRACKET 300 /* bytes of what an editor puts between brackets */

struct reading {
    struct arena *arena;
    bool counts; /* and no more */
    struct wanted *out;
    struct str words;
    struct buf plain; /* the part in hand */
    enum joint before;
    struct {
        size_t *at; /* bytes of PLAIN */
        size_t len, cap;
    } either, letters;
};

static size_t dots(struct str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.len && s.at[at + n] == '.')
        n++;
    return n;
}

static size_t bare_ellipsis(struct str s, size_t at)
{
    if (str_starts(str_sub(s, at, s.len), STR("…")))
        return strlen("…");
    size_t n = dots(s, at), behind = at;
    if (n == 3 || n > 4)
        return n;
    if (n == 4)
        return 0; /* the first ends the sentence */
    for (n = 0; n < 3 && behind < s.len && s.at[behind] == '.'; n++) {
        behind++;
        if (n < 2 && behind < s.len && s.at[behind] == ' ')
            behind++;
    }
    return n == 3 && !(behind < s.len && s.at[behind] == '.') ? behind - at : 0;
}

size_t wanted_left_out(struct str words, size_t at)
{
    char open = words.at[at];
    if (open != '[' && open != '(')
        return bare_ellipsis(words, at);
    ptrdiff_t close = str_find(str_sub(words, 0, at + 24), open == '[' ? STR("]") : STR(")"), at);
    if (close < 0)
        return 0;
    struct str inside = str_trim(str_sub(words, at + 1, (size_t)close));
    bool left_out = inside.len && bare_ellipsis(inside, 0) == inside.len;
    return left_out ? (size_t)close + 1 - at : 0;
}

static bool is_word_at(struct str s, size_t at)
{
    return at < s.len && char_is_word(utf8_next(s, &at));
}

static bool is_word_before(struct str s, size_t at)
{
    return at > 0 && char_is_word(utf8_before(s, &at));
}

static bool is_at(const size_t *at, size_t len, struct exact_sign sign)
{
    for (size_t i = 0; i < len; i++) {
        if (sign.start <= at[i] && at[i] < sign.end)
            return true;
    }
    return false;
}

/* Where the mark at BYTE begins a paragraph that is not the first. */
static bool begins_paragraph(struct str plain, size_t byte)
{
    struct str before = str_sub(plain, 0, byte);
    struct str trimmed = str_trim(before);
    return trimmed.len && memchr(trimmed.at + trimmed.len, '\n',
                                 (size_t)(before.at + before.len - trimmed.at) - trimmed.len);
}

static void read_signs(struct reading *r, struct str plain, struct wanted_part *part)
{
    struct exact walk = exact_walk(plain, 0);
    part->signs = arena_many(r->arena, struct wanted_sign, plain.len + 1);
    bool in_words = false;
    for (struct exact_sign sign; exact_next(&walk, &sign);) {
        if (sign.code == ' ' && (!part->count || sign.end == plain.len))
            continue;
        struct wanted_sign *to = &part->signs[part->count++];
        bool mark = char_is_mark(sign.code);
        to->code = sign.code;
        to->letters = is_at(r->letters.at, r->letters.len, sign);
        to->any_case = !mark && is_at(r->either.at, r->either.len, sign);
        to->may_lack = sign.code == EXACT_QUOTE && begins_paragraph(plain, sign.start);
        in_words |= char_is_word(sign.code);
        part->lead += !in_words;
    }
}

static void read_words(struct reading *r, struct str plain, struct wanted_part *part)
{
    struct buf key = {0};
    struct span word;
    part->words = arena_many(r->arena, struct wanted_word, plain.len / 2 + 1);
    for (size_t at = 0; words_next(plain, &at, &word, &key);) {
        bool any = false;
        for (size_t i = 0; i < r->letters.len; i++)
            any |= span_holds(word, (uint32_t)r->letters.at[i]);
        part->words[part->word_count++] = (struct wanted_word){
            any ? WANTED_ANY : word_key(buf_view(&key)), arena_str(r->arena, buf_view(&key))};
    }
    buf_free(&key);
}

/* Without the marks behind an omission: they end what was left out. */
static struct str without_stops(struct str plain)
{
    plain = str_trim(plain);
    while (plain.len && strchr(".,;:!?", plain.at[0]))
        plain = str_sub(plain, 1, plain.len);
    return plain;
}

/* The part in hand ends before a joint of the kind NEXT. */
static void end_part(struct reading *r, enum joint next)
{
    struct str plain = buf_view(&r->plain);
    size_t count = words_count(plain);
    if (count) {
        r->out->words += count;
        struct wanted_part *part = vec_add(r->arena, r->out);
        part->before = r->before;
        if (r->before == JOINT_LEFT_OUT && r->out->len > 1 && !r->either.len && !r->letters.len)
            plain = without_stops(plain);
        if (!r->counts) {
            part->plain = arena_str(r->arena, str_trim(plain));
            read_signs(r, plain, part);
            read_words(r, plain, part);
        }
        r->before = next;
    } else if (next < r->before) {
        r->before = next;
    }
    buf_clear(&r->plain);
    r->either.len = r->letters.len = 0;
}

static bool is_one_letter(struct str inside)
{
    size_t at = 0;
    if (!inside.len || !char_is_word(utf8_next(inside, &at)))
        return false;
    while (at < inside.len) {
        if (!char_is_mark(utf8_next(inside, &at)))
            return false;
    }
    return true;
}

/* What stands between brackets at AT; moves behind them. */
static size_t read_bracket(struct reading *r, size_t at, size_t close)
{
    struct str inside = str_trim(str_sub(r->words, at + 1, close));
    bool before = is_word_before(r->words, at), after = is_word_at(r->words, close + 1);
    if (is_one_letter(inside) && !before && after) {
        *vec_add(r->arena, &r->either) = r->plain.len;
        buf_str(&r->plain, inside);
    } else if (before || after) {
        *vec_add(r->arena, &r->letters) = r->plain.len;
        buf_char(&r->plain, 'x');
    } else {
        end_part(r, str_eq_nocase(inside, STR("sic")) ? JOINT_ADDED : JOINT_WORDS);
    }
    return close + 1;
}

static void read_all(struct reading *r)
{
    struct str words = r->words;
    for (size_t at = 0; at < words.len;) {
        size_t left_out = wanted_left_out(words, at);
        ptrdiff_t close = words.at[at] == '['
                              ? str_find(str_sub(words, 0, at + LONGEST_BRACKET), STR("]"), at)
                              : -1;
        if (left_out) {
            end_part(r, JOINT_LEFT_OUT);
            at += left_out;
        } else if (close > 0) {
            at = read_bracket(r, at, (size_t)close);
        } else {
            buf_char(&r->plain, words.at[at++]);
        }
    }
    end_part(r, JOINT_LEFT_OUT);
    buf_free(&r->plain);
}

void wanted_read(struct arena *arena, struct str words, struct wanted *out)
{
    *out = (struct wanted){0};
    read_all(&(struct reading){.arena = arena, .out = out, .words = words});
}

size_t wanted_count(struct str words)
{
    struct arena *arena = arena_new();
    struct wanted wanted = {0};
    read_all(&(struct reading){.arena = arena, .counts = true, .out = &wanted, .words = words});
    arena_free(arena);
    return wanted.words;
}
