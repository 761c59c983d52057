/* SPDX-License-Identifier: ISC */
#include "dossier/load/load.h"

#include "dossier/base/buf.h"
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/load/format.h"
#include "folder.h"

#include <sys/stat.h>

static struct arena *arena;
static const char *folder;
static struct library *library;

static void begin(void)
{
    arena = arena_new();
    folder = folder_make(arena);
}

static void end(void)
{
    library_free(library);
    folder_remove(folder);
    arena_free(arena);
}

TestSuite(load, .init = begin, .fini = end);

static void put(const char *name, const char *text)
{
    folder_write(folder, name, str_of(text));
}

static void load(const char *path)
{
    struct error error = {0};
    library_free(library);
    library = library_load(&(struct load_request){path}, NULL, &error);
    cr_assert_not_null(library, "%s", error.text);
}

/* The paths of the articles, parted by spaces, "!" behind those with a problem. */
static const char *articles(void)
{
    struct buf out = {0};
    for (size_t i = 0; i < library->corpus.len; i++) {
        const struct article *article = corpus_article(&library->corpus, i);
        buf_printf(&out, "%s%.*s%s", i ? " " : "", STR_ARG(article->path),
                   article->problem.len ? "!" : "");
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

/* The problems as "FILE:LINE:COLUMN CODE", parted by semicolons; places only where there are some.
 */
static const char *problems(void)
{
    struct buf out = {0};
    for (size_t i = 0; i < library->problems.len; i++) {
        const struct problem *p = &library->problems.at[i];
        buf_printf(&out, "%s%.*s", i ? "; " : "", STR_ARG(p->file));
        if (p->line)
            buf_printf(&out, ":%d:%d", p->line, p->column);
        buf_printf(&out, " %s", p->code);
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

static const struct article *article_of(const char *path)
{
    uint32_t i = corpus_at_path(&library->corpus, str_of(path));
    cr_assert_neq(i, ARTICLE_NONE, "%s is not among %s", path, articles());
    return corpus_article(&library->corpus, i);
}

Test(load, texts_of_all_folders_are_articles_and_the_dossiers_own_files_are_not)
{
    put("b.txt", "b");
    put("a.MD", "a");
    put("c.text", "c");
    put("README", "r");
    put("Article 5.3", "five");
    put("sub/deep/d.txt", "d");
    put("sub/tags.txt", "t");
    put("sub/notes/n.txt", "n");
    put("notes/me.yaml", "version: 1\n");
    put("notes/x.txt", "x");
    put("tags.yaml", "title: My dossier\n");
    put(".hidden.txt", "h");
    put(".git/config", "g");
    load(folder);
    cr_expect_str_eq(articles(),
                     "Article 5.3 README a.MD b.txt c.text sub/deep/d.txt sub/notes/n.txt "
                     "sub/tags.txt");
    cr_expect_str_eq(problems(), "");
    cr_expect(str_is(library->title, "My dossier"));
    cr_expect_str_eq(library->folder, folder);
    cr_expect(library->tags.present);
    cr_expect_not(library->single);
}

Test(load, what_is_passed_over_is_listed_with_its_reason)
{
    put("a.txt", "a");
    put("photo.jpg", "x");
    put("a.txt~", "backup");
    put("core", "\x7f"
                "ELF");
    folder_write(folder, "blob", (struct str){"\0\0\0\0", 4});
    put("out.md", "<!-- " EXPORT_MARK " -->\n# Notes\n");
    put("sub/tags.yaml", "x: y\n");
    cr_assert_eq(mkfifo(path_join(arena, folder, "pipe.txt"), 0600), 0);
    load(folder);
    cr_expect_str_eq(articles(), "a.txt");
    cr_expect_str_eq(problems(), "a.txt~ passed-over; blob passed-over; core passed-over; "
                                 "out.md export; photo.jpg passed-over; pipe.txt passed-over; "
                                 "sub/tags.yaml passed-over");
    for (size_t i = 0; i < library->problems.len; i++)
        cr_expect_eq(library->problems.at[i].severity, SEVERITY_WARNING);
    cr_expect_str_eq(library->problems.at[4].message.at,
                     "passed over: .jpg is not the ending of a text");
}

Test(load, a_plain_file_called_notes_is_a_text_like_others)
{
    put("notes", "a");
    load(folder);
    cr_expect_str_eq(articles(), "notes");
    cr_expect_str_eq(problems(), "");
}

static void link_to(const char *name, const char *target)
{
    cr_assert_eq(symlink(target, path_join(arena, folder, name)), 0);
}

Test(load, links_inside_are_followed_once_and_links_that_lead_out_never)
{
    const char *outside = folder_make(arena);
    folder_write(outside, "secret.txt", STR("secret"));
    put("real/a.txt", "a");
    put(".store/b", "b");
    link_to("again.txt", "real/a.txt");
    link_to("b.txt", ".store/b");
    link_to("circle", ".");
    link_to("real/up", "..");
    link_to("other", "real");
    link_to("store", ".store");
    link_to("out", outside);
    link_to("out.txt", path_join(arena, outside, "secret.txt"));
    link_to("nowhere.txt", "nothing");
    link_to("self.txt", "self.txt");
    load(folder);
    folder_remove(outside);
    cr_expect_str_eq(articles(), "b.txt real/a.txt");
    cr_expect_str_eq(problems(), "again.txt passed-over; circle passed-over; nowhere.txt "
                                 "passed-over; other passed-over; out passed-over; out.txt "
                                 "passed-over; real/up passed-over; self.txt passed-over; store/b "
                                 "passed-over");
}

Test(load, a_broken_article_stays_with_its_problem_and_the_rest_is_read)
{
    folder_write(folder, "binary.txt", (struct str){"a\0b\0c\0", 6});
    put("fine.txt", "fine");
    put("shut.txt", "shut");
    chmod(path_join(arena, folder, "shut.txt"), 0);
    load(folder);
    bool root = geteuid() == 0; /* who may read everything */
    cr_expect_str_eq(articles(),
                     root ? "binary.txt! fine.txt shut.txt" : "binary.txt! fine.txt shut.txt!");
    cr_expect_str_eq(problems(),
                     root ? "binary.txt binary" : "binary.txt binary; shut.txt unreadable");
    cr_expect_eq(library->problems.at[0].severity, SEVERITY_ERROR);
    cr_expect_eq(article_of("binary.txt")->text.len, 0);
}

Test(load, a_text_that_is_too_large_is_listed_and_not_read)
{
    put("large.txt", "x");
    cr_assert_eq(truncate(path_join(arena, folder, "large.txt"), (off_t)LOAD_LARGEST + 1), 0);
    load(folder);
    cr_expect_str_eq(articles(), "large.txt!");
    cr_expect_str_eq(problems(), "large.txt too-large");
    cr_expect_eq(library->problems.at[0].severity, SEVERITY_WARNING);
}

Test(load, ill_formed_bytes_and_other_encodings_are_told_with_their_place)
{
    put("bad.txt", "caf\xC3\xA9, many words\nand \xC3\xA9 one \xFF\xFE byte or two of them\n");
    put("cp1252.txt", "na\xEFve caf\xE9, \x93quoted\x94\n");
    folder_write(folder, "utf16.txt", (struct str){"\xFF\xFEh\0i\0", 6});
    put("empty.txt", "");
    load(folder);
    cr_expect_str_eq(articles(), "bad.txt cp1252.txt empty.txt utf16.txt");
    cr_expect_str_eq(problems(), "bad.txt:2:12 bad-utf8; cp1252.txt encoding; utf16.txt encoding");
    cr_expect(str_is(article_of("utf16.txt")->text, "hi"));
    cr_expect(str_starts(article_of("cp1252.txt")->text, STR("naïve café, “quoted”")));
    cr_expect_eq(article_paragraph_count(article_of("empty.txt")), 0);
}

Test(load, file_names_of_any_bytes_are_kept)
{
    put("new\nline\x1b[2J.txt", "a");
    put("\xFF\xFE.txt", "b");
    load(folder);
    cr_expect_str_eq(articles(), "new\nline\x1b[2J.txt \xFF\xFE.txt");
}

Test(load, tags_yaml_wins_over_front_matter_which_wins_over_the_text)
{
    static const char text[] = "---\ntitle: Front\nauthor: Anna\ndate: 2025-01-02\ntags: [x]\n---\n"
                               "A first line\n\nAnd a text.\n";
    put("both.txt", text);
    put("front.txt", text);
    put("text.txt", "A first line\n\nAnd a text.\n");
    put("unknown.txt", "A first line\n\nAnd a text.\n");
    put("tags.yaml", "articles:\n"
                     "  both.txt: {title: Tagged, date-from: 2025-03-01}\n"
                     "  unknown.txt: {title: ~}\n");
    load(folder);
    cr_expect_str_eq(problems(), "");
    const struct article *both = article_of("both.txt"), *front = article_of("front.txt");
    cr_expect(str_is(both->facts.title, "Tagged"));
    cr_expect(str_is(both->facts.author, "Anna"));
    cr_expect_eq(both->facts.date, DAY_NONE, "a date is taken whole, with its range");
    cr_expect_eq(both->facts.from, day_of(2025, 3, 1));
    cr_expect_eq(both->facts.tag_count, 1);
    cr_expect(str_is(front->facts.title, "Front"));
    cr_expect_eq(front->facts.basis, BASIS_STATED);
    cr_expect_eq(front->worked_out, ARTICLE_BODY);
    cr_expect_eq(front->front.end, 61);
    cr_expect(str_is(article_of("text.txt")->facts.title, "A first line"));
    cr_expect_eq(article_of("text.txt")->worked_out, ARTICLE_TITLE | ARTICLE_BODY);
    cr_expect_eq(article_paragraphs(article_of("text.txt"))[0].kind, PARAGRAPH_HEADLINE);
    cr_expect_eq(article_of("unknown.txt")->facts.title.len, 0, "it is known that nobody knows");
    cr_expect_eq(article_of("unknown.txt")->worked_out, ARTICLE_BODY);
}

Test(load, only_a_yaml_map_between_two_lines_is_front_matter)
{
    put("crlf.txt", "---\r\ntitle: T\r\n...\r\nText.\r\n");
    put("list.txt", "---\n- a\n---\nText.\n");
    put("none.txt", "Text.\n---\ntitle: x\n---\n");
    put("open.txt", "---\ntitle: T\nText.\n");
    put("rule.txt", "---\nJust words\n---\nText.\n");
    put("wrong.txt", "---\ntitle: [a\n---\nText.\n");
    put("zkeys.txt", "---\ndate: 2025-02-30\nlayout: post\n---\nText.\n");
    load(folder);
    cr_expect_eq(article_of("crlf.txt")->front.end, 20);
    cr_expect(str_is(article_of("crlf.txt")->facts.title, "T"));
    static const char *const texts[] = {"list.txt", "none.txt", "open.txt", "rule.txt",
                                        "wrong.txt"};
    for (size_t i = 0; i < COUNT(texts); i++)
        cr_expect_eq(article_of(texts[i])->front.end, 0, "%s", texts[i]);
    cr_expect_str_eq(problems(), "wrong.txt:3:1 front-matter; zkeys.txt:2:7 bad-day; "
                                 "zkeys.txt:3:1 unknown-key");
}

Test(load, entries_without_an_article_and_bodies_beyond_the_end_are_told)
{
    put("a.txt", "12345\n");
    put("tags.yaml", "articles:\n  a.txt: {body: [{from: 0, to: 60}]}\n  gone.txt: {}\n");
    load(folder);
    cr_expect_str_eq(problems(), "tags.yaml:2:3 bad-range; tags.yaml:3:3 no-such-article");
    cr_expect_eq(article_of("a.txt")->body.at[0].end, 6);
}

Test(load, a_tags_yaml_that_is_no_yaml_is_told_and_the_folder_opens)
{
    put("a.txt", "a");
    put("tags.yaml", "actors: [\n");
    load(folder);
    cr_expect_str_eq(articles(), "a.txt");
    cr_expect_eq(library->problems.len, 1);
    cr_expect_str_eq(library->problems.at[0].code, "bad-yaml");
    cr_expect_eq(library->tags.len, 0);
}

Test(load, a_single_file_is_read_with_the_tags_beside_it)
{
    put("a.html", "Anna said no.");
    put("b.txt", "b");
    put("tags.yaml", "actors:\n  - {id: anna, name: Anna}\narticles:\n  b.txt: {title: B}\n");
    load(path_join(arena, folder, "a.html"));
    cr_expect(library->single);
    cr_expect_str_eq(articles(), "a.html");
    cr_expect_str_eq(library->folder, folder);
    cr_expect_eq(library->tags.len, 1);
    cr_expect_eq(library->cast.len, 1);
    cr_expect_str_eq(problems(), "", "the other articles are not asked for");
}

Test(load, what_is_not_there_is_an_error)
{
    struct error error = {0};
    const char *path = path_join(arena, folder, "nothing");
    cr_expect_null(library_load(&(struct load_request){path}, NULL, &error));
    cr_expect_not_null(strstr(error.text, path), "%s", error.text);
}

Test(load, an_empty_folder_is_a_dossier)
{
    load(folder);
    cr_expect_str_eq(articles(), "");
    cr_expect(str_eq(library->title, path_base(str_of(folder))));
    cr_expect_not(library->tags.present);
}

Test(load, how_far_it_has_come_is_counted)
{
    struct progress progress = {0};
    struct error error = {0};
    put("a.txt", "12345");
    put("b.txt", "1234567");
    library =
        library_load(&(struct load_request){.path = folder, .no_cache = true}, &progress, &error);
    cr_assert_not_null(library, "%s", error.text);
    cr_expect_eq(progress.articles, 2);
    cr_expect_eq(progress.articles_total, 2);
    cr_expect_eq(progress.bytes, 12);
}

Test(load, one_that_is_to_stop_gives_nothing_and_says_so)
{
    struct progress progress = {.cancel = true};
    struct error error = {0};
    put("a.txt", "12345");
    cr_expect_null(
        library_load(&(struct load_request){.path = folder, .no_cache = true}, &progress, &error));
    cr_expect_not_null(strstr(error.text, "stopped"), "%s", error.text);
}
