/* SPDX-License-Identifier: ISC */
/* What a word is made of is decided in one place, joins(): it is asked letter by letter when words
 * are walked, and on both sides of a byte when a bound is wanted. */
#include "dossier/text/words.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"
#include "traits.h"

static enum kind kind_of(uint32_t c)
{
    return c ? traits_of(c)->kind : KIND_NONE;
}

static bool is_cyrillic(uint32_t c)
{
    return c >= 0x400 && traits_of(c)->cyrillic;
}

static void put_key(const struct letter *letter, struct buf *key)
{
    for (size_t i = 0; i < letter->count; i++)
        utf8_put(key, letter->folded[i]);
}

/* The letter at *AT, and moves *AT behind it, if behind one whose base is BEFORE it goes on with
 * the same word. */
static bool letter_joins(struct str text, size_t *at, uint32_t before, struct letter *next,
                         struct buf *key)
{
    size_t ahead = *at;
    if (!fold_next(text, &ahead, next))
        return false;
    if (next->class == LETTER_APOSTROPHE && is_cyrillic(before)) {
        if (!fold_next(text, &ahead, next) || !is_cyrillic(next->first))
            return false;
        buf_char(key, '\'');
    } else if (next->class != LETTER_WORD || kind_of(next->first) != KIND_LETTERS) {
        return false;
    }
    *at = ahead;
    return true;
}

static bool is_ascii_word(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static bool is_ascii(struct str text, size_t at)
{
    return at >= text.len || (unsigned char)text.at[at] < 0x80;
}

/* Moves AT over ASCII that is in no word; the last of it stays, for a mark may follow. */
static size_t skip_ascii(struct str text, size_t at)
{
    while (at < text.len && is_ascii(text, at) && is_ascii(text, at + 1) &&
           !is_ascii_word((unsigned char)text.at[at]))
        at++;
    return at;
}

/* The most common word by far: ASCII with ASCII on both sides. False where it is anything else. */
static bool ascii_word(struct str text, size_t *at, struct span *word, struct buf *key)
{
    char small[64];
    size_t end = *at, n = 0;
    while (end < text.len && n < sizeof small && is_ascii_word((unsigned char)text.at[end])) {
        unsigned char c = (unsigned char)text.at[end++];
        small[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (n == 0 || n == sizeof small || !is_ascii(text, end))
        return false;
    buf_add(key, small, n);
    *word = (struct span){(uint32_t)*at, (uint32_t)end};
    *at = end;
    return true;
}

bool words_next(struct str text, size_t *at, struct span *word, struct buf *key)
{
    struct letter letter;
    buf_clear(key);
    do {
        *at = skip_ascii(text, *at);
        if (ascii_word(text, at, word, key))
            return true;
        if (!fold_next(text, at, &letter))
            return false;
    } while (letter.class != LETTER_WORD);
    put_key(&letter, key);
    *word = (struct span){(uint32_t)letter.start, (uint32_t)letter.end};
    if (kind_of(letter.first) == KIND_LETTERS) {
        while (letter_joins(text, at, letter.first, &letter, key)) {
            put_key(&letter, key);
            word->end = (uint32_t)letter.end;
        }
    }
    return true;
}

size_t words_count(struct str text)
{
    struct span spans[64];
    size_t count = 0, found;
    for (size_t at = 0; (found = words_spans(text, &at, spans, COUNT(spans)));)
        count += found;
    return count;
}

/* The character before *AT that is not ignored; *AT moves to its start. 0 at the beginning. */
static uint32_t seen_before(struct str text, size_t *at)
{
    while (*at > 0) {
        uint32_t c = utf8_before(text, at);
        if (!traits_of(c)->ignored)
            return c;
    }
    return 0;
}

/* The same without marks: the base of the letter before *AT. */
static uint32_t base_before(struct str text, size_t *at)
{
    uint32_t c = seen_before(text, at);
    while (char_is_mark(c) && *at > 0) {
        size_t further = *at;
        uint32_t before = seen_before(text, &further);
        if (before < ' ')
            break;
        c = before;
        *at = further;
    }
    return c;
}

static uint32_t seen_after(struct str text, size_t *at)
{
    while (*at < text.len) {
        uint32_t c = utf8_next(text, at);
        if (!traits_of(c)->ignored)
            return c;
    }
    return 0;
}

static uint32_t base_after(struct str text, size_t *at)
{
    uint32_t c = seen_after(text, at);
    while (char_is_mark(c))
        c = seen_after(text, at);
    return c;
}

bool words_bound(struct str text, size_t at)
{
    if (at == 0 || at >= text.len)
        return true;
    if (utf8_start(text, at) != at)
        return false;
    size_t left = at, right = at;
    uint32_t after = seen_after(text, &right);
    if (char_is_mark(after) || after == 0xFF9E || after == 0xFF9F)
        return seen_before(text, &left) < ' '; /* a base or a mark: a run of marks is not walked */
    uint32_t before = base_before(text, &left);
    enum kind a = kind_of(before), b = kind_of(after);
    if (char_is_apostrophe(before))
        return !is_cyrillic(after) || !is_cyrillic(base_before(text, &left));
    if (char_is_apostrophe(after))
        return !is_cyrillic(before) || !is_cyrillic(base_after(text, &right));
    return a == KIND_NONE || a != b || a == KIND_UNSPACED;
}

/* Runs of one script are words to the cursor where a script has no spaces. */
static uint32_t script_of(uint32_t c)
{
    enum kind kind = kind_of(c);
    if (kind != KIND_UNSPACED)
        return kind;
    if ((c >= 0x30A0 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
        (c >= 0xFF66 && c <= 0xFF9F))
        return 0x30A0;
    if ((c >= 0x2E80 && c <= 0x3007) || (c >= 0x3400 && c <= 0x9FFF) ||
        (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000)
        return 0x4E00;
    return c & 0xFFFFFF00;
}

static uint32_t script_at(struct str text, size_t at)
{
    return script_of(utf8_next(text, &at));
}

/* Where to begin so that all words at AT are met whole: the white space before it. */
static size_t space_before(struct str text, size_t at)
{
    while (at > 0 && !((unsigned char)text.at[at] <= ' '))
        at--;
    return at;
}

struct span words_around(struct str text, size_t at)
{
    if (at >= text.len)
        return (struct span){(uint32_t)text.len, (uint32_t)text.len};
    struct buf key = {0};
    struct span found = {0, 0}, word;
    uint32_t script = KIND_LETTERS;
    size_t walk = space_before(text, at);
    while (words_next(text, &walk, &word, &key)) {
        uint32_t its_script = script_at(text, word.start);
        bool goes_on = word.start == found.end && its_script == script && script != KIND_LETTERS;
        if (!goes_on && found.end > at)
            break;
        if (!goes_on)
            found.start = word.start;
        found.end = word.end;
        script = its_script;
    }
    buf_free(&key);
    if (found.end <= at)
        found = (struct span){(uint32_t)text.len, (uint32_t)text.len};
    return found;
}
