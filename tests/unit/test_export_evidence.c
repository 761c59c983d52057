/* SPDX-License-Identifier: ISC */
#include "dossier/base/hash.h"
#include "dossier/base/mark.h"
#include "dossier/exchange/xml.h"
#include "dossier/exchange/zip.h"
#include "dossier/load/load.h"
#include "exported.h"
#include "folder.h"

static const char *folder;
static struct exported exported;

static const char first[] = "Bridge shut\r\n\r\nThe old bridge is shut, Ada said.\r\nNobody pays.";
static const char second[] = "Caf\xE9 \x96 closed \x93today\x94";

/* A dossier on disk: the originals are read from there. */
static void begin(void)
{
    struct arena *arena = arena_new();
    struct error error = {0};
    folder = strdup(folder_make(arena));
    folder_write(folder, "b/a \"1\" <x>.html.md", str_of(first));
    folder_write(folder, "latin.txt", str_of(second));
    struct load_request request = {folder};
    exported = (struct exported){.library = library_load(&request, NULL, &error)};
    cr_assert_not_null(exported.library, "%s", error.text);
    cr_assert_eq(exported.library->corpus.len, 2);
    arena_free(arena);
}

static void end(void)
{
    library_free(exported.library);
    folder_remove(folder);
    free((char *)(uintptr_t)folder);
}

TestSuite(evidence, .init = begin, .fini = end);

static struct note *quote(uint32_t number, const char *words, const char *text, const char *stored)
{
    struct note *note = exported_note(&exported, number, words, text);
    char hex[HASH_HEX];
    hash_sha256(str_of(stored), hex);
    note->sha256 = arena_str(exported.library->arena, str_of(hex));
    return note;
}

static struct str entry(struct str archive, const char *name)
{
    struct error error = {0};
    struct str bytes = {0};
    struct zip_reader *reader = zip_reader_open(archive, &error);
    cr_assert_not_null(reader, "%s", error.text);
    ptrdiff_t at = zip_reader_find(reader, str_of(name));
    cr_assert_geq(at, 0, "there is no %s", name);
    cr_assert(zip_reader_unpack(reader, (size_t)at, exported.library->arena, &bytes, &error));
    zip_reader_close(reader);
    return bytes;
}

static void check_says(struct str page, const char *words)
{
    cr_expect(str_find(page, str_of(words), 0) >= 0, "it does not say: %s", words);
}

Test(evidence, the_originals_are_there_to_the_byte_and_the_sums_cover_all)
{
    quote(0, "The old bridge", "So.", first);
    quote(1, "closed “today”", "", second);
    struct str archive = exported_as(&exported, "evidence");
    cr_expect(str_is(entry(archive, "originals/001-a__1___x_.html.md.txt"), first));
    cr_expect(str_is(entry(archive, "originals/002-latin.txt"), second));
    struct str sums = entry(archive, "SHA256SUMS"), line;
    struct error error;
    struct zip_reader *reader = zip_reader_open(archive, &error);
    size_t count = 0;
    for (; str_split(&sums, '\n', &line) && line.len; count++) {
        char hex[HASH_HEX];
        struct str name = zip_reader_name(reader, count), bytes = {0};
        cr_assert(zip_reader_unpack(reader, count, exported.library->arena, &bytes, &error));
        hash_sha256(bytes, hex);
        cr_expect(
            str_eq(line, arena_printf(exported.library->arena, "%s  %.*s", hex, STR_ARG(name))));
    }
    cr_expect_eq(count + 1, zip_reader_count(reader));
    zip_reader_close(reader);
}

Test(evidence, a_quotation_leads_to_its_place_in_the_text_and_in_the_file)
{
    quote(0, "The old bridge is shut", "So & so.", first);
    quote(0, "bridge is shut, Ada", "Overlaps.", first);
    quote(1, "closed", "", second);
    struct str page = entry(exported_as(&exported, "evidence"), "index.html");
    cr_expect(str_find(str_sub(page, 0, 512), STR(EXPORT_MARK), 0) > 0);
    check_says(page, "<mark>The old bridge is shut</mark>");
    check_says(page, "<a href=\"#t1\">See it in the text</a>. In the file: bytes 15 to 37 of "
                     "<a href=\"originals/001-a__1___x_.html.md.txt\">");
    check_says(page, "tail -c +8 originals/002-latin.txt | head -c 6");
    check_says(page, "<a class=\"number\" id=\"t1\" href=\"#n1\">1</a><mark>The old </mark>"
                     "<a class=\"number\" id=\"t2\" href=\"#n2\">2</a><mark>bridge is shut</mark>"
                     "<mark>, Ada</mark> said.");
    check_says(page, "The note’s words stand there, letter for letter.");
    check_says(page, "The file is, byte for byte, the one that the note was made on.");
    check_says(page, "Kept as: b/a &quot;1&quot; &lt;x&gt;.html.md");
    check_says(page, "Windows-1252");
    check_says(page, "So &amp; so.");
    check_says(page, "sha256sum -c SHA256SUMS");
}

Test(evidence, what_is_not_certain_is_said)
{
    struct note *note = quote(0, "Nobody pays", "", "other bytes");
    note->quote = STR("Nobody paid");
    note->state = ANCHOR_CHANGED;
    note = quote(0, "Ada said", "", first);
    note->state = ANCHOR_ORPHAN;
    note->quote = STR("Ada wept");
    note = quote(1, "", "On all.", second);
    note->sha256.len = 0;
    note = quote(1, "closed", "Gone.", second);
    note->article = STR("gone.txt");
    note->number = ARTICLE_NONE;
    struct str page = entry(exported_as(&exported, "evidence"), "index.html");
    check_says(page, "The text has other words there now than the note.");
    check_says(page, "<mark>Nobody paid</mark>");
    check_says(page, "The file is not the one that the note was made on");
    check_says(page, "The note’s words are not in the text.");
    check_says(page, "On the article as a whole.");
    check_says(page, "The note does not say which version");
    check_says(page, "gone.txt, is not in the dossier: nothing here proves these words.");
    cr_expect(str_find(page, STR("letter for letter"), 0) < 0);
}

Test(evidence, an_original_that_cannot_be_read_stops_it_with_a_sentence)
{
    quote(1, "closed", "", second);
    folder_write(folder, "latin.txt", STR("other text"));
    const struct note *notes[] = {&exported.at[0]};
    struct export_request request = {exported.library, notes, 1, EXPORTED_NOW};
    struct error error = {0};
    struct buf out = {0};
    cr_expect_not(exporters_find(STR("evidence"), NULL)->write(&request, &out, &error));
    cr_expect(str_starts(str_of(error.text), STR("latin.txt has changed")), "%s", error.text);
    cr_expect_eq(out.len, 0);
    buf_free(&out);
}

Test(evidence, nothing_hostile_gets_through_and_the_page_is_well_formed)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        struct note *note = quote(0, "Nobody pays", exported_hostile[i], first);
        struct str tag = str_of(exported_hostile[i]);
        note->tags = &tag;
        note->tag_count = 1;
        note->by = note->about = note->quote = note->before = note->sha256 = tag;
        note->state = ANCHOR_CHANGED;
        exported.library->title = exported_article(exported.library, 0)->facts.title = tag;
        struct str page = entry(exported_as(&exported, "evidence"), "index.html");
        cr_expect(str_find(page, STR("<script"), 0) < 0);
        cr_expect(str_find(page, STR("<img"), 0) < 0);
        cr_expect(str_find(page, STR("\x1b"), 0) < 0);
        cr_expect(str_find(page, STR("href=\"http"), 0) < 0);
        exported.len = 0;
    }
}
