/* SPDX-License-Identifier: ISC */
#include "dossier/model/segment.h"

#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/text/words.h"
#include "folder.h"

static struct arena *arena;
static const char *folder;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
}

static void end(void)
{
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(segment, .init = begin, .fini = end);

static uint64_t seed = 0x2545F4914F6CDD1Du;

static uint64_t draw(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

static void add(struct segment_maker *maker, struct str path, struct str text)
{
    struct article article = {.path = path, .text = text, .facts = FACTS_NONE};
    article.file.text = text;
    article.file.stored_size = (uint32_t)text.len;
    article_finish(arena, &article);
    segment_add(maker, &article, NULL);
}

/* Words of all frequencies and scripts, short and long, capitals and none. */
static struct str made_up(size_t words)
{
    static const char *const common[] = {"the",  "The",    "of", "Київ",
                                         "київ", "Straße", "é",  "E\u0301"};
    struct buf text = {0};
    for (size_t i = 0; i < words; i++) {
        size_t rank = (size_t)(draw() % (draw() % 2 ? 8 : 4000));
        if (rank < COUNT(common))
            buf_chars(&text, common[rank]);
        else
            buf_printf(&text, rank % 7 ? "w%zu" : "Averyveryverylongword%zu", rank);
        buf_chars(&text, draw() % 9 ? " " : ".\n\n");
    }
    struct str copy = arena_str(arena, buf_view(&text));
    buf_free(&text);
    return copy;
}

static struct segment *make(size_t articles, size_t words)
{
    struct segment_maker *maker = segment_begin();
    for (size_t i = 0; i < articles; i++)
        add(maker, arena_printf(arena, "%04zu.txt", i), made_up(words));
    return segment_end(maker);
}

struct numbers {
    uint32_t *at;
    size_t len, cap;
};

static int compare(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* All places of the word with KEY, in order. */
static struct numbers places_of(const struct segment *segment, struct str key)
{
    struct numbers out = {0};
    uint32_t word = segment_word(segment, key), first, count = 0;
    if (word != SEGMENT_NONE)
        count = segment_spellings(segment, word, &first);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t times = segment_spelling_count(segment, first + i);
        uint32_t *places = arena_many(arena, uint32_t, times);
        segment_places(segment, first + i, places);
        for (uint32_t p = 0; p < times; p++)
            *vec_add(arena, &out) = places[p];
    }
    if (out.len)
        qsort(out.at, out.len, sizeof *out.at, compare);
    return out;
}

/* The places of KEY as a walk through the texts finds them. */
static struct numbers walked(const struct segment *segment, struct str key)
{
    struct numbers out = {0};
    struct buf found = {0};
    struct span span;
    for (uint32_t i = 0; i < segment_count(segment); i++) {
        struct str text = segment_text(segment, i);
        for (size_t at = 0; words_next(text, &at, &span, &found);)
            if (str_eq(buf_view(&found), key))
                *vec_add(arena, &out) = segment_text_start(segment, i) + span.start;
    }
    buf_free(&found);
    return out;
}

static void check_word(const struct segment *segment, const char *key)
{
    struct numbers found = places_of(segment, str_of(key)), wanted = walked(segment, str_of(key));
    cr_assert_eq(found.len, wanted.len, "%s: %zu places, not %zu", key, found.len, wanted.len);
    cr_expect(!found.len || !memcmp(found.at, wanted.at, found.len * sizeof *found.at), "%s", key);
}

static void check_words(const struct segment *segment)
{
    static const char *const keys[] = {
        "the", "of",  "київ", "e",     "w9",  "averyveryverylongword700",
        "w10", "w11", "w12",  "w3999", "none"};
    for (size_t i = 0; i < COUNT(keys); i++)
        check_word(segment, keys[i]);
}

Test(segment, places_of_words_are_those_that_a_walk_through_the_texts_finds)
{
    struct segment *segment = make(40, 3000);
    check_words(segment);
    segment_release(segment);
}

/* A word that stands COUNT times, others between. */
static struct segment *make_repeated(size_t count)
{
    struct segment_maker *maker = segment_begin();
    struct buf text = {0};
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < draw() % 40; k++)
            buf_printf(&text, "x%zu ", (size_t)draw() % 1000);
        buf_chars(&text, "Pax ");
    }
    add(maker, STR("one.txt"), arena_str(arena, buf_view(&text)));
    buf_free(&text);
    return segment_end(maker);
}

Test(segment, a_words_places_are_found_however_many_there_are)
{
    for (size_t count = 1; count < 700; count += count < 80 ? 1 : 13) {
        struct segment *segment = make_repeated(count);
        struct numbers found = places_of(segment, STR("pax"));
        cr_expect_eq(found.len, count, "%zu, not %zu", found.len, count);
        check_word(segment, "pax");
        check_word(segment, "x7");
        segment_release(segment);
    }
}

static const char *save(const struct segment *segment)
{
    struct error error = {0};
    const char *path = path_join(arena, folder, "0123456789abcdef.segment");
    cr_assert(segment_save(segment, path, &error), "%s", error.text);
    return path;
}

Test(segment, what_was_saved_is_found_again_word_for_word)
{
    struct segment *segment = make(20, 2000);
    struct segment *again = segment_open(save(segment));
    cr_assert_not_null(again);
    check_words(again);
    cr_assert_eq(segment_count(again), segment_count(segment));
    for (uint32_t i = 0; i < segment_count(segment); i++) {
        cr_expect(str_eq(segment_text(again, i), segment_text(segment, i)));
        cr_expect(str_eq(segment_path(again, i), segment_path(segment, i)));
        cr_expect_eq(segment_words(again, i), segment_words(segment, i));
    }
    cr_expect(segment_is_sound(again));
    cr_expect_str_eq(segment_name(again), "0123456789abcdef");
    segment_release(again);
    segment_release(segment);
}

Test(segment, an_article_comes_back_with_all_that_was_known_of_it)
{
    struct str tags[] = {STR("eu"), STR("talks")};
    struct span body[] = {{9, 22}, {25, 30}};
    struct shift shifts[] = {{0, 3}, {12, 16}};
    struct str text = STR("---\na: b\nA headline\nText and more of it");
    struct article article = {.path = STR("in/a folder.txt"),
                              .text = text,
                              .file = {text, ENCODING_UTF16LE, shifts, 2, 99, 4, 17},
                              .front = {0, 9},
                              .facts = {.known = ARTICLE_DATE | ARTICLE_SOURCE,
                                        .title = STR("A headline, told"),
                                        .source = STR("The Gazette"),
                                        .author = STR("B. Reed"),
                                        .url = STR("https://x.example"),
                                        .why = STR("because"),
                                        .date = DAY_NONE,
                                        .from = 100,
                                        .to = 200,
                                        .basis = BASIS_INFERRED,
                                        .body = {body, 2, 2},
                                        .tags = tags,
                                        .tag_count = 2},
                              .problem = STR("a problem"),
                              .stated = 77};
    article_finish(arena, &article);
    struct file_look look = {5, 6, 7};
    struct segment_maker *maker = segment_begin();
    segment_add(maker, &article, &look);
    struct segment *segment = segment_end(maker);
    struct article out;
    segment_article(segment, 0, arena, &out);
    cr_expect(str_eq(out.path, article.path));
    cr_expect(str_eq(out.text, article.text));
    cr_expect(str_eq(out.problem, article.problem));
    cr_expect(str_eq(out.facts.title, article.facts.title));
    cr_expect(str_eq(out.facts.source, article.facts.source));
    cr_expect(str_eq(out.facts.author, article.facts.author));
    cr_expect(str_eq(out.facts.url, article.facts.url));
    cr_expect(str_eq(out.facts.why, article.facts.why));
    cr_expect_eq(out.facts.known, article.facts.known);
    cr_expect_eq(out.facts.date, DAY_NONE);
    cr_expect_eq(out.facts.from, 100);
    cr_expect_eq(out.facts.to, 200);
    cr_expect_eq(out.facts.basis, BASIS_INFERRED);
    cr_assert_eq(out.facts.tag_count, 2);
    cr_expect(str_is(out.facts.tags[1], "talks"));
    cr_assert_eq(out.body.len, article.body.len);
    for (size_t i = 0; i < out.body.len; i++)
        cr_expect_eq(out.body.at[i].start, article.body.at[i].start);
    cr_expect_eq(out.front.end, 9);
    cr_expect_eq(out.file.encoding, ENCODING_UTF16LE);
    cr_expect_eq(out.file.stored_size, 99);
    cr_expect_eq(out.file.bad, 4);
    cr_expect_eq(out.file.first_bad, 17);
    cr_assert_eq(out.file.shift_count, 2);
    cr_expect_eq(out.file.shifts[1].stored, 16);
    cr_expect_eq(out.stated, 77);
    cr_expect_eq(out.worked_out, article.worked_out);
    struct file_look found = segment_look(segment, 0);
    cr_expect(file_looks_same(&found, &look));
    segment_release(segment);
}

Test(segment, words_of_a_prefix_are_those_whose_key_begins_so)
{
    struct segment *segment = make(3, 2000);
    size_t count = segment_prefix(segment, STR("w39"), NULL), seen = 0;
    uint32_t *words = arena_many(arena, uint32_t, count);
    segment_prefix(segment, STR("w39"), words);
    for (uint32_t i = 0; i < 4000; i++) {
        char key[16];
        snprintf(key, sizeof key, "w%u", i);
        bool there = segment_word(segment, str_of(key)) != SEGMENT_NONE;
        seen += there && strncmp(key, "w39", 3) == 0;
    }
    cr_expect_eq(count, seen);
    cr_expect_gt(count, 10);
    for (size_t i = 0; i < count; i++) {
        uint32_t first;
        segment_spellings(segment, words[i], &first);
        cr_expect(str_starts(segment_spelling(segment, first), STR("w39")));
    }
    segment_release(segment);
}

/* Changes the byte at AT of the file, counted from the end where it is negative. */
static void damage(const char *path, long at)
{
    FILE *file = fopen(path, "r+b");
    cr_assert_not_null(file);
    fseek(file, at, at < 0 ? SEEK_END : SEEK_SET);
    int c = fgetc(file);
    fseek(file, -1, SEEK_CUR);
    fputc(c ^ 0x5A, file);
    fclose(file);
}

Test(segment, a_file_that_is_cut_short_or_has_another_head_is_none)
{
    struct segment *segment = make(2, 500);
    const char *path = save(segment);
    segment_release(segment);
    struct file_look look;
    for (long at = 0; at < 300; at += 7) {
        damage(path, at);
        cr_expect_null(segment_open(path), "a head that is damaged at byte %ld was taken", at);
        damage(path, at);
    }
    cr_assert(file_look_at(path, &look));
    cr_assert_eq(truncate(path, look.size - 1), 0);
    cr_expect_null(segment_open(path));
    cr_assert_eq(truncate(path, 0), 0);
    cr_expect_null(segment_open(path));
    cr_expect_null(segment_open(path_join(arena, folder, "nowhere")));
}

/* Looks for PART in all words of SEGMENT, which is let go. */
static void find_part(struct segment *segment, const struct regex *part)
{
    struct corpus corpus = {0};
    struct places places = {0};
    corpus_take(&corpus, segment);
    index_places_of_part(&corpus, part, SIZE_MAX - 1, arena, &places);
    corpus_close(&corpus);
}

Test(segment, one_damaged_byte_is_found_and_leads_nowhere)
{
    struct segment *segment = make(4, 300);
    const char *path = save(segment);
    segment_release(segment);
    struct file_look look;
    size_t wrong;
    struct regex *part = regex_make(STR("w1"), &wrong, NULL);
    cr_assert(file_look_at(path, &look));
    for (int round = 0; round < 400; round++) {
        long at = 1024 + (long)(draw() % (uint64_t)(look.size - 1024));
        damage(path, at);
        struct segment *again = segment_open(path);
        if (again) {
            struct article article;
            for (uint32_t i = 0; i < segment_count(again); i++)
                segment_article(again, i, arena, &article);
            places_of(again, STR("the"));
            places_of(again, STR("w12"));
            segment_prefix(again, STR("w1"), NULL);
            find_part(again, part);
        }
        damage(path, at);
    }
    regex_free(part);
    damage(path, -400);
    struct segment *again = segment_open(path);
    cr_assert_not_null(again);
    cr_expect_not(segment_is_sound(again));
    segment_release(again);
}
