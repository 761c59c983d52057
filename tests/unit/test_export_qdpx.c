/* SPDX-License-Identifier: ISC */
#include "dossier/exchange/xml.h"
#include "dossier/exchange/zip.h"
#include "imported.h"

#include <stdlib.h>

/* The entry called NAME of an archive; or the one that begins so. */
static struct str entry(struct arena *arena, struct str archive, const char *name)
{
    struct error error = {0};
    struct str bytes = {0};
    struct zip_reader *reader = zip_reader_open(archive, &error);
    cr_assert_not_null(reader, "%s", error.text);
    size_t i = 0;
    while (i < zip_reader_count(reader) && !str_starts(zip_reader_name(reader, i), str_of(name)))
        i++;
    cr_assert_lt(i, zip_reader_count(reader), "there is no %s", name);
    cr_assert(zip_reader_unpack(reader, i, arena, &bytes, &error), "%s", error.text);
    zip_reader_close(reader);
    return bytes;
}

static const struct xml *project(const struct exported *exported, struct str archive)
{
    struct exchange_failure failure = {0};
    struct arena *arena = exported->library->arena;
    const struct xml *root = xml_read(arena, entry(arena, archive, "project.qde"), &failure);
    cr_assert_not_null(root, "%d: %s", failure.line, failure.error.text);
    return xml_child(root, "Project");
}

static struct str name_of_code(const struct xml *parent, struct str guid)
{
    for (const struct xml *code = xml_child(parent, "Code"); code;
         code = xml_sibling(code, "Code")) {
        struct str name = str_eq(xml_attribute(code, "guid"), guid) ? xml_attribute(code, "name")
                                                                    : name_of_code(code, guid);
        if (name.len)
            return name;
    }
    return STR("");
}

Test(qdpx, a_selection_has_its_place_in_code_points_its_codes_and_its_memo)
{
    struct exported exported = exported_begin();
    struct str tag = STR("money");
    struct note *note = exported_note(&exported, 1, "today", "When?");
    note->tags = &tag;
    note->tag_count = 1;
    exported_note(&exported, 0, "Ada Berg said", "");
    struct str archive = exported_as(&exported, "qdpx");
    const struct xml *p = project(&exported, archive);
    const struct xml *source = xml_child(xml_child(p, "Sources"), "TextSource");
    const struct xml *selection = xml_child(source, "PlainTextSelection");
    imported_same_text("start", xml_attribute(selection, "startPosition"), STR("27"));
    imported_same_text("end", xml_attribute(selection, "endPosition"), STR("32"));
    const struct xml *codes = xml_child(xml_child(p, "CodeBook"), "Codes");
    struct str code =
        xml_attribute(xml_child(xml_child(selection, "Coding"), "CodeRef"), "targetGUID");
    imported_same_text("code", name_of_code(codes, code), tag);
    const struct xml *memo = xml_child(xml_child(p, "Notes"), "Note");
    imported_same_text("memo", xml_attribute(memo, "guid"),
                       xml_attribute(xml_child(selection, "NoteRef"), "targetGUID"));
    imported_same_text("words", xml_child(memo, "PlainTextContent")->text, STR("When?"));
    cr_expect(
        str_starts(entry(exported.library->arena, archive, "sources/"), STR("Ferries run. Мост")));
    selection = xml_child(xml_sibling(source, "TextSource"), "PlainTextSelection");
    code = xml_attribute(xml_child(xml_child(selection, "Coding"), "CodeRef"), "targetGUID");
    imported_same_text("actor", name_of_code(codes, code), STR("Ada Berg"));
    library_free(exported.library);
}

Test(qdpx, line_ends_are_line_feeds_and_positions_count_them_once)
{
    static const struct small_article articles[] = {
        {.path = "a.txt", .text = "\xEF\xBB\xBFOne.\r\n\r\nTwo é\r\nthree.\rFour."}};
    struct exported exported = {.library = small_library("", articles, 1)};
    exported_note(&exported, 0, "é\r\nthree", "x");
    struct str archive = exported_as(&exported, "qdpx");
    const struct xml *selection =
        xml_child(xml_child(xml_child(project(&exported, archive), "Sources"), "TextSource"),
                  "PlainTextSelection");
    cr_expect(str_is(entry(exported.library->arena, archive, "sources/"),
                     "One.\n\nTwo é\nthree.\nFour."));
    imported_same_text("start", xml_attribute(selection, "startPosition"), STR("10"));
    imported_same_text("end", xml_attribute(selection, "endPosition"), STR("17"));
    library_free(exported.library);
}

Test(qdpx, the_same_notes_give_the_same_bytes)
{
    struct exported exported = exported_begin();
    exported_note(&exported, 1, "today", "When?");
    setenv("TZ", "UTC", 1);
    struct str first = exported_as(&exported, "qdpx");
    setenv("TZ", "America/New_York", 1);
    cr_expect(str_eq(first, exported_as(&exported, "qdpx")));
    library_free(exported.library);
}

/* The archive with project.qde put through CHANGE. */
static struct str changed(struct arena *arena, struct str archive,
                          struct str (*change)(struct arena *, struct str))
{
    struct zip_entry entries[] = {
        {STR("project.qde"), change(arena, entry(arena, archive, "project.qde"))},
        {STR("sources/x"), {0}}};
    struct error error;
    struct zip_reader *reader = zip_reader_open(archive, &error);
    entries[1].name = arena_str(arena, zip_reader_name(reader, 1));
    cr_assert(zip_reader_unpack(reader, 1, arena, &entries[1].bytes, &error));
    zip_reader_close(reader);
    struct buf out = {0};
    cr_assert(zip_write(entries, 2, 0, &out, &error));
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

/* What another program would write: nothing behind the element. */
static struct str without_records(struct arena *arena, struct str xml)
{
    (void)arena;
    return str_sub(xml, 0, (size_t)str_find(xml, STR("</Project>"), 0) + 10);
}

Test(qdpx, a_note_survives_a_program_that_keeps_only_what_the_standard_has)
{
    struct exported exported = exported_begin();
    struct arena *arena = exported.library->arena;
    struct str tags[] = {STR("money"), STR("to check")};
    struct note *note = exported_note(&exported, 0, "The old bridge", "Which?\n\nSo.");
    note->id = STR("7c1e9b2a5f04");
    note->tags = tags;
    note->tag_count = 2;
    note = exported_note(&exported, 0, "Ada Berg said", "");
    note->id = STR("7c1e9b2a5f05");
    note->tags = tags;
    note->tag_count = 1;
    note = exported_note(&exported, 0, "", "On all of it.");
    note->id = STR("7c1e9b2a5f06");
    note->replies_to = STR("7c1e9b2a5f04");
    note = exported_note(&exported, 1, "", "On her.");
    *note = (struct note){.id = STR("aa1e9b2a5f0b"),
                          .about = STR("ada-berg"),
                          .text = STR("Her."),
                          .by = STR("bert"),
                          .number = ARTICLE_NONE,
                          .created = EXPORTED_NOW,
                          .modified = EXPORTED_NOW};
    struct str archive = changed(arena, exported_as(&exported, "qdpx"), without_records);
    struct imported imported = imported_from(exported.library, archive, "qdpx");
    cr_assert_eq(imported.len, exported.len);
    for (size_t i = 0; i < imported.len; i++) {
        size_t j = 0;
        while (j < exported.len && !str_eq(imported.notes[i].id, exported.at[j].id))
            j++;
        cr_assert_lt(j, exported.len, "%.*s", STR_ARG(imported.notes[i].id));
        struct note was = exported.at[j];
        struct str hash = imported.notes[i].sha256;
        cr_expect(hash.len == 64 || !was.article.len);
        was.sha256 = hash;
        imported_same(&imported.notes[i], &was);
    }
    cr_expect_eq(imported.problems.len, 0);
    library_free(exported.library);
}

static const char others[] =
    "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"x\"><Users><User guid=\"{AA}\" "
    "name=\"Ann\"/>"
    "</Users><CodeBook><Codes><Code guid=\"{C1}\" name=\"critique\" isCodable=\"true\"><Code "
    "guid=\"c2\" name=\"Ada Berg\" isCodable=\"true\"/></Code></Codes></CodeBook><Sources>"
    "<TextSource guid=\"s1\" name=\"one\" plainTextPath=\"internal://S1.TXT\">"
    "<PlainTextSelection guid=\"p1\" startPosition=\"13\" endPosition=\"27\" creatingUser=\"{aa}\" "
    "creationDateTime=\"2024-05-02T10:00:00\"><Coding guid=\"k1\"><CodeRef targetGUID=\"c1\"/>"
    "</Coding><Coding guid=\"k2\"><CodeRef targetGUID=\"{C2}\"/></Coding><NoteRef "
    "targetGUID=\"n1\"/>"
    "</PlainTextSelection><PlainTextSelection guid=\"p2\" name=\"Ada Berg\" startPosition=\"%s\" "
    "endPosition=\"%s\"/></TextSource><PictureSource guid=\"s2\" name=\"shot.png\" "
    "path=\"internal://a.png\"><PictureSelection guid=\"p3\" firstX=\"1\" firstY=\"1\" "
    "secondX=\"2\" "
    "secondY=\"2\"><NoteRef targetGUID=\"n1\"/></PictureSelection></PictureSource></Sources><Notes>"
    "<Note guid=\"N1\" name=\"m\"><PlainTextContent>Why?</PlainTextContent></Note><Note "
    "guid=\"n2\" "
    "name=\"lost\"><PlainTextContent>Of the project</PlainTextContent></Note></Notes>"
    "<Cases><Case guid=\"z\"/></Cases></Project>";

/* TEXT as another program would hand it over, its second selection at START to END. */
static struct imported of_others(const struct exported *exported, struct str text,
                                 const char *start, const char *end)
{
    struct arena *arena = exported->library->arena;
    struct buf xml = {0}, out = {0};
    buf_printf(&xml, others, start, end);
    struct zip_entry entries[] = {{STR("project.qde"), buf_view(&xml)},
                                  {STR("Sources/s1.txt"), text}};
    cr_assert(zip_write(entries, 2, 0, &out, NULL));
    struct imported imported =
        imported_from(exported->library, arena_str(arena, buf_view(&out)), "qdpx");
    buf_free(&xml);
    buf_free(&out);
    return imported;
}

Test(qdpx, a_project_of_others_gives_notes_and_says_what_it_could_not)
{
    struct exported exported = exported_begin();
    struct str text = corpus_article(&exported.library->corpus, 0)->text;
    struct imported imported = of_others(&exported, text, "37", "45");
    cr_assert_eq(imported.len, 3);
    const struct note *note = &imported.notes[0];
    imported_same_text("article", note->article, STR("one.txt"));
    imported_same_text("quote", note->quote, STR("The old bridge"));
    imported_same_text("tag", note->tags[0], STR("critique"));
    imported_same_text("about", note->about, STR("ada-berg"));
    imported_same_text("text", note->text, STR("Why?"));
    imported_same_text("by", note->by, STR("Ann"));
    cr_expect_eq(note->at.start, 13);
    cr_expect_eq(note->created, 1714644000);
    imported_same_text("quote", imported.notes[1].quote, STR("Ada Berg"));
    imported_same_text("article", imported.notes[2].article, STR("shot.png"));
    cr_expect(str_find(imported.notes[2].extra, STR("<PictureSelection"), 0) >= 0);
    cr_expect_eq(imported.problems.len, 4);
    library_free(exported.library);
}

Test(qdpx, positions_that_count_line_ends_otherwise_are_seen_by_the_words)
{
    struct exported exported = exported_begin();
    struct buf crlf = {0};
    struct str rest = corpus_article(&exported.library->corpus, 0)->text, line;
    for (int i = 0; str_split(&rest, '\n', &line); i++) {
        buf_chars(&crlf, i ? "\r\n" : "");
        buf_str(&crlf, line);
    }
    const char *const places[][2] = {{"37", "45"}, {"39", "47"}};
    for (size_t i = 0; i < COUNT(places); i++) {
        struct imported imported =
            of_others(&exported, buf_view(&crlf), places[i][0], places[i][1]);
        imported_same_text("quote", imported.notes[1].quote, STR("Ada Berg"));
        imported_same_text("article", imported.notes[1].article, STR("one.txt"));
        cr_expect_eq(imported.notes[1].at.start, 37);
    }
    buf_free(&crlf);
    library_free(exported.library);
}

Test(qdpx, a_project_of_another_text_is_placed_by_words_or_not_at_all)
{
    struct exported exported = exported_begin();
    struct imported imported = of_others(
        &exported, STR("Another!! ---\nThe old bridge is shut, Ada Berg said. Bridge"), "38", "46");
    cr_expect_eq(imported.notes[0].at.end, 0); /* its context is another */
    cr_expect(imported.notes[0].has_passage);
    imported_same_text("article", imported.notes[0].article, STR("one.txt")); /* by name */
    library_free(exported.library);
}

Test(qdpx, it_is_xml_whatever_the_fields_hold)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", "");
        exported_taint(&exported, exported_hostile[i]);
        const struct xml *p = project(&exported, exported_as(&exported, "qdpx"));
        cr_expect_not_null(xml_child(xml_child(p, "Notes"), "Note"));
        library_free(exported.library);
    }
}
