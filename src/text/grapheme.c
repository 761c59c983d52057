/* SPDX-License-Identifier: ISC */
/* A cluster is UAX #29's, but for three things that no terminal is right about: a hostile or
 * unassigned character is a cluster of its own, for it is spelled out; emoji joined by U+200D are
 * apart, for half of the terminals show them so; and what is invisible is counted in but not sent.
 * Marks without end cost one pass, and only the first few of them are shown. */
#include "dossier/text/grapheme.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "ranges.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#define SHOWN_MOST 8 /* code points of one cluster that are sent */
#define SOFT_HYPHEN 0xADu
#define NON_JOINER 0x200Cu
#define JOINER 0x200Du
#define DOTTED_CIRCLE 0x25CCu

/* Scripts whose letters join or stack, where U+200C and U+200D are part of the spelling. */
static const struct range joining[] = {
    {0x0600, 0x08FF},   {0x0900, 0x0DFF},   {0x0F00, 0x109F},   {0x1780, 0x18AF},
    {0x1A20, 0x1AAF},   {0x1B00, 0x1BFF},   {0xA840, 0xA87F},   {0xA8E0, 0xA8FF},
    {0xA930, 0xA9FF},   {0xAA60, 0xAA7F},   {0xFB50, 0xFDFF},   {0xFE70, 0xFEFC},
    {0x10A00, 0x10BFF}, {0x10D00, 0x10FFF}, {0x11000, 0x11FFF}, {0x1E900, 0x1E95F}};

static int bound_class(uint32_t c)
{
    return utf8proc_get_property((utf8proc_int32_t)c)->boundclass;
}

static bool is_emoji(uint32_t c)
{
    return bound_class(c) == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_modifier(uint32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

static bool is_region(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

static bool is_joiner(uint32_t c)
{
    return c == NON_JOINER || c == JOINER;
}

/* Conjoining vowels and finals: they take no column behind a leading consonant. */
static bool is_inner_jamo(uint32_t c)
{
    return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
}

static bool is_selector(uint32_t c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) ||
           (c >= 0x180B && c <= 0x180D) || c == 0x180F;
}

/* Sent to no terminal, but shown by its number. */
static bool is_spelled(uint32_t c)
{
    return c >= 0x7F || c < ' ' ? char_is_hostile(c) ||
                                      utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CN
                                : false;
}

static bool joins_letters(uint32_t before, uint32_t after)
{
    return range_holds(joining, COUNT(joining), before) && char_is_word(before) &&
           range_holds(joining, COUNT(joining), after) && char_is_word(after);
}

static void put(struct cluster *out, uint32_t c)
{
    if (c < 0x80) {
        out->shown[out->shown_len++] = (char)c;
        return;
    }
    char bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)bytes);
    if (n < 1 || out->shown_len + (size_t)n > sizeof out->shown)
        return;
    memcpy(out->shown + out->shown_len, bytes, (size_t)n);
    out->shown_len += (size_t)n;
}

static void put_spelled(struct cluster *out, uint32_t c)
{
    out->width = snprintf(out->shown, sizeof out->shown, "<U+%04X>", (unsigned)c);
    out->shown_len = (size_t)out->width;
}

/* The code points of a cluster that are to be sent. */
struct sent {
    uint32_t at[SHOWN_MOST];
    size_t len;
};

static void add_sent(struct sent *sent, uint32_t c)
{
    if (sent->len == SHOWN_MOST || is_selector(c) || is_joiner(c) || (sent->len && is_modifier(c)))
        return;
    uint32_t *last = sent->len ? &sent->at[sent->len - 1] : NULL;
    if (last && is_inner_jamo(c)) {
        /* terminals differ about the width of jamo, not about that of the syllable they make */
        utf8proc_int32_t pair[2] = {(utf8proc_int32_t)*last, (utf8proc_int32_t)c};
        if (utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE) == 1) {
            *last = (uint32_t)pair[0];
            return;
        }
    }
    sent->at[sent->len++] = c;
}

static void show(struct cluster *out, const struct sent *sent)
{
    uint32_t first = sent->len ? sent->at[0] : ' ';
    out->width = 0;
    if (sent->len && (char_width(first) == 0 || is_inner_jamo(first))) {
        put(out, DOTTED_CIRCLE);
        out->width = 1;
    }
    for (size_t i = 0; i < sent->len; i++) {
        uint32_t c = sent->at[i];
        put(out, char_is_space(c) ? ' ' : c);
        out->width += char_is_space(c) ? 1 : is_inner_jamo(c) ? 0 : char_width(c);
    }
}

/* What stands at AT may follow BEFORE in one cluster. Says in LAST whether it is the end of it. A
 * slice may end behind a joiner: what it joined to is then on the next line. */
static bool follows(struct str text, size_t at, uint32_t before, bool emoji, bool *last)
{
    uint32_t c = utf8_next(text, &at);
    if (!is_joiner(c))
        return !is_spelled(c);
    bool ends = at >= text.len;
    uint32_t after = ends ? before : utf8_next(text, &at);
    *last = c == JOINER && emoji && (ends || is_emoji(after));
    return *last || joins_letters(before, after);
}

/* Takes in what follows C, which ends at *AT, up to the end of its cluster. */
static void gather(struct str text, size_t *at, uint32_t c, struct sent *sent)
{
    utf8proc_int32_t state = 0;
    bool emoji = is_emoji(c), last = false;
    add_sent(sent, c);
    while (*at < text.len && !last) {
        size_t ahead = *at;
        uint32_t next = utf8_next(text, &ahead);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)c, (utf8proc_int32_t)next, &state) ||
            !follows(text, *at, c, emoji, &last))
            return;
        add_sent(sent, next);
        c = next;
        *at = ahead;
    }
}

/* A character that stands alone whatever follows. */
static bool show_alone(struct str text, size_t *at, uint32_t c, struct cluster *out)
{
    bool line_end = c == '\r' && *at < text.len && text.at[*at] == '\n';
    *at += line_end;
    out->width = line_end || c == '\n' || c == '\t';
    if (out->width)
        put(out, ' ');
    else if (is_spelled(c) && c != SOFT_HYPHEN)
        put_spelled(out, c);
    else
        return c == SOFT_HYPHEN;
    return true;
}

/* The columns of a character that needs no thought, and that nothing before it takes in; 0 for any
 * other. Letters come by the million: what was found is remembered. */
static int plain_width(uint32_t c)
{
    static _Thread_local struct {
        uint32_t c;
        int width;
    } remembered[1024];
    if (c < 0x80)
        return c >= ' ' && c < 0x7F;
    size_t slot = c % COUNT(remembered);
    if (remembered[slot].c != c) {
        bool plain =
            bound_class(c) == UTF8PROC_BOUNDCLASS_OTHER && !is_spelled(c) && !char_is_space(c);
        remembered[slot].c = c;
        remembered[slot].width = plain ? char_width(c) : 0;
    }
    return remembered[slot].width;
}

/* Nothing that stands at AT belongs to what stands before it. */
static bool begins_cluster(struct str text, size_t at)
{
    return at >= text.len || (unsigned char)text.at[at] < 0x80 ||
           plain_width(utf8_next(text, &at)) > 0;
}

bool cluster_next(struct str text, size_t *at, struct cluster *out)
{
    if (*at >= text.len)
        return false;
    out->start = *at;
    out->shown_len = 0;
    uint32_t c = utf8_next(text, at);
    out->width = plain_width(c);
    if (out->width && begins_cluster(text, *at)) {
        put(out, c);
    } else if (!show_alone(text, at, c, out)) {
        struct sent sent = {.len = 0};
        gather(text, at, c, &sent);
        show(out, &sent);
    }
    out->end = *at;
    return true;
}

/* A cluster ends between A and B whatever stands before A: only of flags must more be known, for
 * joined emoji are always apart. */
static bool surely_apart(uint32_t a, uint32_t b)
{
    return !(is_region(a) && is_region(b)) &&
           utf8proc_grapheme_break((utf8proc_int32_t)a, (utf8proc_int32_t)b);
}

size_t cluster_start(struct str text, size_t at)
{
    if (at >= text.len)
        return text.len;
    size_t from = utf8_start(text, at), ahead = from;
    uint32_t after = utf8_next(text, &ahead);
    while (from > 0) {
        size_t back = from;
        uint32_t before = utf8_before(text, &back);
        if (surely_apart(before, after))
            break;
        after = before;
        from = back;
    }
    struct cluster cluster = {.start = from};
    for (size_t walk = from; cluster_next(text, &walk, &cluster) && walk <= at;)
        ;
    return cluster.start;
}

size_t cluster_before(struct str text, size_t at)
{
    if (at > text.len)
        at = text.len;
    return at == 0 ? 0 : cluster_start(text, at - 1);
}

size_t cluster_after(struct str text, size_t at)
{
    struct cluster cluster;
    size_t walk = cluster_start(text, at);
    return cluster_next(text, &walk, &cluster) ? walk : text.len;
}

int text_width(struct str s)
{
    struct cluster cluster;
    int width = 0;
    for (size_t at = 0; cluster_next(s, &at, &cluster);)
        width += cluster.width;
    return width;
}

struct str text_fit(struct str s, int width)
{
    struct cluster cluster;
    size_t end = 0;
    for (size_t at = 0; cluster_next(s, &at, &cluster) && cluster.width <= width; end = at)
        width -= cluster.width;
    return str_sub(s, 0, end);
}

struct str text_fit_end(struct str s, int width)
{
    struct cluster cluster = {0};
    size_t start = s.len;
    while (start > 0) {
        size_t at = cluster_before(s, start), before = at;
        if (!cluster_next(s, &at, &cluster) || cluster.width > width)
            break;
        width -= cluster.width;
        start = before;
    }
    return str_sub(s, start, s.len);
}
