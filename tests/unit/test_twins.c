/* SPDX-License-Identifier: ISC */
#include "dossier/reading/twins.h"

#include "dossier/base/memory.h"
#include "dossier/model/library.h"

#include <criterion/criterion.h>

static struct library *library;
static struct arena *arena;
static struct twins twins;

static void begin(void)
{
    arena = arena_new();
    library = library_new();
    twins = (struct twins){.len = 0};
}

static void end(void)
{
    library_free(library);
    arena_free(arena);
}

TestSuite(twins, .init = begin, .fini = end);

/* COUNT words that depend on SEED, the one at CHANGED another. */
static void add(const char *path, unsigned seed, unsigned count, unsigned changed)
{
    struct buf text = {0};
    for (unsigned i = 0; i < count; i++)
        buf_printf(&text, "%s%u%c", i == changed ? "other" : "word", (seed + i * 7919) % 1009,
                   i % 12 == 11 ? '\n' : ' ');
    struct article article = {.path = str_of(path),
                              .text = arena_str(library->arena, buf_view(&text)),
                              .facts = FACTS_NONE};
    article.file.text = article.text;
    article.file.stored_size = (uint32_t)article.text.len;
    article_finish(library->arena, &article);
    library_add(library, &article);
    buf_free(&text);
}

static void find(void)
{
    library_finish(library);
    twins_find(arena, &library->corpus, &twins);
}

Test(twins, a_text_with_one_word_changed_is_told_with_the_earlier_one)
{
    add("a.txt", 1, 400, UINT32_MAX);
    add("b.txt", 500, 400, UINT32_MAX);
    add("c.txt", 1, 400, 200);
    find();
    cr_assert_eq(twins.len, 1);
    cr_expect(str_is(corpus_path(&library->corpus, twins.at[0].article), "c.txt"));
    cr_expect(str_is(corpus_path(&library->corpus, twins.at[0].of), "a.txt"));
    cr_expect_geq(twins.at[0].percent, 60);
}

Test(twins, of_many_copies_each_is_told_once)
{
    for (int i = 0; i < 5; i++)
        add(arena_printf(arena, "%d.txt", i).at, 1, 100, UINT32_MAX);
    find();
    cr_assert_eq(twins.len, 4);
    for (size_t i = 0; i < twins.len; i++)
        cr_expect(str_is(corpus_path(&library->corpus, twins.at[i].of), "0.txt"));
}

Test(twins, texts_that_share_a_passage_or_are_short_are_none)
{
    add("a.txt", 1, 100, UINT32_MAX);
    add("b.txt", 1, 20, UINT32_MAX);
    add("c.txt", 1, 20, UINT32_MAX);
    add("d.txt", 8, 600, UINT32_MAX);
    find();
    cr_expect_eq(twins.len, 0);
}
