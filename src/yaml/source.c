/* SPDX-License-Identifier: ISC */
#include "source.h"

#include "dossier/text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define BYTE_ORDER_MARK STR("\xEF\xBB\xBF")

struct place place_first(struct str source)
{
    size_t byte = str_starts(source, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.len : 0;
    return (struct place){.byte = byte, .line = 1, .column = 1};
}

/* Lines end as editors end them; that libyaml also ends them at U+0085 and U+2028 is not told. */
static void step(struct str source, struct place *place)
{
    char c = source.at[place->byte++];
    bool ends_line =
        c == '\n' || (c == '\r' && (place->byte == source.len || source.at[place->byte] != '\n'));
    while (place->byte < source.len && (source.at[place->byte] & 0xC0) == 0x80)
        place->byte++;
    place->index++;
    place->line += ends_line;
    place->column = ends_line ? 1 : place->column + 1;
}

void place_to_index(struct str source, struct place *place, size_t index)
{
    while (place->index < index && place->byte < source.len)
        step(source, place);
}

static void place_to_byte(struct str source, struct place *place, size_t byte)
{
    while (place->byte < byte && place->byte < source.len)
        step(source, place);
}

bool source_fail(struct str source, size_t byte, struct yaml_failure *failure, const char *format,
                 ...)
{
    if (!failure)
        return false;
    struct place place = place_first(source);
    place_to_byte(source, &place, byte);
    failure->line = place.line;
    failure->column = place.column;
    va_list args;
    va_start(args, format);
    vsnprintf(failure->error.text, sizeof failure->error.text, format, args);
    va_end(args);
    return false;
}

struct str source_cut(struct str s)
{
    size_t end = s.len < 40 ? s.len : 40;
    while (end < s.len && end > 0 && (s.at[end] & 0xC0) == 0x80)
        end--;
    return str_sub(s, 0, end);
}

/* The characters that YAML 1.1 allows to stand as they are. */
static bool is_allowed(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7E) || c == 0x85 ||
           (c >= 0xA0 && c <= 0xFFFD) || c >= 0x10000;
}

static bool check_characters(struct str source, struct yaml_failure *failure)
{
    for (size_t at = 0; at < source.len;) {
        unsigned char byte = (unsigned char)source.at[at];
        if (byte >= 0x20 && byte <= 0x7E) {
            at++;
            continue;
        }
        size_t start = at;
        uint32_t c = utf8_next(source, &at);
        if (c == UTF8_BAD && !str_is(str_sub(source, start, at), "\xEF\xBF\xBD"))
            return source_fail(source, start, failure,
                               "the byte 0x%02X here is not UTF-8; save the file as UTF-8",
                               (unsigned)byte);
        if (!is_allowed(c))
            return source_fail(source, start, failure,
                               "the character U+%04X may not stand in a YAML file; between double "
                               "quotation marks it can be written \"\\u%04X\"",
                               (unsigned)c, (unsigned)c);
    }
    return true;
}

static bool check_encoding(struct str source, struct yaml_failure *failure)
{
    bool by_mark = str_starts(source, STR("\xFF\xFE")) || str_starts(source, STR("\xFE\xFF"));
    bool by_zeros = source.len >= 2 && !source.at[0] != !source.at[1];
    if (by_mark || by_zeros)
        return source_fail(source, 0, failure,
                           "the file is in UTF-16; UTF-8 is what is read, so save it as UTF-8");
    return true;
}

/* The length of the line break at AT, 0 where there is none; libyaml's breaks, not an editor's. */
static size_t break_at(struct str source, size_t at)
{
    static const char *const breaks[] = {"\r\n",     "\n",           "\r",
                                         "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        size_t len = strlen(breaks[i]);
        if (len <= source.len - at && !memcmp(source.at + at, breaks[i], len))
            return len;
    }
    return 0;
}

static size_t line_end(struct str source, size_t at)
{
    while (at < source.len && !break_at(source, at))
        at++;
    return at;
}

static bool is_blank(struct str source, size_t at)
{
    return at == source.len || source.at[at] == ' ' || source.at[at] == '\t' ||
           break_at(source, at) > 0;
}

/* Behind blanks, line breaks and comments; tells whether that is the start of a line. */
static size_t skip_empty(struct str source, size_t at, bool *line_starts)
{
    while (at < source.len) {
        size_t breaks = break_at(source, at);
        if (breaks)
            *line_starts = true;
        else if (source.at[at] == ' ' || source.at[at] == '\t')
            *line_starts = false;
        else
            break;
        at += breaks ? breaks : 1;
        if (at < source.len && source.at[at] == '#')
            at = line_end(source, at);
    }
    return at;
}

static bool check_directives(struct str source, struct yaml_failure *failure)
{
    bool line_starts = true;
    size_t at = place_first(source).byte;
    if (at < source.len && source.at[at] == '#')
        at = line_end(source, at);
    for (;;) {
        at = skip_empty(source, at, &line_starts);
        if (!line_starts || at == source.len || source.at[at] != '%')
            return true;
        size_t end = line_end(source, at);
        struct str line = str_sub(source, at, end);
        if (!str_starts(line, STR("%YAML ")))
            return source_fail(source, at, failure,
                               "found the directive %.*s; %%YAML is the only one allowed, and none "
                               "is needed",
                               STR_ARG(source_cut(line)));
        at = end;
    }
}

size_t source_more(struct str source, size_t from)
{
    bool line_starts = from > 0 && (source.at[from - 1] == '\n' || source.at[from - 1] == '\r');
    for (size_t at = from;;) {
        at = skip_empty(source, at, &line_starts);
        bool marks_end = line_starts && str_starts(str_sub(source, at, source.len), STR("...")) &&
                         is_blank(source, at + 3);
        if (!marks_end)
            return at;
        line_starts = false;
        at += 3;
    }
}

bool source_check(struct str source, struct yaml_failure *failure)
{
    if (source.len > YAML_LARGEST)
        return source_fail(source, 0, failure,
                           "the file is larger than %zu MiB, which is the most that is read",
                           YAML_LARGEST >> 20);
    return check_encoding(source, failure) && check_characters(source, failure) &&
           check_directives(source, failure);
}
