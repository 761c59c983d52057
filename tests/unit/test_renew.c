/* SPDX-License-Identifier: ISC */
/* What a generation takes from the one before. */
#include "dossier/load/load.h"

#include "dossier/base/memory.h"
#include "folder.h"
#include "generation.h"

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
    return generation(folder, before, changed, count);
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

/* A new generation for this tags.yaml; only a.txt may be read for it. */
static void retag_a(const char *tags)
{
    put("tags.yaml", tags);
    put("b.txt", "This is not seen, for nobody told of it.\n");
    library_free(now);
    now = library_retag(before);
    cr_assert_not_null(now);
    cr_expect(str_starts(article_of("b.txt")->text, STR("Okafor answered")));
    put("b.txt", "Okafor answered Vale.\n");
}

Test(renew, an_article_of_which_tags_say_something_else_is_read_alone)
{
    static const char actors[] = "actors:\n  - {id: v, name: Vale, kind: person}\n";
    retag_a("actors:\n  - {id: v, name: Vale, kind: person}\narticles:\n  a.txt: {title: "
            "Another}\n  c/none.txt: {title: None}\n");
    cr_expect(str_is(article_of("a.txt")->facts.title, "Another"));
    cr_expect_str_eq(mentions(now), "a.txt:v b.txt:v");
    is_as_if_new();
    library_free(before);
    before = now;
    now = NULL;
    retag_a("actors:\n  - {id: v, name: Vale, kind: person}\narticles:\n  a.txt: {date: "
            "2024-01-02}\n");
    cr_expect_eq(article_of("a.txt")->facts.date, day_of(2024, 1, 2));
    library_free(before);
    before = now;
    now = NULL;
    retag_a(actors);
    cr_expect_not(article_of("a.txt")->stated);
    is_as_if_new();
}

Test(renew, many_articles_of_which_tags_say_something_else_ask_for_a_load)
{
    struct buf tags = {0};
    buf_chars(&tags, "articles:\n");
    for (int i = 0; i < 80; i++) {
        put(arena_printf(arena, "m%02d.txt", i).at, "Nobody.\n");
        buf_printf(&tags, "  m%02d.txt: {source: S}\n", i);
    }
    library_free(before);
    before = NULL;
    before = load(NULL, 0);
    folder_write(folder, "tags.yaml", buf_view(&tags));
    buf_free(&tags);
    cr_expect_null(library_retag(before));
    now = load(NULL, 0);
    cr_expect(str_is(article_of("m79.txt")->facts.source, "S"));
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

/* ---- tags that change ---- */

static uint64_t seed = 0x9E3779B97F4A7C15u;

static size_t draw(size_t below)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (size_t)(seed >> 20) % below;
}

static const char *pick(const char *const *words, size_t count)
{
    return words[draw(count)];
}

/* Texts in which forms nest, cross, stand beside each other and are several people's. */
static void write_texts(void)
{
    static const char *const words[] = {"Vale",        "Ida Vale",     "Mayor",
                                        "Mayor Vale",  "the",          "Lund",
                                        "Lund talks",  "Norlandic",    "Tom Okafor",
                                        "Okafor",      "President",    "said",
                                        "of Norland,", "Norland",      "Vale–Okafor",
                                        "Post",        "Norland Post", "President of Norland",
                                        "mayor.\n\n",  "lund"};
    for (int i = 0; i < 900; i++) {
        struct buf text = {0};
        if (draw(3) == 0)
            buf_printf(&text, "---\ndate: 20%02zu-01-01\n---\n", 10 + draw(15));
        for (size_t w = i % 12 ? draw(2) : draw(60); w > 0; w--)
            buf_printf(&text, "%s ", pick(words, COUNT(words)));
        put(arena_printf(arena, "t/%03d.txt", i).at, arena_chars(arena, buf_view(&text)));
        buf_free(&text);
    }
}

static void add_some(struct buf *out, const char *key, const char *const *words, size_t count,
                     unsigned chosen)
{
    buf_printf(out, ", %s: [", key);
    for (size_t i = 0, first = 1; i < count; i++) {
        if (chosen >> i & 1) {
            buf_printf(out, "%s%s", first ? "" : ", ", words[i]);
            first = 0;
        }
    }
    buf_chars(out, "]");
}

/* Each time one thing is said otherwise. */
static void write_tags(void)
{
    static const char *const ids[] = {"vale", "okafor", "norland", "post", "talks", "lund"};
    static const char *const names[] = {"Ida Vale",     "Tom Okafor", "Norland",
                                        "Norland Post", "Lund talks", "Lund"};
    static const char *const kinds[] = {"person", "person", "country", "outlet", "event", "place"};
    static const char *const aliases[] = {"{form: Vale, when: named-in-full}",
                                          "Okafor",
                                          "Mayor Vale",
                                          "Vale",
                                          "Norland",
                                          "Post",
                                          "Lund",
                                          "lund"};
    static const char *const demonyms[] = {"Norlandic", "Lund"};
    static const char *const roles[] = {"{title: Mayor}", "{title: President, from: 2015-01-01}",
                                        "{title: President of Norland, to: 2019-01-01}"};
    static unsigned chosen[COUNT(ids)][3];
    struct buf out = {0};
    static const size_t counts[] = {COUNT(aliases), COUNT(demonyms), COUNT(roles)};
    size_t what = draw(3);
    chosen[draw(COUNT(ids))][what] ^= 1u << draw(counts[what]);
    buf_chars(&out, "actors:\n");
    for (size_t i = 0; i < COUNT(ids); i++) {
        buf_printf(&out, "  - {id: %s, name: %s, kind: %s", ids[i], names[i], kinds[i]);
        add_some(&out, "aliases", aliases, COUNT(aliases), chosen[i][0]);
        add_some(&out, "demonyms", demonyms, COUNT(demonyms), chosen[i][1]);
        add_some(&out, "roles", roles, COUNT(roles), chosen[i][2]);
        buf_chars(&out, "}\n");
    }
    put("tags.yaml", arena_chars(arena, buf_view(&out)));
    buf_free(&out);
}

static void put_mention(struct buf *out, const struct library *library, uint32_t m, uint32_t first)
{
    const struct mention *mention = &library->cast.at[m];
    buf_printf(out, " %u-%u %.*s %d %d%d", mention->span.start, mention->span.end,
               STR_ARG(library->tags.forms.at[mention->form].text), mention->reason,
               mention->in_body, mention->in_name);
    if (mention->actor != ACTOR_NONE)
        buf_printf(out, " %.*s", STR_ARG(library->tags.at[mention->actor].id));
    for (uint32_t c = 0; c < mention->candidate_count; c++) {
        uint32_t actor = library->cast.candidates.at[mention->candidates + c];
        buf_printf(out, " ?%.*s", STR_ARG(library->tags.at[actor].id));
    }
    if (mention->within != MENTION_NONE)
        buf_printf(out, " in %u", mention->within - first);
    if (mention->beside != MENTION_NONE)
        buf_printf(out, " by %u", mention->beside - first);
    buf_chars(out, ";");
}

/* All that is known of mentions, doubts and problems; articles by path. */
static const char *all_of(const struct library *library)
{
    struct buf out = {0};
    for (size_t i = 0; i < library->corpus.len; i++) {
        uint32_t number = library->corpus.by_path[i];
        struct mention_range its = library->cast.of[number];
        buf_printf(&out, "%.*s:", STR_ARG(corpus_path(&library->corpus, number)));
        for (uint32_t m = its.first; m < its.end; m++)
            put_mention(&out, library, m, its.first);
        for (size_t d = 0; d < library->doubts.len; d++) {
            const struct mention *mention = &library->cast.at[library->doubts.at[d]];
            if (mention->article == number)
                buf_printf(&out, " doubt %u", mention->span.start);
        }
        buf_chars(&out, "\n");
    }
    for (size_t i = 0; i < library->problems.len; i++)
        buf_printf(&out, "%.*s\n", STR_ARG(library->problems.at[i].message));
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

/* The stops of each actor, sought by forms and by going through all articles. */
static void stops_are_all(const struct library *library)
{
    for (uint32_t actor = 0; actor < library->tags.len; actor++) {
        struct mention_list found = {0}, all = {0};
        library_stops(library, actor, &COUNTING_ALL, arena, &found);
        for (size_t i = 0; i < library->corpus.len; i++)
            cast_stops_in(&library->cast, library->corpus.by_date[i], actor, &COUNTING_ALL, arena,
                          &all);
        cr_assert_eq(found.len, all.len);
        cr_expect(!found.len || !memcmp(found.at, all.at, all.len * sizeof *all.at));
    }
}

Test(renew, whatever_tags_say_next_the_mentions_are_those_of_a_first_reading)
{
    write_texts();
    library_free(before);
    before = NULL;
    write_tags();
    before = load(NULL, 0);
    for (int round = 0; round < 60; round++) {
        write_tags();
        now = library_retag(before);
        cr_assert_not_null(now);
        struct library *was = before;
        before = NULL;
        struct library *fresh = load(NULL, 0);
        cr_assert_str_eq(all_of(now), all_of(fresh), "round %d", round);
        cr_assert_eq(now->cast.len, fresh->cast.len);
        stops_are_all(now);
        library_free(fresh);
        library_free(was);
        before = now;
        now = NULL;
    }
}
