/* SPDX-License-Identifier: ISC */
/* Both are compared as the proof compares them, so that no curly mark is shown as a difference. */
#include "differ.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/diff.h"
#include "dossier/text/exact.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#define AROUND 5     /* words shown on either side of a difference */
#define MOST_SHOWN 6 /* differences */

/* What both have, or what one has in place of the other's. */
struct stretch {
    bool same;
    struct buf gone, fresh; /* of a same one: GONE alone */
};

struct stretches {
    struct stretch *at;
    size_t len, cap;
};

static bool is_blank(struct str s)
{
    return !str_trim(s).len;
}

static struct stretch *last_of(struct stretches *all, bool same)
{
    if (!all->len || all->at[all->len - 1].same != same)
        vec_add(NULL, all)->same = same;
    return &all->at[all->len - 1];
}

/* Differences between which only spaces are the same are one. */
static void gather(const struct diff *diff, struct stretches *all)
{
    for (size_t i = 0; i < diff->len; i++) {
        const struct diff_piece *piece = &diff->at[i];
        bool edited = all->len && !all->at[all->len - 1].same;
        if (piece->kind == DIFF_SAME && edited && i + 1 < diff->len && is_blank(piece->text)) {
            buf_str(&all->at[all->len - 1].gone, piece->text);
            buf_str(&all->at[all->len - 1].fresh, piece->text);
        } else {
            struct stretch *to = last_of(all, piece->kind == DIFF_SAME);
            buf_str(piece->kind == DIFF_NEW ? &to->fresh : &to->gone, piece->text);
        }
    }
}

/* The characters of S that are letters (or digits), for comparing. */
static void put_only(struct str s, bool digits, struct buf *out)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (char_is_word(c) && (!digits || char_is_digit(c)))
            utf8_put(out, c);
    }
}

static bool same_only(struct str a, struct str b, bool digits)
{
    struct buf x = {0}, y = {0};
    put_only(a, digits, &x);
    put_only(b, digits, &y);
    bool same = str_eq(buf_view(&x), buf_view(&y));
    buf_free(&x);
    buf_free(&y);
    return same;
}

static enum differ_kind kind_of(const struct stretch *stretch)
{
    struct str gone = buf_view(&stretch->gone), fresh = buf_view(&stretch->fresh);
    bool words_gone = words_count(gone) > 0, words_new = words_count(fresh) > 0;
    if (same_only(gone, fresh, false) && words_count(gone) == words_count(fresh))
        return DIFFER_MARK;
    if (words_gone && !words_new)
        return DIFFER_LEFT;
    return same_only(gone, fresh, true) ? DIFFER_WORD : DIFFER_NUMBER;
}

/* The last, or the first, COUNT words of S. */
static struct str few_words(struct str s, size_t count, bool last)
{
    size_t total = words_count(s), number = 0, cut = 0, at = 0;
    struct buf key = {0};
    struct span word;
    if (total <= count)
        return s;
    while (words_next(s, &at, &word, &key)) {
        number++;
        if (last && number == total - count + 1)
            cut = word.start;
        if (!last && number == count)
            cut = word.end;
    }
    buf_free(&key);
    return last ? str_sub(s, cut, s.len) : str_sub(s, 0, cut);
}

static void put_same(struct str s, bool first, bool last, struct buf *out)
{
    size_t total = words_count(s);
    if (first || total > 2 * AROUND + 2) {
        struct str head = few_words(s, AROUND, false), tail = few_words(s, AROUND, true);
        if (!first)
            buf_str(out, last && head.len == s.len ? s : head);
        if (!last && (first ? tail.len < s.len : true))
            buf_chars(out, first ? "… " : " … ");
        if (!last)
            buf_str(out, tail);
        else if (!first && head.len < s.len)
            buf_chars(out, " …");
        return;
    }
    struct str head = last ? few_words(s, AROUND, false) : s;
    buf_str(out, head);
    if (head.len < s.len)
        buf_chars(out, " …");
}

static void put_edit(const struct stretch *stretch, struct buf *out)
{
    struct str gone = buf_view(&stretch->gone), fresh = buf_view(&stretch->fresh);
    struct str head = few_words(gone, AROUND, false), tail = few_words(gone, AROUND, true);
    bool is_long = words_count(gone) > 2 * AROUND + 4;
    if (gone.len)
        buf_printf(out, "[-%.*s%s%.*s-]", STR_ARG(is_long ? head : gone), is_long ? " … " : "",
                   is_long ? (int)tail.len : 0, is_long ? tail.at : "");
    if (fresh.len)
        buf_printf(out, "{+%.*s+}", STR_ARG(fresh));
}

static void put_all(const struct stretches *all, struct buf *out)
{
    int shown = 0;
    for (size_t i = 0; i < all->len; i++) {
        const struct stretch *stretch = &all->at[i];
        if (shown == MOST_SHOWN) {
            buf_chars(out, " …");
            return;
        }
        if (stretch->same)
            put_same(buf_view(&stretch->gone), i == 0, i + 1 == all->len, out);
        else
            put_edit(stretch, out);
        shown += !stretch->same;
    }
}

static void judge(struct arena *arena, const struct stretches *all, struct differ *out)
{
    for (size_t i = 0; i < all->len; i++) {
        const struct stretch *stretch = &all->at[i];
        if (stretch->same)
            continue;
        enum differ_kind kind = kind_of(stretch);
        out->edits++;
        if (kind > out->kind)
            out->kind = kind;
        if (kind == DIFFER_LEFT && !out->left.len) {
            out->left = arena_str(arena, str_trim(buf_view(&stretch->gone)));
            if (i > 0)
                out->after =
                    arena_str(arena, str_trim(few_words(buf_view(&all->at[i - 1].gone), 1, true)));
        }
    }
}

struct differ differ_put(struct arena *arena, struct str article, struct str quotation,
                         struct buf *out)
{
    struct differ differ = {0};
    struct buf a = {0}, q = {0};
    struct diff diff;
    struct stretches all = {0};
    exact_put(article, &a);
    exact_put(quotation, &q);
    diff_words(arena, buf_view(&a), buf_view(&q), &diff);
    gather(&diff, &all);
    judge(arena, &all, &differ);
    put_all(&all, out);
    for (size_t i = 0; i < all.len; i++) {
        buf_free(&all.at[i].gone);
        buf_free(&all.at[i].fresh);
    }
    vec_free(&all);
    buf_free(&a);
    buf_free(&q);
    return differ;
}
