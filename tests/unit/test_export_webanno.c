/* SPDX-License-Identifier: ISC */
#include "dossier/base/mark.h"
#include "dossier/yaml/read.h"
#include "exported.h"

#include <stdio.h>

/* The page as a tree; JSON reads as YAML. */
static const struct yaml_node *page_of(const struct exported *exported)
{
    struct str json = exported_as(exported, "webanno");
    cr_expect(str_find(str_sub(json, 0, 512), STR(EXPORT_MARK), 0) > 0);
    struct yaml_failure failure = {0};
    const struct yaml_node *root = yaml_read(exported->library->arena, json, &failure);
    cr_assert_not_null(root, "%d:%d: %s\n%s", failure.line, failure.column, failure.error.text,
                       json.at);
    return root;
}

/* The node at PATH, keys and numbers parted by dots. */
static const struct yaml_node *node_at(const struct yaml_node *node, const char *path)
{
    struct str rest = str_of(path), step;
    long number;
    char key[64];
    while (node && str_split(&rest, '.', &step)) {
        if (str_number(step, &number)) {
            for (node = node->first; node && number > 0; number--)
                node = node->next;
        } else {
            snprintf(key, sizeof key, "%.*s", STR_ARG(step));
            node = yaml_get(node, key);
        }
    }
    return node;
}

static void check_text(const struct yaml_node *page, const char *path, const char *expected)
{
    const struct yaml_node *node = node_at(page, path);
    cr_assert_not_null(node, "there is no %s", path);
    cr_expect(str_is(node->text, expected), "%s: %.*s, not %s", path, STR_ARG(node->text),
              expected);
}

Test(webanno, an_annotation_gives_its_passage_by_words_and_by_code_points)
{
    struct exported exported = exported_begin();
    struct str tags[] = {STR("money"), STR("to check")};
    struct note *note = exported_note(&exported, 1, "today", "When?\n\"So\"");
    note->tags = tags;
    note->tag_count = 2;
    exported_note(&exported, 0, "Nobody pays", "");
    const struct yaml_node *page = page_of(&exported);
    static const char *const texts[][2] = {
        {"@context.0", "http://www.w3.org/ns/anno.jsonld"},
        {"@context.1.dossier", "urn:x-dossier:terms:"},
        {"type", "AnnotationPage"},
        {"generated", "2026-11-18T11:06:40Z"},
        {"partOf.label", "The *old* bridge"},
        {"partOf.total", "2"},
        {"items.0.id", "urn:x-dossier:note:n1"},
        {"items.0.type", "Annotation"},
        {"items.0.motivation", "commenting"},
        {"items.0.creator.name", "anna"},
        {"items.0.created", "2026-11-17T11:06:40Z"},
        {"items.0.modified", "2026-11-17T11:06:40Z"},
        {"items.0.body.0.purpose", "commenting"},
        {"items.0.body.0.value", "When?\n\"So\""},
        {"items.0.body.1.purpose", "tagging"},
        {"items.0.body.2.value", "to check"},
        {"items.0.target.source", "urn:x-dossier:article:two.txt"},
        {"items.0.target.selector.0.type", "TextQuoteSelector"},
        {"items.0.target.selector.0.exact", "today"},
        {"items.0.target.selector.0.prefix", "Ferries run. Мост закрыт 🌉 "},
        {"items.0.target.selector.0.suffix", "."},
        {"items.0.target.selector.1.type", "TextPositionSelector"},
        {"items.0.target.selector.1.start", "27"},
        {"items.0.target.selector.1.end", "32"},
        {"items.1.motivation", "highlighting"},
        {"items.1.target.source", "https://gazette.example/a?b=1&c=2"},
        {"items.1.target.dcterms:date", "2024-05-01"},
        {"items.1.target.dcterms:title", "Bridge shut"},
        {"items.1.target.dcterms:creator", "B. Reed"},
        {"items.1.target.dcterms:publisher", "The Gazette"},
        {"items.1.target.selector.1.start", "53"},
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        check_text(page, texts[i][0], texts[i][1]);
    cr_expect_null(node_at(page, "items.1.body"));
    cr_expect_null(node_at(page, "items.2"));
    library_free(exported.library);
}

Test(webanno, notes_on_articles_actors_and_notes_say_what_they_are_on)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 1, "", "On all of it.");
    struct note *note = exported_note(&exported, 1, "Ferries", "No.");
    note->replies_to = STR("n1");
    note->about = STR("ada-berg");
    note = exported_note(&exported, 1, "", "On her.");
    note->article.len = 0;
    note->about = STR("ada-berg");
    note->number = ARTICLE_NONE;
    note = exported_note(&exported, 1, "Ferries", "Gone.");
    note->article = STR("gone/a b.txt");
    note->number = ARTICLE_NONE;
    const struct yaml_node *page = page_of(&exported);
    cr_expect_null(node_at(page, "items.0.target.selector"));
    check_text(page, "items.1.motivation.1", "replying");
    check_text(page, "items.1.target.1", "urn:x-dossier:note:n1");
    check_text(page, "items.1.body.1.purpose", "identifying");
    check_text(page, "items.1.body.1.source", "urn:x-dossier:actor:ada-berg");
    check_text(page, "items.2.target", "urn:x-dossier:actor:ada-berg");
    check_text(page, "items.3.target.source", "urn:x-dossier:article:gone/a%20b.txt");
    check_text(page, "items.3.target.selector.0.exact", "Ferries");
    cr_expect_null(node_at(page, "items.3.target.selector.1"));
    library_free(exported.library);
}

Test(webanno, what_the_model_has_no_word_for_is_told_too)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 1, "today", "");
    struct str checkers[] = {STR("bert"), STR("cleo")};
    note->checked_by = checkers;
    note->checked_count = 2;
    note->clash = STR("n9");
    note->conflict = STR("n8");
    note->extra = STR("{\"motivation\": \"odd\"}");
    note->is_private = true;
    note->state = ANCHOR_MOVED;
    note->at = (struct span){3, 8};
    const struct yaml_node *page = page_of(&exported);
    static const char *const texts[][2] = {
        {"items.0.dossier:at.0", "3"},
        {"items.0.dossier:at.1", "8"},
        {"items.0.dossier:state", "moved"},
        {"items.0.dossier:clash", "n9"},
        {"items.0.dossier:conflict", "n8"},
        {"items.0.dossier:extra", "{\"motivation\": \"odd\"}"},
        {"items.0.dossier:checkedBy.1", "cleo"},
        {"items.0.dossier:private", "true"},
        {"items.0.target.dcterms:source", "two.txt"},
        {"items.0.target.dcterms:identifier",
         "sha256:87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b"},
    };
    for (size_t i = 0; i < COUNT(texts); i++)
        check_text(page, texts[i][0], texts[i][1]);
    library_free(exported.library);
}

Test(webanno, it_is_json_whatever_the_fields_hold)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        const struct yaml_node *page = page_of(&exported);
        cr_expect_not_null(node_at(page, "items.2"));
        const struct yaml_node *value = node_at(page, "items.0.body.0.value");
        bool valid = exported_hostile[i][0] != '\xFF';
        cr_expect(!valid || str_is(value->text, exported_hostile[i]));
        library_free(exported.library);
    }
}

Test(webanno, an_empty_page_is_json_too)
{
    struct exported exported = exported_begin();
    check_text(page_of(&exported), "partOf.total", "0");
    library_free(exported.library);
}

Test(exporters, an_unknown_format_is_answered_with_those_there_are)
{
    struct error error = {0};
    cr_expect_null(exporters_find(STR("pdf"), &error));
    cr_expect(str_find(str_of(error.text), STR("markdown, html, org, webanno, csv, jsonl"), 0) > 0,
              "%s", error.text);
    cr_expect_str_eq(exporters_find(STR("html"), &error)->ending, ".html");
}
