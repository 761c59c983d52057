/* SPDX-License-Identifier: ISC */
/* What a generation takes from the one before. */
#include "dossier/load/load.h"

#include "dossier/base/memory.h"
#include "folder.h"

#include <unistd.h>

static struct arena *arena;
static const char *folder;
static struct library *before, *now;

static void put(const char *name, const char *text)
{
    folder_write(folder, name, str_of(text));
}

static struct library *load(const struct str *changed, size_t count)
{
    struct error error = {0};
    struct load_request request = {.path = folder,
                                   .before = before,
                                   .no_cache = true,
                                   .changed = changed,
                                   .changed_count = count};
    struct library *library = library_load(&request, NULL, &error);
    cr_assert_not_null(library, "%s", error.text);
    return library;
}

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    put("a.txt", "Vale spoke in Lund.\n");
    put("b.txt", "Okafor answered Vale.\n");
    put("c/d.txt", "Nobody spoke.\n");
    put("tags.yaml", "actors:\n  - {id: v, name: Vale, kind: person}\n"
                     "  - {id: o, name: Okafor, kind: person}\n");
    before = now = NULL;
    before = load(NULL, 0);
}

static void end(void)
{
    library_free(now);
    library_free(before);
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(renew, .init = begin, .fini = end);

static const struct article *article_of(const char *path)
{
    uint32_t number = corpus_at_path(&now->corpus, str_of(path));
    cr_assert_neq(number, ARTICLE_NONE, "%s", path);
    return corpus_article(&now->corpus, number);
}

/* "a.txt:v b.txt:o b.txt:v": the mentions, articles by path. */
static const char *mentions(const struct library *library)
{
    struct buf out = {0};
    for (size_t i = 0; i < library->corpus.len; i++) {
        uint32_t number = library->corpus.by_path[i];
        for (uint32_t m = library->cast.of[number].first; m < library->cast.of[number].end; m++) {
            const struct mention *mention = &library->cast.at[m];
            cr_expect_eq(mention->article, number);
            buf_printf(&out, "%s%.*s:%.*s", out.len ? " " : "",
                       STR_ARG(corpus_path(&library->corpus, number)),
                       STR_ARG(library->tags.at[mention->actor].id));
        }
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

/* All orders are those of a library that knows nothing of the one before. */
static void is_as_if_new(void)
{
    struct library *was = before;
    before = NULL;
    struct library *fresh = load(NULL, 0);
    before = was;
    cr_assert_eq(now->corpus.len, fresh->corpus.len);
    for (size_t i = 0; i < fresh->corpus.len; i++) {
        struct str by_path = corpus_path(&fresh->corpus, fresh->corpus.by_path[i]);
        struct str by_date = corpus_path(&fresh->corpus, fresh->corpus.by_date[i]);
        cr_expect(str_eq(corpus_path(&now->corpus, now->corpus.by_path[i]), by_path), "%zu", i);
        cr_expect(str_eq(corpus_path(&now->corpus, now->corpus.by_date[i]), by_date), "%zu", i);
        cr_expect_eq(now->corpus.rank[now->corpus.by_date[i]], i);
    }
    cr_expect_str_eq(mentions(now), mentions(fresh));
    cr_expect_eq(now->cast.len, fresh->cast.len);
    cr_expect_eq(now->problems.len, fresh->problems.len);
    library_free(fresh);
}

Test(renew, where_nothing_has_changed_the_articles_are_the_same_memory)
{
    now = load(NULL, 0);
    cr_expect_eq(now->corpus.by_path, before->corpus.by_path);
    cr_expect_eq(now->cast.at, before->cast.at);
    is_as_if_new();
}

Test(renew, a_file_that_is_named_is_looked_at_alone)
{
    struct str changed[] = {STR("a.txt")};
    put("a.txt", "Okafor spoke, and Okafor left.\n");
    put("b.txt", "This is not seen, for nobody told of it.\n");
    now = load(changed, 1);
    cr_expect(str_starts(article_of("a.txt")->text, STR("Okafor spoke")));
    cr_expect(str_starts(article_of("b.txt")->text, STR("Okafor answered")));
    cr_expect_str_eq(mentions(now), "a.txt:o a.txt:o b.txt:o b.txt:v");
    cr_expect_eq(now->cast.len, 4);
}

Test(renew, a_new_file_that_is_named_stands_where_it_belongs)
{
    struct str changed[] = {STR("c/a.txt"), STR("0.txt")};
    put("c/a.txt", "---\ndate: 2024-05-01\n---\nVale again.\n");
    put("0.txt", "Okafor first.\n");
    now = load(changed, 2);
    is_as_if_new();
}

Test(renew, where_a_named_file_is_gone_all_files_are_looked_at)
{
    struct str changed[] = {STR("a.txt")};
    unlink(path_join(arena, folder, "a.txt"));
    put("b.txt", "Vale is alone.\n");
    now = load(changed, 1);
    cr_expect_eq(now->corpus.len, 2);
    cr_expect_str_eq(mentions(now), "b.txt:v");
    is_as_if_new();
}

Test(renew, one_article_of_many_that_changes_again_and_again_leaves_all_as_if_new)
{
    for (int i = 0; i < 200; i++)
        put(arena_printf(arena, "m/%03d.txt", i).at, i % 2 ? "Vale was there.\n" : "Nobody.\n");
    for (int round = 0; round < 5; round++) {
        struct str path = arena_printf(arena, "m/%03d.txt", round * 37);
        struct library *next;
        put(path.at, arena_printf(arena, "Okafor, round %d, and Vale.\n", round).at);
        next = round ? load(&path, 1) : load(NULL, 0);
        library_free(before);
        before = next;
    }
    now = load(NULL, 0);
    is_as_if_new();
}

Test(renew, for_new_tags_the_articles_are_taken_as_they_are)
{
    put("tags.yaml", "title: T\nactors:\n  - {id: n, name: Nobody, kind: group}\n");
    now = library_retag(before);
    cr_assert_not_null(now);
    cr_expect_eq(now->corpus.by_path, before->corpus.by_path);
    cr_expect_str_eq(mentions(now), "c/d.txt:n");
    cr_expect(str_is(now->title, "T"));
    is_as_if_new();
}

Test(renew, tags_that_say_something_else_of_an_article_ask_for_a_load)
{
    put("tags.yaml", "articles:\n  a.txt: {title: Another}\n");
    cr_expect_null(library_retag(before));
    now = load(NULL, 0);
    cr_expect(str_is(article_of("a.txt")->facts.title, "Another"));
}

Test(renew, what_is_wrong_with_a_stated_body_is_told_by_each_generation)
{
    put("tags.yaml", "articles:\n  a.txt: {body: [{from: 0, to: 999}]}\n");
    struct library *first = load(NULL, 0);
    library_free(before);
    before = first;
    put("tags.yaml", "title: T\narticles:\n  a.txt: {body: [{from: 0, to: 999}]}\n");
    now = library_retag(before);
    cr_assert_not_null(now, "a line more says nothing of an article");
    cr_assert_eq(now->problems.len, 1);
    cr_expect_eq(now->problems.at[0].line, 3);
    cr_expect_str_eq(now->problems.at[0].code, "bad-range");
}
