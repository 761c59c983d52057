/* SPDX-License-Identifier: ISC */
/* Lines that stand in several articles of one source. */
#include "../../src/state/outside.h"

#include "dossier/load/load.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/model/recurring.h"
#include "folder.h"
#include "generation.h"

#define PLEA "The valley railway needs your voice now"
#define MENU "Skip to content\nHome\nPolitics\nSports\nContact us\nLog in\n"
#define FOOTER \
    "Related articles\nA ferry for the valley by next spring\nComments\nLeave a comment\n"
#define BLOCK "Valley people\nValley weather\nValley markets\n"

static struct arena *arena;
static const char *folder, *cache;
static struct library *now;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    cache = folder_make(arena);
    setenv("XDG_CACHE_HOME", cache, 1);
    now = NULL;
}

static void end(void)
{
    library_free(now);
    folder_remove(folder);
    folder_remove(cache);
    arena_free(arena);
}

TestSuite(recurring, .init = begin, .fini = end);

static void load(void)
{
    struct error error = {0};
    library_free(now);
    now = library_load(&(struct load_request){.path = folder, .no_cache = true}, NULL, &error);
    cr_assert_not_null(now, "%s", error.text);
}

static void put(const char *name, const char *text)
{
    folder_write(folder, name, str_of(text));
}

/* Running text that only article NUMBER has, in some lines; Ada Berg is named in it. */
static const char *prose(unsigned number)
{
    struct buf out = {0};
    for (unsigned line = 0; line < 5; line++)
        buf_printf(
            &out,
            "On day %u of month %u, Ada Berg went down to the river once more, looked at the "
            "bridge, and said that nobody had asked her in %u years.\n",
            number * 7 + line, number + line, number * 3 + 11 * line);
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

/* A page of NUMBER, with PLEA among its lines. */
static const char *page_with(unsigned number, const char *plea)
{
    return arena_printf(arena, MENU "The bridge of town %u is closed\n%s%s\n%s" FOOTER, number,
                        prose(number), plea, prose(number + 100))
        .at;
}

static const char *page(unsigned number)
{
    return page_with(number, PLEA);
}

static uint32_t number_of(const char *path)
{
    uint32_t number = corpus_at_path(&now->corpus, str_of(path));
    cr_assert_neq(number, ARTICLE_NONE, "%s", path);
    return number;
}

/* WORDS stand in the text at PATH, in its body or outside. */
static bool has(const char *path, const char *words)
{
    const struct article *article = corpus_article(&now->corpus, number_of(path));
    ptrdiff_t at = str_find(article->text, str_of(words), 0);
    cr_assert_geq(at, 0, "%s: %s", path, words);
    return article_in_body(article, (uint32_t)at);
}

Test(recurring, a_line_of_pages_is_out_where_three_unlike_articles_have_it)
{
    put("a.txt", page(1));
    put("b.txt", page(2));
    load();
    cr_expect(has("a.txt", PLEA) && has("b.txt", PLEA));
    put("c.txt", page(3));
    load();
    cr_expect(!has("a.txt", PLEA) && !has("b.txt", PLEA) && !has("c.txt", PLEA));
    cr_expect(has("a.txt", "The bridge of town 1") && has("a.txt", "On day 7"));
}

Test(recurring, a_stated_body_stays_as_it_is_and_still_counts_for_the_others)
{
    const char *text = page(3);
    put("a.txt", page(1));
    put("b.txt", page(2));
    put("c.txt", text);
    put("tags.yaml",
        arena_printf(arena, "articles:\n  c.txt:\n    body: [{from: 0, to: %zu}]\n", strlen(text))
            .at);
    load();
    cr_expect(has("c.txt", PLEA) && has("c.txt", "Home"));
    cr_expect(!has("a.txt", PLEA) && !has("b.txt", PLEA));
}

Test(recurring, how_many_others_have_it_is_told)
{
    enum recurring_within within = RECURRING_SOURCE;
    for (unsigned i = 0; i < 5; i++)
        put(arena_printf(arena, "%u.txt", i).at, page(i));
    put("other/8.txt", page(8));
    load();
    const struct article *article = corpus_article(&now->corpus, number_of("2.txt"));
    uint32_t at = (uint32_t)str_find(article->text, STR(PLEA), 0);
    cr_expect_eq(recurring_others(&now->corpus, number_of("2.txt"), at, &within), 4);
    cr_expect_eq(within, RECURRING_FOLDER);
    cr_expect_eq(recurring_others(&now->corpus, number_of("2.txt"), 0, &within), 0);
    cr_expect(has("other/8.txt", PLEA));
}

/* Why WORDS in the text at PATH are not the article. */
static void expect_told(const char *path, const char *words, const char *wanted)
{
    struct buf out = {0};
    const struct article *article = corpus_article(&now->corpus, number_of(path));
    ptrdiff_t at = str_find(article->text, str_of(words), 0);
    cr_assert_geq(at, 0);
    outside_tell(&now->corpus, number_of(path), (uint32_t)at, &out);
    cr_expect(str_is(buf_view(&out), wanted), "%s: %.*s", words, STR_ARG(buf_view(&out)));
    buf_free(&out);
}

Test(recurring, what_is_not_the_article_is_told_in_words)
{
    for (unsigned i = 0; i < 5; i++)
        put(arena_printf(arena, "%u.txt", i).at, page(i));
    for (unsigned i = 5; i < 8; i++)
        put(arena_printf(arena, "of/%u.txt", i).at,
            arena_printf(arena, "---\nsource: The Herald\n---\n%s", page(i)).at);
    for (unsigned i = 8; i < 11; i++)
        put(arena_printf(arena, "at/%u.txt", i).at,
            arena_printf(arena, "---\nurl: a.example\n---\n%s", page(i)).at);
    load();
    expect_told("2.txt", PLEA, "it stands in 4 other articles in this folder");
    expect_told("of/5.txt", PLEA, "it stands in 2 other articles of this source");
    expect_told("at/8.txt", PLEA, "it stands in 2 other articles of this site");
    expect_told("2.txt", "Home", "by its words and its place, navigation");
    expect_told("2.txt", "A ferry", "by its words and its place, teaser");
    expect_told("of/5.txt", "source:", "it is the front matter");
    put("tags.yaml", "articles: {2.txt: {body: [{from: 60, to: 400}]}}\n");
    load();
    expect_told("2.txt", "Home", "what is the article is stated");
}

Test(recurring, versions_of_one_article_do_not_take_lines_from_each_other)
{
    put("a.txt", page(1));
    put("b.txt", arena_printf(arena, "%s%s", page(1), "More to come\n").at);
    put("c.txt", arena_printf(arena, MENU "The bridge is closed, as we hear\n%s" PLEA "\n%s" FOOTER,
                              prose(1), prose(200))
                     .at);
    put("d.txt", page(2));
    load();
    cr_expect(has("a.txt", PLEA) && has("b.txt", PLEA) && has("c.txt", PLEA) && has("d.txt", PLEA));
}

Test(recurring, articles_of_other_sources_do_not_count)
{
    for (unsigned i = 1; i <= 4; i++)
        put(arena_printf(arena, "%u.txt", i).at,
            arena_printf(arena, "---\nsource: The %s\n---\n%s", i < 3 ? "Herald" : "Times", page(i))
                .at);
    load();
    for (unsigned i = 1; i <= 4; i++)
        cr_expect(has(arena_printf(arena, "%u.txt", i).at, PLEA));
    put("tags.yaml", "articles: {4.txt: {source: The Herald}}\n");
    load();
    cr_expect(!has("1.txt", PLEA) && !has("2.txt", PLEA) && has("3.txt", PLEA) &&
              !has("4.txt", PLEA));
}

Test(recurring, what_the_host_of_the_address_is_makes_a_source_where_none_is_known)
{
    static const char *const urls[] = {"https://www.Herald.example/a?b", "http://herald.example:80",
                                       "https://herald.example/c#d", "https://times.example/a"};
    for (unsigned i = 0; i < COUNT(urls); i++)
        put(arena_printf(arena, "%u/x.txt", i).at,
            arena_printf(arena, "---\nurl: \"%s\"\n---\n%s", urls[i], page(i)).at);
    load();
    cr_expect(!has("0/x.txt", PLEA) && !has("1/x.txt", PLEA) && !has("2/x.txt", PLEA));
    cr_expect(has("3/x.txt", PLEA));
}

Test(recurring, no_headline_is_taken_out)
{
    for (unsigned i = 1; i <= 4; i++)
        put(arena_printf(arena, "%u.txt", i).at,
            arena_printf(arena, MENU "Letters to the editor of this paper\n%s" FOOTER, prose(i))
                .at);
    load();
    cr_expect(has("1.txt", "Letters to the editor"));
    cr_expect(str_is(corpus_title(&now->corpus, number_of("1.txt")),
                     "Letters to the editor of this paper"));
}

/* Four articles that begin with BEFORE and end with BEHIND: none of it is taken out. */
static void expect_clean(const char *before, const char *behind)
{
    for (unsigned i = 1; i <= 4; i++)
        put(arena_printf(arena, "%u.txt", i).at,
            arena_printf(arena, "%s%s%s", before, prose(i), behind).at);
    load();
    for (unsigned i = 1; i <= 4; i++) {
        const struct article *article =
            corpus_article(&now->corpus, number_of(arena_printf(arena, "%u.txt", i).at));
        cr_assert_eq(article->body.len, 1, "%s … %s", before, behind);
        cr_expect_eq(article->body.at[0].start, 0, "%s … %s", before, behind);
        cr_expect_geq(article->body.at[0].end + 1, article->text.len, "%s … %s", before, behind);
    }
}

Test(recurring, of_clean_texts_nothing_is_taken_out)
{
    expect_clean("Letter from the valley\n\n", "");
    expect_clean("Letter from the valley\n\nNotes on a small place\n\n", "\nAnd so it goes\n");
    expect_clean("Letter from the valley\n\nNotes on a small place\n\nOf a Sunday morning\n\n", "");
    expect_clean("", "\nWhere the river bends\n\nWhere the willow bends\n");
    expect_clean("",
                 "\nWhere the river bends,\n\nWhere the willow bends,\n\nThere I would rest.\n");
    expect_clean("A soup for winter\n\nWhat you need\n\n2 onions\n\n1 spoon of salt\n\n"
                 "Black pepper\n\nHow to go about it\n\n",
                 "\nTeam\n\nGames\n\nPoints\n\nLund\n\n12\n\n30\n\nVale\n\n12\n\n28\n");
    expect_clean("Good morning\n\n",
                 "\nWhat we are watching\n\nNobody knew of it, she said, and nobody will know it "
                 "either before the summer has come and gone.\n\nOn this day\n\nIn the valley, a "
                 "hundred years ago, the first train came in and was met by a band.\n");
}

Test(recurring, three_lines_together_at_the_edges_of_a_text_are_out)
{
    for (unsigned i = 1; i <= 3; i++)
        put(arena_printf(arena, "%u.txt", i).at,
            arena_printf(arena,
                         "Herald\n" BLOCK "The bridge of town %u is closed\n%s" BLOCK
                         "Town %u, and what it says",
                         i, prose(i), i)
                .at);
    load();
    for (unsigned i = 1; i <= 3; i++) {
        const char *path = arena_printf(arena, "%u.txt", i).at;
        const struct article *article = corpus_article(&now->corpus, number_of(path));
        cr_expect(!has(path, BLOCK) && has(path, "The bridge of") && has(path, "Town "));
        cr_expect_lt(str_find(span_of(article->text, article->body.at[article->body.len - 2]),
                              STR("Valley markets"), 0),
                     0);
    }
}

Test(recurring, mentions_in_lines_that_are_out_are_outside_the_body)
{
    put("tags.yaml", "actors: [{id: val, name: Valley}]\n");
    for (unsigned i = 1; i <= 3; i++)
        put(arena_printf(arena, "%u.txt", i).at,
            arena_printf(arena, "The bridge of town %u\n%s" BLOCK, i, prose(i)).at);
    load();
    const struct mention_range its = now->cast.of[number_of("2.txt")];
    cr_assert_eq(its.end - its.first, 3);
    for (uint32_t m = its.first; m < its.end; m++)
        cr_expect(!now->cast.at[m].in_body);
}

Test(recurring, of_three_lines_together_the_headline_stays)
{
    for (unsigned i = 1; i <= 3; i++)
        put(arena_printf(arena, "%u.txt", i).at,
            arena_printf(arena,
                         "Morning briefing\nWhat you need to know today\nBrought to you by "
                         "the Herald\nSubscribe to it here\n%s",
                         prose(i))
                .at);
    load();
    cr_expect(has("1.txt", "Morning briefing") && has("1.txt", "Subscribe to it"));
    cr_expect(str_is(corpus_title(&now->corpus, number_of("1.txt")), "Morning briefing"));
}

/* ---- however it was loaded ---- */

/* All that hangs on the bodies. */
static const char *told(const struct library *library)
{
    struct buf out = {0};
    for (size_t i = 0; i < library->corpus.len; i++) {
        uint32_t number = library->corpus.by_path[i];
        const struct article *article = corpus_article(&library->corpus, number);
        buf_printf(&out, "%.*s “%.*s” %zu words", STR_ARG(article->path),
                   STR_ARG(corpus_title(&library->corpus, number)), article->words);
        for (size_t k = 0; k < article->body.len; k++)
            buf_printf(&out, " %u-%u", article->body.at[k].start, article->body.at[k].end);
        for (uint32_t m = library->cast.of[number].first; m < library->cast.of[number].end; m++)
            buf_printf(&out, " %u%s", library->cast.at[m].span.start,
                       library->cast.at[m].in_body ? "" : "!");
        buf_char(&out, '\n');
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

static void expect_as_if_new(const struct library *library, const char *what)
{
    const char *had = told(library);
    load();
    cr_assert_str_eq(had, told(now), "%s", what);
}

static uint32_t drawn = 1;

static unsigned draw(unsigned below)
{
    drawn = drawn * 1664525u + 1013904223u;
    return (drawn >> 8) % below;
}

/* A page that has running text of three others, and is unlike none of them. */
static const char *page_of_three(unsigned a, unsigned b, unsigned c, const char *plea)
{
    return arena_printf(arena, MENU "The bridges of %u towns\n%s%s\n%s%s" FOOTER, a, prose(a), plea,
                        prose(b), prose(c))
        .at;
}

/* A page, a version of one, or a text, with some of a few lines that recur. */
static void put_any(const char *path)
{
    static const char *const pleas[] = {"Ada Berg asks for your voice now",
                                        "The valley railway needs Ada Berg", "Only here this once",
                                        "Write to Ada Berg about the bridge"};
    unsigned number = draw(9);
    if (draw(4) == 0)
        put(path, page_of_three(draw(9), draw(9), draw(9), pleas[draw(COUNT(pleas))]));
    else if (draw(3))
        put(path, page_with(number, arena_printf(arena, "%s\n%s", pleas[draw(COUNT(pleas))],
                                                 pleas[draw(COUNT(pleas))])
                                        .at));
    else
        put(path, arena_printf(arena, "Herald\n%sThe bridge of town %u is closed\n%s%s",
                               draw(2) ? BLOCK : "", number, prose(number), BLOCK)
                      .at);
}

/* Which articles are asked first matters where likeness does not carry over. */
Test(recurring, is_the_same_in_whatever_order_they_come)
{
    for (unsigned hub = 0; hub < 4; hub++) {
        for (unsigned i = 0; i < 4; i++)
            unlink(path_join(arena, folder, arena_printf(arena, "%u.txt", i).at));
        struct library *library = generation(folder, NULL, NULL, 0);
        for (unsigned step = 0; step < 4; step++) {
            unsigned i = (step + hub) % 4;
            struct str path = arena_printf(arena, "%u.txt", i);
            put(path.at, i ? page(i) : page_of_three(1, 2, 3, PLEA));
            struct library *after = generation(folder, library, &path, 1);
            library_free(library);
            library = after;
            expect_as_if_new(library, arena_printf(arena, "hub %u, step %u", hub, step).at);
        }
        library_free(library);
    }
}

Test(recurring, is_the_same_by_generations_and_at_once, .timeout = 120)
{
    put("tags.yaml", "actors: [{id: ada, name: Ada Berg}]\n");
    for (unsigned i = 0; i < 40; i++) /* so that a segment of one article is small */
        put(arena_printf(arena, "c/%u.txt", i).at, prose(i));
    struct library *library = generation(folder, NULL, NULL, 0);
    for (unsigned step = 0; step < 150; step++) {
        const char *path = arena_printf(arena, "%c/%u.txt", "ab"[draw(2)], draw(8)).at;
        struct str changed = str_of(path);
        bool remove = draw(3) == 0;
        if (remove)
            unlink(path_join(arena, folder, path));
        else
            put_any(path);
        if (step % 40 == 39)
            put("tags.yaml", draw(2) ? "actors: [{id: ada, name: Ada Berg}]\n"
                                       "articles: {a/1.txt: {source: X}, b/2.txt: {source: X}}\n"
                                     : "actors: [{id: ada, name: Ada Berg}]\n");
        struct library *after = generation(folder, library, &changed, remove || draw(2) ? 0 : 1);
        library_free(library);
        library = after;
        expect_as_if_new(library, arena_printf(arena, "step %u, %s", step, path).at);
    }
    library_free(library);
}

Test(recurring, is_the_same_however_many_read, .timeout = 120)
{
    struct library *library = generation(folder, NULL, NULL, 0);
    for (unsigned hundred = 0; hundred < 4; hundred++) {
        for (unsigned i = 0; i < 100; i++) /* few enough to be read by one worker */
            put_any(arena_printf(arena, "%u/%u.txt", i % 7, i / 7 + hundred * 100).at);
        struct library *after = generation(folder, library, NULL, 0);
        library_free(library);
        library = after;
    }
    expect_as_if_new(library, "read by one and by many");
    library_free(library);
}

static void load_kept(void)
{
    struct error error = {0};
    library_free(now);
    now = library_load(&(struct load_request){.path = folder}, NULL, &error);
    cr_assert_not_null(now, "%s", error.text);
}

Test(recurring, is_the_same_from_the_cache, .timeout = 120)
{
    struct error error = {0};
    put("tags.yaml", "actors: [{id: ada, name: Ada Berg}]\n");
    struct buf long_text = {0};
    for (unsigned i = 0; i < 700; i++)
        buf_str(&long_text, str_of(prose(1000 + i)));
    for (unsigned i = 0; i < 9; i++)
        put(arena_printf(arena, "long%u.txt", i).at, arena_chars(arena, buf_view(&long_text)));
    buf_free(&long_text);
    for (unsigned i = 0; i < 2; i++)
        put(arena_printf(arena, "%u.txt", i).at, page(i));
    for (unsigned i = 0; i < 3; i++)
        put(arena_printf(arena, "a/%u.txt", i).at, page(i + 20));
    load_kept();
    cr_assert(library_keep(now, &error), "%s", error.text);
    struct library *kept = library_kept(folder);
    cr_assert_not_null(kept, "too small to be kept");
    library_free(now);
    now = kept;
    cr_expect(has("0.txt", PLEA) && !has("a/0.txt", PLEA));
    put("2.txt", page(2));
    unlink(path_join(arena, folder, "a/1.txt"));
    for (unsigned round = 0; round < 2; round++) {
        load_kept();
        cr_expect(!has("0.txt", PLEA) && has("a/0.txt", PLEA));
        struct library *library = now;
        now = NULL;
        expect_as_if_new(library, "from the cache");
        cr_assert(library_keep(library, &error), "%s", error.text);
        library_free(library);
    }
}
