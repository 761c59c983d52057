/* SPDX-License-Identifier: ISC */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/diff.h"

#include <criterion/criterion.h>
#include <string.h>

/* "same{-gone-}{+new+}same" */
static void put(const struct diff *diff, struct buf *out)
{
    static const char *const signs[][2] = {
        [DIFF_SAME] = {"", ""}, [DIFF_GONE] = {"{-", "-}"}, [DIFF_NEW] = {"{+", "+}"}};
    for (size_t i = 0; i < diff->len; i++) {
        buf_chars(out, signs[diff->at[i].kind][0]);
        buf_str(out, diff->at[i].text);
        buf_chars(out, signs[diff->at[i].kind][1]);
    }
}

static struct str side(struct buf *out, const struct diff *diff, enum diff_kind not )
{
    buf_clear(out);
    for (size_t i = 0; i < diff->len; i++)
        if (diff->at[i].kind != not )
            buf_str(out, diff->at[i].text);
    return buf_view(out);
}

/* The pieces give both texts, neighbours differ, edits are counted. */
static void check_sound(const struct diff *diff, struct str before, struct str after)
{
    struct buf out = {0};
    cr_expect(str_eq(side(&out, diff, DIFF_NEW), before));
    cr_expect(str_eq(side(&out, diff, DIFF_GONE), after));
    size_t edits = 0;
    for (size_t i = 0; i < diff->len; i++) {
        bool first = i == 0 || diff->at[i - 1].kind == DIFF_SAME;
        edits += diff->at[i].kind != DIFF_SAME && first;
        cr_expect(i == 0 || diff->at[i].kind != diff->at[i - 1].kind);
        cr_expect(diff->at[i].text.len);
    }
    cr_expect_eq(edits, diff->edits);
    buf_free(&out);
}

Test(diff, words_and_marks_that_changed_are_told_apart)
{
    static const struct {
        const char *before, *after, *expected;
        size_t edits;
    } cases[] = {
        {"", "", "", 0},
        {"the bridge", "the bridge", "the bridge", 0},
        {"", "new", "{+new+}", 1},
        {"gone", "", "{-gone-}", 1},
        {"the old bridge", "the new bridge", "the {-old-}{+new+} bridge", 1},
        {"It is shut.", "It is shut!", "It is shut{-.-}{+!+}", 1},
        {"one two three", "one three", "one {-two -}three", 1},
        {"a b c d e", "a x y d e", "a {-b c-}{+x y+} d e", 1},
        {"he said yes", "she said no", "{-he-}{+she+} said {-yes-}{+no+}", 2},
        {"“Нет”, сказал он", "\"Нет\", сказал он", "{-“-}{+\"+}Нет{-”-}{+\"+}, сказал он", 2},
        {"桥很旧", "桥不旧", "桥{-很-}{+不+}旧", 1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena *arena = arena_new();
        struct diff diff;
        struct buf out = {0};
        diff_words(arena, str_of(cases[i].before), str_of(cases[i].after), &diff);
        put(&diff, &out);
        cr_expect(str_is(buf_view(&out), cases[i].expected), "%.*s, expected %s",
                  STR_ARG(buf_view(&out)), cases[i].expected);
        cr_expect_eq(diff.edits, cases[i].edits);
        check_sound(&diff, str_of(cases[i].before), str_of(cases[i].after));
        buf_free(&out);
        arena_free(arena);
    }
}

static unsigned random_of(uint64_t *seed, unsigned below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*seed >> 33) % below;
}

/* The length of the longest common subsequence, the slow way. */
static size_t longest_common(struct str a, struct str b)
{
    size_t rows[2][64] = {0};
    for (size_t i = 1; i <= a.len; i++)
        for (size_t j = 1; j <= b.len; j++) {
            size_t *now = &rows[i % 2][j], up = rows[(i + 1) % 2][j], left = rows[i % 2][j - 1];
            *now =
                a.at[i - 1] == b.at[j - 1] ? rows[(i + 1) % 2][j - 1] + 1 : (up > left ? up : left);
        }
    return rows[a.len % 2][b.len];
}

Test(diff, of_short_texts_as_much_stays_as_can)
{
    struct arena *arena = arena_new();
    uint64_t seed = 7;
    for (int turn = 0; turn < 3000; turn++) {
        char a[40], b[40];
        struct str before = {a, random_of(&seed, 30)}, after = {b, random_of(&seed, 30)};
        for (size_t i = 0; i < sizeof a; i++) {
            a[i] = "+*=#"[random_of(&seed, 4)];
            b[i] = "+*=#"[random_of(&seed, 4)];
        }
        struct diff diff;
        diff_words(arena, before, after, &diff);
        check_sound(&diff, before, after);
        size_t kept = 0;
        for (size_t i = 0; i < diff.len; i++)
            kept += diff.at[i].kind == DIFF_SAME ? diff.at[i].text.len : 0;
        cr_assert_eq(kept, longest_common(before, after), "“%.*s” “%.*s”", STR_ARG(before),
                     STR_ARG(after));
        arena_clear(arena);
    }
    arena_free(arena);
}

Test(diff, of_texts_that_differ_nearly_everywhere_it_is_right_still)
{
    struct arena *arena = arena_new();
    uint64_t seed = 9;
    struct buf before = {0}, after = {0};
    for (int i = 0; i < 30000; i++) {
        buf_printf(&before, "w%u ", random_of(&seed, 900));
        buf_printf(&after, "w%u%s", random_of(&seed, 900), i % 50 ? " " : "\n");
    }
    struct diff diff;
    diff_words(arena, buf_view(&before), buf_view(&after), &diff);
    check_sound(&diff, buf_view(&before), buf_view(&after));
    cr_expect_gt(diff.len, 100);
    buf_free(&before);
    buf_free(&after);
    arena_free(arena);
}

Test(diff, what_is_no_utf8_is_kept_byte_by_byte)
{
    struct arena *arena = arena_new();
    struct str before = STR("a\xFF\xFE z\xC3"), after = STR("a\xFF z\xE2\x80");
    struct diff diff;
    diff_words(arena, before, after, &diff);
    check_sound(&diff, before, after);
    arena_free(arena);
}
