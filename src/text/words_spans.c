/* SPDX-License-Identifier: ISC */
/* Where words stand, for what reads whole archives. Most of any text can be told word by word from
 * what its characters are: ASCII in blocks of 64 bytes, as bits; other scripts by code points,
 * where nothing odd (a mark without a letter, an ignored character, an apostrophe that may join)
 * stands beside the word. All that is odd is left to words_next, which knows every rule: both find
 * the same words. */
#include "dossier/text/words.h"

#include "blocks.h"
#include "dossier/text/utf8.h"
#include "traits.h"

#include <string.h>

static int lowest(uint64_t bits)
{
    return __builtin_ctzll(bits);
}

/* A walk through one text. */
struct walk {
    struct str text;
    size_t at;
    size_t floor; /* the end of the last word, or where the walk began */
    struct span *out;
    size_t len, most;
};

static void emit(struct walk *walk, size_t start, size_t end)
{
    walk->out[walk->len++] = (struct span){(uint32_t)start, (uint32_t)end};
    walk->floor = end;
}

/* Takes the words that are WORDS, bits of the block of VALID bytes at the walk's place, which is
 * the last one of the text where ENDS. False where one of them must be looked at more closely: the
 * walk is at it then. */
static bool take_words(struct walk *walk, uint64_t words, size_t valid, bool ends)
{
    const uint32_t at = (uint32_t)walk->at;
    struct span *out = walk->out + walk->len, *full = walk->out + walk->most;
    bool good = true;
    while (words && out < full) {
        unsigned start = (unsigned)lowest(words);
        uint64_t behind = ~(words >> start);
        unsigned end = behind ? start + (unsigned)lowest(behind) : BLOCK;
        if (end >= valid && !ends) {
            walk->at = at + start;
            good = false;
            break;
        }
        *out++ = (struct span){at + start, at + end};
        words = end < BLOCK ? words & ~(uint64_t)0 << end : 0;
    }
    if (out > walk->out + walk->len)
        walk->floor = out[-1].end;
    walk->len = (size_t)(out - walk->out);
    if (good)
        walk->at = words ? walk->floor : at + valid;
    return good;
}

/* The words of one block that are ASCII, and end inside it before anything else. False where the
 * walk has come to a word, or to a character, that must be looked at more closely. */
static bool take_block(struct walk *walk)
{
    uint64_t words, high;
    size_t left = walk->text.len - walk->at, valid = left < BLOCK ? left : BLOCK, from = walk->at;
    if (left < BLOCK) {
        char padded[BLOCK] = {0};
        memcpy(padded, walk->text.at + walk->at, left);
        block_words(padded, &words, &high);
    } else {
        block_words(walk->text.at + walk->at, &words, &high);
    }
    if (high) {
        valid = (size_t)lowest(high);
        words &= ((uint64_t)1 << valid) - 1;
    }
    bool good = take_words(walk, words, valid, left <= BLOCK && !high);
    /* a word that goes on behind the block is the first one of the next */
    return good ? !high || walk->at < from + valid : walk->at > from && !high;
}

/* What a character is to the word before it. */
enum look {
    LOOK_UNKNOWN,
    LOOK_SIGN,
    LOOK_APOSTROPHE,
    LOOK_LETTER,
    LOOK_CYRILLIC,
    LOOK_MARK,
    LOOK_ODD
};

static enum look work_out(uint32_t c)
{
    const struct traits *traits = traits_of(c);
    if (traits->ignored || traits->kind == KIND_UNSPACED || traits->kind == KIND_HANGUL)
        return LOOK_ODD;
    if (traits->kind == KIND_LETTERS)
        return traits->mark ? LOOK_MARK : traits->cyrillic ? LOOK_CYRILLIC : LOOK_LETTER;
    return traits->mark                         ? LOOK_ODD
           : traits->class == LETTER_APOSTROPHE ? LOOK_APOSTROPHE
                                                : LOOK_SIGN;
}

/* A byte for each character of the first plane: the few that a text has lie side by side. */
static inline enum look look_of(uint32_t c)
{
    static _Thread_local uint8_t known[0x10000];
    if (c >= sizeof known)
        return work_out(c);
    enum look look = known[c];
    return look ? look : (known[c] = (uint8_t)work_out(c));
}

/* The character at *AT, which is no ASCII. */
static inline enum look next_look(struct str text, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text.at + *at;
    if (text.len - *at > 1 && bytes[0] >= 0xC2 && bytes[0] < 0xE0 && (bytes[1] & 0xC0) == 0x80) {
        *at += 2;
        return look_of((bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu));
    }
    if (text.len - *at > 2 && bytes[0] >= 0xE0 && bytes[0] < 0xED && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80 && (bytes[0] > 0xE0 || bytes[1] >= 0xA0)) {
        *at += 3;
        return look_of((bytes[0] & 0xFu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu));
    }
    return look_of(utf8_next(text, at));
}

/* The end of the run of letters and marks at AT; 0 where something odd ends it. */
static size_t letters_end(struct str text, size_t at)
{
    enum look last = LOOK_LETTER;
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.at[at];
        if (block_is_word(byte)) {
            last = LOOK_LETTER;
            at++;
            continue;
        }
        if (byte < 0x80)
            return last == LOOK_CYRILLIC && (byte == '\'' || byte == '`') ? 0 : at;
        size_t next = at;
        enum look look = next_look(text, &next);
        if (look == LOOK_ODD || (look == LOOK_APOSTROPHE && last == LOOK_CYRILLIC))
            return 0;
        if (look == LOOK_SIGN || look == LOOK_APOSTROPHE)
            return at;
        if (look != LOOK_MARK)
            last = look;
        at = next;
    }
    return at;
}

/* What begins at AT is not told from its neighbours: the base that it belongs to, if that is no
 * part of a word that was taken. */
static size_t step_back(const struct walk *walk)
{
    for (size_t before = walk->at; before > walk->floor;) {
        const struct traits *c = traits_of(utf8_before(walk->text, &before));
        if (!c->mark && !c->ignored)
            return before;
    }
    return walk->at;
}

static void take_odd(struct walk *walk, bool joins, struct buf *key)
{
    struct span word;
    size_t at = joins ? step_back(walk) : walk->at;
    bool any = words_next(walk->text, &at, &word, key);
    walk->at = any ? at : walk->text.len;
    if (any)
        emit(walk, word.start, word.end);
}

/* One word that is not all ASCII, or whose neighbour is not; or one sign that is none. */
static void take_other(struct walk *walk, struct buf *key)
{
    struct str text = walk->text;
    size_t start = walk->at, next = start, end = 0;
    bool ascii = block_is_word((unsigned char)text.at[start]);
    enum look look = ascii ? LOOK_LETTER : next_look(text, &next);
    if (look == LOOK_SIGN || look == LOOK_APOSTROPHE) {
        walk->at = next;
        return;
    }
    if (look == LOOK_LETTER || look == LOOK_CYRILLIC)
        end = letters_end(text, start);
    if (!end) {
        take_odd(walk, look == LOOK_MARK || look == LOOK_ODD, key);
        return;
    }
    emit(walk, start, end);
    walk->at = end;
}

/* The walk has come to what is no ASCII; a sign or space before it is passed over. */
static bool stands_alone(struct walk *walk)
{
    const unsigned char *at = (const unsigned char *)walk->text.at + walk->at;
    bool sign =
        at[0] < 0x80 && walk->text.len - walk->at > 1 && at[1] >= 0x80 && !block_is_word(at[0]);
    walk->at += sign;
    return sign || at[0] >= 0x80;
}

size_t words_spans(struct str text, size_t *at, struct span *out, size_t most)
{
    struct walk walk = {.text = text, .at = *at, .floor = *at, .out = out, .most = most};
    struct buf key = {0};
    while (walk.at < text.len && walk.len < most) {
        if ((stands_alone(&walk) || !take_block(&walk)) && walk.at < text.len && walk.len < most)
            take_other(&walk, &key);
    }
    *at = walk.len == most ? walk.floor : walk.at;
    buf_free(&key);
    return walk.len;
}
