/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/exchange/json.h"
#include "dossier/exchange/xml.h"
#include "dossier/exchange/zip.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct exchange_failure failure;

static void begin(void)
{
    arena = arena_new();
    failure = (struct exchange_failure){0};
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(json, .init = begin, .fini = end);
TestSuite(xml, .init = begin, .fini = end);
TestSuite(zip, .init = begin, .fini = end);

/* BEFORE, N times MIDDLE, AFTER. */
static struct str repeated(const char *before, const char *middle, size_t n, const char *after)
{
    struct buf out = {0};
    buf_chars(&out, before);
    for (size_t i = 0; i < n; i++)
        buf_chars(&out, middle);
    buf_chars(&out, after);
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

static void check_json_fails(struct str source, int line, const char *says)
{
    failure = (struct exchange_failure){0};
    cr_expect_null(json_read(arena, source, &failure), "%.60s", source.at);
    cr_expect_eq(failure.line, line, "line %d for %.60s", failure.line, source.at);
    cr_expect(str_find(str_of(failure.error.text), str_of(says), 0) >= 0, "%s", failure.error.text);
}

Test(json, a_tree_keeps_order_types_and_every_character)
{
    struct str source = STR("\xEF\xBB\xBF{\"b\": [1, -2.5, true, null], \"a\": \"x\\u0000y\\ud83c"
                            "\\udf09\\n\", \"n\": 9007199254740993}");
    const struct json *root = json_read(arena, source, &failure);
    cr_assert_not_null(root, "%s", failure.error.text);
    cr_expect(str_is(root->first->key, "b"));
    struct str text = json_get_text(root, "a");
    cr_expect(str_eq(text, (struct str){"x\0y🌉\n", 8}));
    int64_t whole = 0;
    cr_expect(json_get_whole(root, "n", &whole));
    cr_expect_eq(whole, 9007199254740993);
    cr_expect_not(json_get_whole(root, "a", &whole));
    cr_expect_null(json_get(root, "c"));
    cr_expect_null(json_get(json_get(root, "b"), "x"));
    struct buf out = {0};
    json_put(&out, root);
    cr_expect_str_eq(out.at, "{\"b\": [1, -2.5, true, null], \"a\": \"x\\u0000y🌉\\n\", \"n\": "
                             "9007199254740993}");
    buf_free(&out);
}

Test(json, what_is_wrong_is_said_with_its_place)
{
    check_json_fails(STR("{\"a\": 1,\n \"b\": ]"), 2, "this is no JSON");
    cr_expect_gt(failure.column, 5);
    check_json_fails(STR(""), 1, "this is no JSON");
    check_json_fails(STR("{\"a\": \"\xFF\"}"), 1, "this is no JSON");
    check_json_fails(STR("[1] 2"), 1, "this is no JSON");
    check_json_fails(STR("\"\\"), 1, "this is no JSON");
}

Test(json, depth_and_count_have_limits_outside_of_strings)
{
    check_json_fails(repeated("\n", "[", 100000, ""), 2, "64 deep");
    check_json_fails(repeated("", "{\"a\":", 65, ""), 1, "64 deep");
    check_json_fails(repeated("[0", ",0", JSON_MOST, "]"), 1, "5,000,000 values");
    cr_expect_not_null(json_read(arena, repeated("[\"", "[", 100000, "\"]"), &failure));
    cr_expect_not_null(json_read(arena, repeated("[\"\\\"", "[,{", 100000, "\"]"), &failure));
    struct str deep = repeated(repeated("", "[", 64, "").at, "]", 64, "");
    cr_expect_not_null(json_read(arena, deep, &failure));
}

static void check_xml_fails(struct str source, const char *says)
{
    failure = (struct exchange_failure){0};
    cr_expect_null(xml_read(arena, source, &failure), "%.60s", source.at);
    cr_expect(str_find(str_of(failure.error.text), str_of(says), 0) >= 0, "%s: %.60s",
              failure.error.text, source.at);
}

Test(xml, a_tree_has_elements_attributes_and_text)
{
    struct str source = STR("<?xml version=\"1.0\"?>\n<!-- <!DOCTYPE no> -->\n<q:P xmlns:q=\"u\" "
                            "a=\"1 &lt;&#10;\">\n <b>x<![CDATA[<!DOCTYPE y>]]>&amp;</b><c/><b "
                            "q:z='2'/></q:P><?note {\"a\": 1}?>");
    const struct xml *root = xml_read(arena, source, &failure);
    cr_assert_not_null(root, "%s", failure.error.text);
    const struct xml *p = xml_child(root, "P"), *b = xml_child(p, "b");
    cr_expect(str_is(xml_attribute(p, "a"), "1 <\n"));
    cr_expect_eq(p->line, 3);
    cr_expect(str_is(b->text, "x<!DOCTYPE y>&"), "%.*s", STR_ARG(b->text));
    cr_expect(str_is(xml_attribute(xml_sibling(b, "b"), "z"), "2"));
    cr_expect_null(xml_sibling(xml_sibling(b, "b"), "b"));
    cr_assert(p->next->is_instruction);
    cr_expect(str_is(p->next->text, "{\"a\": 1}"));
    cr_expect_null(xml_child(NULL, "b"));
}

Test(xml, entities_types_and_depth_are_refused)
{
    check_xml_fails(STR("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                    "document type");
    check_xml_fails(STR("<?x y?><!-- --> <!DOCTYPE a><a/>"), "document type");
    check_xml_fails(STR("<a>&b;</a>"), "no XML");
    check_xml_fails(STR("<a b='&c;'/>"), "no XML");
    check_xml_fails(repeated("", "<a>", 201, ""), "200 deep");
    check_xml_fails(STR("<a>"), "no XML");
    check_xml_fails(STR("<a/><b/>"), "no XML");
    check_xml_fails(STR(""), "XML");
    check_xml_fails(STR("<a>\xFF</a>"), "no XML");
    check_xml_fails(STR("<a>\x01</a>"), "no XML");
    check_xml_fails(STR("\n\n<a></b>"), "no XML");
    cr_expect_eq(failure.line, 3);
    check_xml_fails(STR("\xFF\xFE<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0a\0>\0<\0a\0/\0>\0"),
                    "document type");
    cr_expect_not_null(xml_read(arena, STR("\xFE\xFF\0<\0a\0>\x04\x10\0<\0/\0a\0>"), &failure),
                       "%s", failure.error.text);
}

Test(xml, text_that_was_escaped_comes_back)
{
    struct buf out = {0};
    struct str hostile = STR("<a b=\"c\"> & ' ]]> \t\r\n -->");
    buf_chars(&out, "<a b=\"");
    xml_text(&out, hostile);
    buf_chars(&out, "\">");
    xml_text(&out, hostile);
    buf_chars(&out, "<c/></a>");
    const struct xml *a = xml_child(xml_read(arena, buf_view(&out), &failure), "a");
    cr_assert_not_null(a, "%s", failure.error.text);
    cr_expect(str_eq(a->text, hostile));
    cr_expect(str_eq(xml_attribute(a, "b"), hostile));
    buf_clear(&out);
    xml_put(&out, a);
    const struct xml *again = xml_child(xml_read(arena, buf_view(&out), &failure), "a");
    cr_expect(str_eq(again->text, hostile));
    cr_expect_not_null(xml_child(again, "c"));
    buf_clear(&out);
    xml_text(&out, STR("\x01\xEF\xBF\xBE"));
    cr_expect_str_eq(out.at, "&lt;U+0001&gt;&lt;U+FFFE&gt;");
    buf_free(&out);
}

static struct str zipped(const struct zip_entry *entries, size_t count)
{
    struct buf out = {0};
    struct error error = {0};
    cr_assert(zip_write(entries, count, 1795000000, &out, &error), "%s", error.text);
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

Test(zip, entries_come_back_and_the_bytes_are_the_same_in_every_time_zone)
{
    struct zip_entry entries[] = {{STR("a/ä🌉.txt"), STR("one")},
                                  {STR("b"), repeated("", "long ", 100000, "")},
                                  {STR("c"), {0}}};
    setenv("TZ", "UTC", 1);
    struct str first = zipped(entries, COUNT(entries));
    setenv("TZ", "Asia/Kolkata", 1);
    cr_expect(str_eq(first, zipped(entries, COUNT(entries))));
    cr_expect_lt(first.len, 5000);
    struct error error = {0};
    struct zip_reader *reader = zip_reader_open(first, &error);
    cr_assert_not_null(reader, "%s", error.text);
    cr_expect_eq(zip_reader_count(reader), 3);
    for (size_t i = 0; i < COUNT(entries); i++) {
        struct str bytes;
        cr_expect(str_eq(zip_reader_name(reader, i), entries[i].name));
        cr_expect_eq(zip_reader_find(reader, entries[i].name), (ptrdiff_t)i);
        cr_expect(zip_reader_unpack(reader, i, arena, &bytes, &error), "%s", error.text);
        cr_expect(str_eq(bytes, entries[i].bytes));
    }
    cr_expect_eq(zip_reader_find(reader, STR("B")), 1);
    cr_expect_eq(zip_reader_find(reader, STR("d")), -1);
    zip_reader_close(reader);
}

Test(zip, names_that_lead_out_are_refused)
{
    static const char *const names[] = {"../a",  "a/../../b", "/etc/passwd", "..",
                                        "c:\\a", "a\\..\\b",  "\\a"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct zip_entry entry = {str_of(names[i]), STR("x")};
        struct error error = {0};
        cr_expect_null(zip_reader_open(zipped(&entry, 1), &error), "%s", names[i]);
        cr_expect(str_find(str_of(error.text), STR("leads out"), 0) > 0, "%s: %s", names[i],
                  error.text);
    }
}

/* Puts VALUE, four bytes, behind each place where SIGNATURE stands, SKIP bytes on. */
static void patch(struct str bytes, const char *signature, size_t skip, uint32_t value)
{
    for (ptrdiff_t at = 0; (at = str_find(bytes, str_of(signature), (size_t)at)) >= 0; at++) {
        char *into = (char *)(uintptr_t)bytes.at + at + skip;
        for (int i = 0; i < 4; i++)
            into[i] = (char)(value >> (8 * i));
    }
}

Test(zip, what_unpacks_to_too_much_or_lies_about_it_is_refused)
{
    struct zip_entry entry = {STR("bomb"), repeated("", "0000000000", 1000000, "")};
    struct str bytes = zipped(&entry, 1), out;
    struct error error = {0};
    patch(bytes, "PK\x01\x02", 24, 0x7FFFFFFF); /* the size, unpacked, in the directory */
    struct zip_reader *reader = zip_reader_open(bytes, &error);
    cr_assert_not_null(reader);
    cr_expect_not(zip_reader_unpack(reader, 0, arena, &out, &error));
    cr_expect(str_find(str_of(error.text), STR("512 MiB"), 0) > 0, "%s", error.text);
    zip_reader_close(reader);
    patch(bytes, "PK\x01\x02", 24, 1000); /* less than there is */
    reader = zip_reader_open(bytes, &error);
    if (reader) {
        cr_expect_not(zip_reader_unpack(reader, 0, arena, &out, &error));
        zip_reader_close(reader);
    }
}

Test(zip, a_damaged_archive_is_a_sentence_never_a_crash)
{
    struct zip_entry entries[] = {{STR("a"), repeated("", "some text ", 300, "")},
                                  {STR("b"), STR("b")}};
    struct str whole = zipped(entries, COUNT(entries));
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        struct arena *scratch = arena_new();
        struct str bytes = arena_str(scratch, whole), out;
        struct error error = {0};
        for (int i = 0; i < 3; i++) {
            seed = seed * 1664525 + 1013904223;
            ((char *)(uintptr_t)bytes.at)[(seed >> 8) % bytes.len] = (char)(seed >> 24);
        }
        if (round % 5 == 0)
            bytes.len = (seed >> 4) % bytes.len;
        struct zip_reader *reader = zip_reader_open(bytes, &error);
        for (size_t i = 0; reader && i < zip_reader_count(reader); i++) {
            bool sound = zip_reader_unpack(reader, i, scratch, &out, &error);
            cr_expect(sound || error.text[0]);
        }
        cr_expect(reader || error.text[0]);
        zip_reader_close(reader);
        arena_free(scratch);
    }
}
