/* SPDX-License-Identifier: ISC */
#include "exported.h"

Test(csv, a_note_is_a_row_with_its_source)
{
    struct exported exported = exported_begin();
    struct note *note = exported_note(&exported, 0, "Nobody pays", "He said \"no\",\nand left.");
    exported_tags(&exported, note, "money to-check");
    note = exported_note(&exported, 0, "Ada Berg", "");
    note->created = note->modified = 0;
    struct str table = exported_by(&exported, "csv", EXPORT_BY_ARTICLE, true);
    static const char expected[] =
        "\"number\",\"id\",\"article\",\"place\",\"headline\",\"source\",\"author\",\"date\","
        "\"date_basis\",\"url\",\"key\",\"before\",\"quote\",\"after\",\"text\",\"tags\","
        "\"actors\",\"about\",\"by\",\"replies_to\",\"created\",\"modified\",\"checked_by\","
        "\"state\",\"conflict\",\"sha256\",\"start\",\"end\"\r\n"
        "\"1\",\"n1\",\"one.txt\",\"one ¶2\",\"Bridge shut\",\"The Gazette\",\"B. Reed\","
        "\"2024-05-01\",\"stated\",\"https://gazette.example/a?b=1&c=2\",\"one\","
        "\"The old bridge is shut, Ada Berg said. “\",\"Nobody pays\",\",” she said.\","
        "\"He said \"\"no\"\",\nand left.\",\"money; to-check\",\"\",\"\",\"anna\",\"\","
        "\"2026-11-17T11:06:40Z\",\"2026-11-17T11:06:40Z\",\"\",\"exact\",\"\","
        "\"87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b\",\"55\",\"66\"\r\n"
        "\"2\",\"n2\",\"one.txt\",\"one ¶2\",\"Bridge shut\",\"The Gazette\",\"B. Reed\","
        "\"2024-05-01\",\"stated\",\"https://gazette.example/a?b=1&c=2\",\"one\","
        "\"The old bridge is shut, \",\"Ada Berg\",\" said. “Nobody pays,” she said.\",\"\",\"\","
        "\"ada-berg\",\"\",\"anna\",\"\",\"\",\"\",\"\",\"exact\",\"\","
        "\"87b04e58961f9a99d853d4046a0b5b793e7c3e4bbd21f5aca8fb17c20cdb1d8b\",\"37\",\"45\"\r\n";
    cr_expect(str_is(table, expected), "%s", table.at);
    library_free(exported.library);
}

Test(csv, a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe_and_only_such_a_one)
{
    static const struct {
        const char *text, *cell;
    } cases[] = {
        {"=1+1", "\"'=1+1\""},
        {"+1", "\"'+1\""},
        {"-1", "\"'-1\""},
        {"@SUM(1)", "\"'@SUM(1)\""},
        {"\t=1", "\"'\t=1\""},
        {"\tplain", "\"'\tplain\""},
        {"\rplain", "\"'\rplain\""},
        {" =1", "\"' =1\""},
        {"\xC2\xA0=1", "\"'\xC2\xA0=1\""},
        {"\xE2\x80\x8B=1", "\"'\xE2\x80\x8B=1\""},
        {"＝1", "\"'＝1\""},
        {"＋1", "\"'＋1\""},
        {"－1", "\"'－1\""},
        {"＠x", "\"'＠x\""},
        {"'", "\"''\""},
        {"'=1", "\"''=1\""},
        {"1-1=0", "\"1-1=0\""},
        {" plain", "\" plain\""},
        {"“-”", "\"“-”\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct exported exported = exported_begin();
        exported_note(&exported, 0, "Nobody pays", cases[i].text);
        exported_holds(exported_as(&exported, "csv"), cases[i].cell);
        struct buf raw = {0};
        buf_printf(&raw, "\"%s\"", cases[i].text);
        exported_holds(exported_by(&exported, "csv", EXPORT_BY_ARTICLE, true), raw.at);
        buf_free(&raw);
        library_free(exported.library);
    }
}

Test(csv, a_byte_order_mark_stands_before_what_is_for_spreadsheets)
{
    struct exported exported = exported_begin();
    cr_expect(str_starts(exported_as(&exported, "csv"), STR("\xEF\xBB\xBF\"number\"")));
    cr_expect(str_starts(exported_by(&exported, "csv", EXPORT_BY_TAG, true), STR("\"number\"")));
    library_free(exported.library);
}
