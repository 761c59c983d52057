/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "dossier/yaml/read.h"
#include "exported.h"

Test(csl_json, a_cited_article_is_one_item_under_its_key)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "One.");
    exported_note(&exported, 0, "old bridge", "Two.");
    exported_article(exported.library, 0)->facts.author = STR("Ann Reed and Bo T. Lind");
    static const char expected[] =
        "[\n"
        "  {\n"
        "    \"custom\": {\"generator\": \"" EXPORT_MARK "\"},\n"
        "    \"id\": \"one\",\n"
        "    \"type\": \"article-newspaper\",\n"
        "    \"note\": \"File one.txt, SHA-256 "
        "87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b when annotated.\",\n"
        "    \"title\": \"Bridge shut\",\n"
        "    \"author\": [{\"family\": \"Reed\", \"given\": \"Ann\"}, "
        "{\"family\": \"Lind\", \"given\": \"Bo T.\"}],\n"
        "    \"container-title\": \"The Gazette\",\n"
        "    \"issued\": {\"date-parts\": [[2024, 5, 1]]},\n"
        "    \"URL\": \"https://gazette.example/a?b=1&c=2\",\n"
        "    \"accessed\": {\"date-parts\": [[2026, 11, 17]]}\n"
        "  }\n"
        "]\n";
    struct str found = exported_as(&exported, "csl-json");
    cr_expect(str_is(found, expected), "%s", found.at);
    library_free(exported.library);
}

Test(csl_json, names_are_parted_only_where_all_of_them_are_clear)
{
    static const struct {
        const char *author, *expected;
    } cases[] = {
        {"Ann Reed", "[{\"family\": \"Reed\", \"given\": \"Ann\"}]"},
        {"Ann Reed; Bo Lind", "[{\"family\": \"Reed\", \"given\": \"Ann\"}, "
                              "{\"family\": \"Lind\", \"given\": \"Bo\"}]"},
        {"B. Reed", "[{\"family\": \"Reed\", \"given\": \"B.\"}]"},
        {"Reuters", "[{\"literal\": \"Reuters\"}]"},
        {"The Gazette", "[{\"literal\": \"The Gazette\"}]"},
        {"Gazette Staff", "[{\"literal\": \"Gazette Staff\"}]"},
        {"Ludwig van Beethoven", "[{\"literal\": \"Ludwig van Beethoven\"}]"},
        {"Ann Reed, Reuters", "[{\"literal\": \"Ann Reed, Reuters\"}]"},
        {"by Ann Reed", "[{\"literal\": \"by Ann Reed\"}]"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_article(exported.library, 0)->facts.author = str_of(cases[i].author);
        exported_holds(exported_as(&exported, "csl-json"), cases[i].expected);
        library_free(exported.library);
    }
}

Test(csl_json, a_date_that_is_not_known_for_sure_says_so)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 0, "Nobody pays", "");
    struct facts *facts = &exported_article(exported.library, 0)->facts;
    facts->basis = BASIS_INFERRED;
    exported_holds(exported_as(&exported, "csl-json"),
                   "\"issued\": {\"date-parts\": [[2024, 5, 1]], \"circa\": true}");
    facts->from = facts->date;
    facts->to = facts->date + 2;
    facts->date = DAY_NONE;
    exported_holds(exported_as(&exported, "csl-json"),
                   "\"issued\": {\"date-parts\": [[2024, 5, 1], [2024, 5, 3]], \"circa\": true}");
    facts->from = facts->to = DAY_NONE;
    exported_lacks(exported_as(&exported, "csl-json"), "issued");
    library_free(exported.library);
}

/* The keys of articles under PATHS, parted by spaces. */
static void check_keys(const struct small_article *articles, size_t count, const char *expected)
{
    struct exported exported = {.library = small_library("", articles, count)};
    for (uint32_t i = 0; i < count; i++)
        exported_note(&exported, i, "Word", "");
    struct str rest = exported_as(&exported, "csl-json"), line;
    struct buf keys = {0};
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (str_starts(line, STR("\"id\": ")))
            buf_printf(&keys, "%s%.*s", keys.len ? " " : "",
                       STR_ARG(str_sub(line, 7, line.len - 2)));
    }
    cr_expect_str_eq(keys.at, expected);
    buf_free(&keys);
    library_free(exported.library);
}

Test(csl_json, a_key_is_made_of_the_path_and_no_two_articles_share_one)
{
    static const struct small_article articles[] = {
        {.path = "2024/The vote (final).md", .text = "Word."},
        {.path = "_a__b.txt", .text = "Word."},
        {.path = "Мост.txt", .text = "Word."},
        {.path = "…", .text = "Word."},
    };
    check_keys(articles, COUNT(articles), "2024-The-vote-final _a__b Мост article");
    static const struct small_article same[] = {
        {.path = "a b.txt", .text = "Word."},
        {.path = "a-b.txt", .text = "Word."},
    };
    check_keys(same, COUNT(same), "a-b-c6c1f893 a-b-705eb2f8");
}

Test(csl_json, it_is_json_whatever_the_fields_hold)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        struct str json = exported_as(&exported, "csl-json");
        struct yaml_failure failure = {0};
        cr_expect_not_null(yaml_read(exported.library->arena, json, &failure), "%s", json.at);
        cr_expect(str_find(str_sub(json, 0, 512), STR(EXPORT_MARK), 0) > 0);
        library_free(exported.library);
    }
    struct exported none = exported_begin();
    cr_expect(str_is(exported_as(&none, "csl-json"), "[]\n"));
    library_free(none.library);
}
