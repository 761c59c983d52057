/* SPDX-License-Identifier: ISC */
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/safe.h"
#include "dossier/text/utf8.h"

#include <criterion/criterion.h>

static const struct {
    struct str text;
    const char *line, *lines, *json;
} table[] = {
    {{"plain", 5}, "plain", "plain", "\"plain\""},
    {{"", 0}, "", "", "\"\""},
    {{"a\nb\t\r\n\nc", 8}, "a b c", "a\nb\t\n\nc", "\"a\\nb\\t\\u000d\\n\\nc\""},
    {{"\x1B]0;x\a", 6}, "<U+001B>]0;x<U+0007>", "<U+001B>]0;x<U+0007>", "\"\\u001b]0;x\\u0007\""},
    {{"a\0b", 3}, "a<U+0000>b", "a<U+0000>b", "\"a\\u0000b\""},
    {{"a\rb", 3}, "a<U+000D>b", "a<U+000D>b", "\"a\\u000db\""},
    {{"\xE2\x80\xAEx", 4}, "<U+202E>x", "<U+202E>x", "\"\\u202ex\""},
    {{"\xC2\x9B\x7F", 3}, "<U+009B><U+007F>", "<U+009B><U+007F>", "\"\\u009b\\u007f\""},
    {{"\xF3\xA0\x81\xA7", 4}, "<U+E0067>", "<U+E0067>", "\"\\udb40\\udc67\""},
    {{"say \"\\\"", 7}, "say \"\\\"", "say \"\\\"", "\"say \\\"\\\\\\\"\""},
    {{"\xFFx\xE2\x82", 4}, "\uFFFDx\uFFFD", "\uFFFDx\uFFFD", "\"\uFFFDx\uFFFD\""},
    {{"cafe\xCC\x81", 6}, "cafe\u0301", "cafe\u0301", "\"cafe\u0301\""},
    {{"Ki\xC2\xADyv", 6}, "Kiyv", "Kiyv", "\"Ki\\u00adyv\""},
};

static void check(size_t row, void (*add)(struct buf *, struct str), const char *expected)
{
    struct buf b = {0};
    add(&b, table[row].text);
    cr_expect(str_is(buf_view(&b), expected), "row %zu: %.*s", row, STR_ARG(buf_view(&b)));
    buf_free(&b);
}

Test(safe, hostile_characters_are_spelled_out_on_one_line)
{
    for (size_t i = 0; i < COUNT(table); i++)
        check(i, safe_line, table[i].line);
}

Test(safe, line_ends_and_tabs_are_kept_where_lines_are_wanted)
{
    for (size_t i = 0; i < COUNT(table); i++)
        check(i, safe_lines, table[i].lines);
}

Test(safe, json_escapes_what_is_hostile)
{
    for (size_t i = 0; i < COUNT(table); i++)
        check(i, safe_json, table[i].json);
}

static bool is_harmless(struct str s, bool lines)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        if (char_is_hostile(c) || (!lines && (c == '\n' || c == '\t')))
            return false;
    }
    return utf8_valid(s);
}

Test(safe, no_bytes_get_through)
{
    struct buf text = {0}, out = {0};
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c == 0x20000)
            c = 0xE0000; /* all between are ideographs or unassigned */
        if (c == 0xE1000)
            c = 0x10FF00; /* private use */
        buf_clear(&text);
        utf8_put(&text, 0x645);
        utf8_put(&text, c);
        utf8_put(&text, 0x645);
        buf_char(&text, (char)c);
        void (*const all[])(struct buf *, struct str) = {safe_line, safe_lines, safe_json};
        for (size_t i = 0; i < COUNT(all); i++) {
            buf_clear(&out);
            all[i](&out, buf_view(&text));
            cr_assert(is_harmless(buf_view(&out), i == 1), "U+%04X by %zu", c, i);
        }
    }
    buf_free(&text);
    buf_free(&out);
}

Test(safe, public_collections_of_bad_utf8_come_out_harmless)
{
    static const char *const names[] = {
        SOURCE_ROOT "/../shared/bad-input/kuhn-utf8/UTF-8-test.txt",
        SOURCE_ROOT "/../shared/bad-input/utf8tests/utf8tests.bin",
        SOURCE_ROOT "/../shared/bad-input/utf8tests/utf8tests.txt",
    };
    struct buf bytes = {0}, out = {0};
    struct error error;
    for (size_t i = 0; i < COUNT(names); i++) {
        if (!file_exists(names[i]))
            cr_skip_test("../shared/bad-input is absent");
        cr_assert(file_read_named(names[i], 1 << 20, &bytes, &error), "%s", error.text);
        buf_clear(&out);
        safe_lines(&out, buf_view(&bytes));
        cr_assert(out.len >= bytes.len / 2 && is_harmless(buf_view(&out), true), "%s", names[i]);
    }
    buf_free(&bytes);
    buf_free(&out);
}
