/* SPDX-License-Identifier: ISC */
/* What is kept of a large dossier, and taken up again. */
#include "dossier/load/load.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/model/pattern.h"
#include "folder.h"

#include <dirent.h>
#include <utime.h>

enum { ARTICLES = 300, BYTES_EACH = 16000 };

static struct arena *arena;
static const char *folder, *cache;
static struct library *library;

static void put(unsigned number, const char *first_words)
{
    struct buf text = {0};
    buf_printf(&text, "Headline %u\n\n%s. ", number, first_words);
    while (text.len < BYTES_EACH)
        buf_printf(&text, "Ada Berg spoke of word%u for the %zuth time. ", number, text.len);
    folder_write(folder, arena_printf(arena, "%03u.txt", number).at, buf_view(&text));
    buf_free(&text);
}

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
    cache = folder_make(arena);
    setenv("XDG_CACHE_HOME", cache, 1);
    for (unsigned i = 0; i < ARTICLES; i++)
        put(i, "As before");
    folder_write(folder, "tags.yaml", STR("actors: [{id: ada, name: Ada Berg}]\n"));
}

static void end(void)
{
    library_free(library);
    folder_remove(folder);
    folder_remove(cache);
    arena_free(arena);
}

TestSuite(image, .init = begin, .fini = end);

static void load(void)
{
    struct error error = {0};
    library_free(library);
    library = library_load(&(struct load_request){.path = folder}, NULL, &error);
    cr_assert_not_null(library, "%s", error.text);
}

static void keep(void)
{
    struct error error = {0};
    cr_assert(library_keep(library, &error), "%s", error.text);
}

static void expect_words(const char *path, const char *words)
{
    uint32_t number = corpus_at_path(&library->corpus, str_of(path));
    cr_assert_neq(number, ARTICLE_NONE, "%s", path);
    cr_expect_geq(str_find(corpus_article(&library->corpus, number)->text, str_of(words), 0), 0,
                  "%s: no “%s”", path, words);
}

static size_t mentions_of_all(void)
{
    size_t sum = 0;
    for (size_t i = 0; i < library->corpus.len; i++)
        sum += cast_in_article(&library->cast, library->corpus.by_path[i], &COUNTING_ALL);
    return sum;
}

Test(image, a_large_folder_is_taken_up_as_it_was_kept)
{
    load();
    cr_expect_not(library->as_kept);
    size_t mentions = mentions_of_all();
    keep();
    load();
    cr_expect(library->as_kept);
    cr_expect_eq(library->corpus.len, ARTICLES);
    cr_expect_eq(mentions_of_all(), mentions);
    expect_words("007.txt", "word7 for");
    cr_expect(library_is_sound(library));
}

Test(image, the_first_screen_has_the_articles_without_a_look_at_the_folder)
{
    load();
    keep();
    struct library *kept = library_kept(folder);
    cr_assert_not_null(kept);
    cr_expect_eq(kept->corpus.len, ARTICLES);
    cr_expect_eq(kept->cast.of[ARTICLES].first, 0);
    cr_expect(str_is(corpus_article(&kept->corpus, kept->corpus.by_path[12])->facts.title,
                     "Headline 12"));
    library_free(kept);
}

Test(image, only_what_has_changed_is_read_again)
{
    load();
    keep();
    put(12, "Not as before");
    put(ARTICLES, "New here");
    cr_assert_eq(unlink(path_join(arena, folder, "099.txt")), 0);
    load();
    cr_expect_not(library->as_kept);
    cr_expect_eq(library->corpus.len, ARTICLES);
    expect_words("012.txt", "Not as before");
    expect_words("300.txt", "New here");
    expect_words("013.txt", "As before");
    cr_expect_eq(corpus_at_path(&library->corpus, STR("099.txt")), ARTICLE_NONE);
    const struct corpus *corpus = &library->corpus;
    struct segment *last = corpus->parts[corpus->part_count - 1].segment;
    cr_expect_eq(segment_count(last), 2, "the changed one and the new one");
    keep();
    load();
    cr_expect(library->as_kept);
    expect_words("012.txt", "Not as before");
}

Test(image, words_of_what_is_gone_are_found_no_more)
{
    load();
    keep();
    put(12, "Not as before");
    cr_assert_eq(unlink(path_join(arena, folder, "099.txt")), 0);
    load();
    struct places places = {0};
    pattern_find(pattern_make(arena, STR("As before"), false), &library->corpus, arena, &places);
    cr_expect_eq(places.len, ARTICLES - 2);
    size_t before = 0;
    for (uint32_t i = 0; i < library->cast.len; i++)
        before += corpus_is_gone(&library->corpus, library->cast.at[i].article);
    cr_expect_eq(before, 0);
}

Test(image, a_later_generation_takes_from_the_one_before_without_a_cache)
{
    struct error error = {0};
    load();
    put(12, "Not as before");
    struct library *next = library_load(
        &(struct load_request){.path = folder, .before = library, .no_cache = true}, NULL, &error);
    cr_assert_not_null(next, "%s", error.text);
    library_free(library);
    library = next;
    cr_expect_eq(library->corpus.len, ARTICLES);
    expect_words("012.txt", "Not as before");
    expect_words("013.txt", "As before");
    uint32_t number = corpus_at_path(&library->corpus, STR("012.txt"));
    cr_expect_eq(number, library->corpus.numbers - 1, "only it was read");
}

Test(image, what_tags_say_of_an_article_is_taken_in_though_its_file_is_the_same)
{
    load();
    keep();
    folder_write(
        folder, "tags.yaml",
        STR("actors: [{id: ada, name: Ada Berg}]\narticles: {012.txt: {title: Another}}\n"));
    load();
    uint32_t number = corpus_at_path(&library->corpus, STR("012.txt"));
    cr_expect(str_is(corpus_article(&library->corpus, number)->facts.title, "Another"));
    number = corpus_at_path(&library->corpus, STR("013.txt"));
    cr_expect(str_is(corpus_article(&library->corpus, number)->facts.title, "Headline 13"));
}

Test(image, problems_of_articles_that_stay_are_kept_with_them)
{
    folder_write(folder, "bad.txt", STR("Some words that are long enough \xFF to be a text.\n"));
    load();
    keep();
    put(12, "Not as before");
    load();
    size_t told = 0;
    for (size_t i = 0; i < library->problems.len; i++)
        told += str_is(library->problems.at[i].file, "bad.txt");
    cr_expect_eq(told, 1);
}

/* Calls DO_THIS with each file of the cache. */
static void each_kept(void (*do_this)(const char *path))
{
    const char *root = path_join(arena, cache, "dossier");
    DIR *dir = opendir(root);
    cr_assert_not_null(dir);
    for (const struct dirent *one; (one = readdir(dir));) {
        if (one->d_name[0] == '.')
            continue;
        const char *below = path_join(arena, root, one->d_name);
        DIR *files = opendir(below);
        for (const struct dirent *file; (file = readdir(files));)
            if (file->d_name[0] != '.')
                do_this(path_join(arena, below, file->d_name));
        closedir(files);
    }
    closedir(dir);
}

static void cut(const char *path)
{
    struct file_look look;
    cr_assert(file_look_at(path, &look));
    cr_assert_eq(truncate(path, look.size / 2), 0);
}

static void spoil_list(const char *path)
{
    if (!str_ends(str_of(path), STR("/library")))
        return;
    FILE *file = fopen(path, "r+b");
    fseek(file, 100, SEEK_SET);
    fputc('x', file);
    fclose(file);
}

static void remove_segment(const char *path)
{
    if (str_ends(str_of(path), STR(".segment")))
        unlink(path);
}

Test(image, what_is_damaged_or_gone_is_made_anew)
{
    static void (*const ways[])(const char *) = {cut, spoil_list, remove_segment};
    for (size_t i = 0; i < COUNT(ways); i++) {
        load();
        keep();
        library_free(library);
        library = NULL;
        each_kept(ways[i]);
        cr_expect_null(library_kept(folder), "way %zu", i);
        load();
        cr_expect_not(library->as_kept);
        cr_expect_eq(library->corpus.len, ARTICLES);
        expect_words("299.txt", "As before");
    }
}

Test(image, many_small_changes_are_gathered_into_one_segment)
{
    load();
    for (int i = 0; i < 80; i++) {
        struct error error = {0};
        put(12, arena_printf(arena, "Change %d", i).at);
        struct library *next = library_load(
            &(struct load_request){.path = folder, .before = library, .no_cache = true}, NULL,
            &error);
        library_free(library);
        library = next;
        cr_assert_lt(library->corpus.part_count, 40);
    }
    cr_expect_eq(library->corpus.len, ARTICLES);
    expect_words("012.txt", "Change 79");
}

Test(image, a_small_folder_is_not_kept)
{
    for (unsigned i = 10; i < ARTICLES; i++)
        unlink(path_join(arena, folder, arena_printf(arena, "%03u.txt", i).at));
    load();
    keep();
    cr_expect_null(library_kept(folder));
}

Test(image, what_is_kept_can_be_dropped)
{
    struct kept kept;
    load();
    keep();
    cr_assert(library_kept_files(folder, false, &kept));
    cr_expect_gt(kept.files, 1);
    cr_expect_gt(kept.bytes, (uint64_t)ARTICLES * BYTES_EACH);
    cr_assert(library_kept_files(folder, true, &kept));
    cr_assert(library_kept_files(folder, false, &kept));
    cr_expect_eq(kept.files, 0);
    cr_expect_null(library_kept(folder));
}

Test(image, mentions_that_hold_are_taken_over_and_new_ones_found)
{
    struct error error = {0};
    load();
    size_t each = cast_in_article(&library->cast, 0, &COUNTING_ALL);
    put(12, "Ada Berg and Ada Berg");
    put(ARTICLES, "As before");
    cr_assert_eq(unlink(path_join(arena, folder, "099.txt")), 0);
    struct library *next = library_load(
        &(struct load_request){.path = folder, .before = library, .no_cache = true}, NULL, &error);
    cr_assert_not_null(next, "%s", error.text);
    library_free(library);
    library = next;
    size_t mentions = mentions_of_all();
    struct library *anew =
        library_load(&(struct load_request){.path = folder, .no_cache = true}, NULL, &error);
    library_free(library);
    library = anew;
    cr_expect_eq(mentions, mentions_of_all());
    cr_expect_gt(mentions, each, "the article that changed is one of many");
}
