/* SPDX-License-Identifier: ISC */
/* Clean UTF-8, which nearly every article is, is used as it lies there. All else is written anew,
 * and the places where the new text is longer or shorter than the bytes are kept as shifts, so that
 * what the program says about a file is about the file as stored. */
#include "dossier/text/encoding.h"

#include "blocks.h"
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "windows1252.h"

#include <stdlib.h>
#include <string.h>

#define ODD_BYTES 10 /* more than one odd byte in so many: no text */

static bool is_control(uint32_t c)
{
    return (c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F;
}

struct shifts {
    struct shift *at;
    size_t len, cap;
};

/* A text as it is written anew. */
struct writer {
    struct decoded *decoded;
    struct buf text;
    struct shifts shifts;
    size_t controls, bad_bytes;
    bool has_nul;
};

/* Notes that what comes next in the text stands at STORED, if that can't be told from before. */
static void note_place(struct writer *writer, size_t stored)
{
    struct shift last = {0, 0};
    if (writer->shifts.len)
        last = writer->shifts.at[writer->shifts.len - 1];
    if (writer->text.len - last.text == stored - last.stored)
        return;
    struct shift *shift = vec_add(NULL, &writer->shifts);
    *shift = (struct shift){(uint32_t)writer->text.len, (uint32_t)stored};
}

static void write_char(struct writer *writer, uint32_t c, size_t stored)
{
    note_place(writer, stored);
    writer->controls += is_control(c);
    writer->has_nul |= c == 0;
    utf8_put(&writer->text, c);
}

static void write_bad(struct writer *writer, size_t stored, size_t bytes)
{
    if (writer->decoded->bad++ == 0)
        writer->decoded->first_bad = (uint32_t)stored;
    writer->bad_bytes += bytes;
    write_char(writer, UTF8_BAD, stored);
}

static void from_utf8(struct writer *writer, struct str source, size_t from)
{
    for (size_t at = from; at < source.len;) {
        size_t start = at;
        uint32_t c = utf8_next(source, &at);
        if (c == UTF8_BAD && !str_is(str_sub(source, start, at), "\xEF\xBF\xBD"))
            write_bad(writer, start, at - start);
        else
            write_char(writer, c, start);
    }
}

static void from_windows1252(struct writer *writer, struct str source)
{
    for (size_t at = 0; at < source.len; at++)
        write_char(writer, windows1252_char((unsigned char)source.at[at]), at);
}

static uint32_t unit_at(struct str source, size_t at, bool big)
{
    unsigned char first = (unsigned char)source.at[at], second = (unsigned char)source.at[at + 1];
    return big ? (uint32_t)first << 8 | second : (uint32_t)second << 8 | first;
}

static void from_utf16(struct writer *writer, struct str source, bool big)
{
    size_t at = 2;
    while (at + 1 < source.len) {
        uint32_t c = unit_at(source, at, big);
        uint32_t low = at + 3 < source.len ? unit_at(source, at + 2, big) : 0;
        if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
            write_char(writer, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00), at);
            at += 4;
            continue;
        }
        if (c >= 0xD800 && c < 0xE000)
            write_bad(writer, at, 2);
        else
            write_char(writer, c, at);
        at += 2;
    }
    if (at < source.len)
        write_bad(writer, at, 1);
}

/* Hands over what was written. False if it is no text. */
static bool finish(struct writer *writer, struct arena *arena)
{
    struct decoded *out = writer->decoded;
    note_place(writer, out->stored_size);
    bool is_text =
        !writer->has_nul && (writer->controls + writer->bad_bytes) * ODD_BYTES <= out->stored_size;
    if (is_text) {
        out->text = arena_str(arena, buf_view(&writer->text));
        out->shift_count = writer->shifts.len;
        out->shifts = arena_many(arena, struct shift, out->shift_count);
        if (out->shift_count)
            memcpy(out->shifts, writer->shifts.at, out->shift_count * sizeof *out->shifts);
    }
    buf_free(&writer->text);
    vec_free(&writer->shifts);
    return is_text;
}

/* How many bytes of a well-formed character of two or three bytes stand at AT; 0 for all else. */
static size_t common_char(const unsigned char *at, size_t left)
{
    if (left < 3 || (at[1] & 0xC0) != 0x80)
        return 0;
    if (at[0] >= 0xC2 && at[0] < 0xE0)
        return 2;
    bool known = at[0] == 0xE0 ? at[1] >= 0xA0 : at[0] < 0xEF && at[0] != 0xED;
    return at[0] >= 0xE0 && known && (at[2] & 0xC0) == 0x80 ? 3 : 0;
}

/* What the bytes show before anything is written. */
struct look {
    bool valid, multibyte, nul;
    size_t controls;
};

static struct look look_at(struct str source)
{
    struct look look = {.valid = true};
    size_t slowly = 0; /* up to there each byte is looked at by itself */
    for (size_t at = 0; at < source.len;) {
        unsigned char byte = (unsigned char)source.at[at];
        if (byte < 0x80) {
            if (at >= slowly && source.len - at >= BLOCK) {
                if (block_all_plain(source.at + at)) {
                    at += BLOCK;
                    continue;
                }
                slowly = at + BLOCK;
            }
            look.controls += is_control(byte);
            look.nul |= byte == 0;
            at++;
            continue;
        }
        size_t common = common_char((const unsigned char *)source.at + at, source.len - at);
        if (common) {
            look.multibyte = true;
            at += common;
            continue;
        }
        size_t start = at;
        bool bad = utf8_next(source, &at) == UTF8_BAD &&
                   !str_is(str_sub(source, start, at), "\xEF\xBF\xBD");
        look.valid &= !bad;
        look.multibyte |= !bad;
    }
    return look;
}

/* A byte order mark alone parts text and source: one shift says so. */
static void use_in_place(struct arena *arena, struct str source, size_t mark, struct decoded *out)
{
    out->text = str_sub(source, mark, source.len);
    if (mark) {
        out->shifts = arena_one(arena, struct shift);
        out->shifts[0] = (struct shift){0, (uint32_t)mark};
        out->shift_count = 1;
    }
}

static bool decode_bytes(struct arena *arena, struct str source, struct decoded *out)
{
    struct writer writer = {.decoded = out};
    size_t mark = str_starts(source, STR("\xEF\xBB\xBF")) ? 3 : 0;
    struct look look = look_at(str_sub(source, mark, source.len));
    if (look.nul || look.controls * ODD_BYTES > source.len)
        return false;
    if (look.valid) {
        use_in_place(arena, source, mark, out);
        return true;
    }
    if (!mark && !look.multibyte && windows1252_reads_well(source)) {
        out->encoding = ENCODING_WINDOWS_1252;
        from_windows1252(&writer, source);
    } else {
        from_utf8(&writer, source, mark);
    }
    return finish(&writer, arena);
}

bool encoding_decode(struct arena *arena, struct str source, struct decoded *out)
{
    *out = (struct decoded){.encoding = ENCODING_UTF8, .stored_size = (uint32_t)source.len};
    bool little = str_starts(source, STR("\xFF\xFE"));
    if (!little && !str_starts(source, STR("\xFE\xFF")))
        return decode_bytes(arena, source, out);
    struct writer writer = {.decoded = out};
    out->encoding = little ? ENCODING_UTF16LE : ENCODING_UTF16BE;
    from_utf16(&writer, source, !little);
    return finish(&writer, arena);
}

/* How many shifts begin at or before AT; in the text, or as STORED. */
static size_t shifts_before(const struct decoded *decoded, uint32_t at, bool stored)
{
    size_t low = 0, high = decoded->shift_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct shift shift = decoded->shifts[middle];
        if ((stored ? shift.stored : shift.text) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t encoding_stored(const struct decoded *decoded, uint32_t at)
{
    if (at >= decoded->text.len)
        return decoded->stored_size;
    size_t n = shifts_before(decoded, at, false);
    uint32_t limit = n < decoded->shift_count ? decoded->shifts[n].stored : decoded->stored_size;
    struct shift last = n ? decoded->shifts[n - 1] : (struct shift){0, 0};
    uint32_t stored = last.stored + (at - last.text);
    return stored < limit ? stored : limit;
}

uint32_t encoding_offset(const struct decoded *decoded, uint32_t stored)
{
    uint32_t size = (uint32_t)decoded->text.len;
    if (stored >= decoded->stored_size)
        return size;
    size_t n = shifts_before(decoded, stored, true);
    if (n == 0 && decoded->shift_count && decoded->shifts[0].text == 0)
        return 0; /* within the mark */
    uint32_t limit = n < decoded->shift_count ? decoded->shifts[n].text : size;
    struct shift last = n ? decoded->shifts[n - 1] : (struct shift){0, 0};
    uint32_t at = last.text + (stored - last.stored);
    if (at >= limit)
        return limit;
    return decoded->shift_count ? (uint32_t)utf8_start(decoded->text, at) : at;
}
