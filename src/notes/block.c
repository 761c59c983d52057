/* SPDX-License-Identifier: ISC */
/* The YAML reader takes seven times as long. This one pays with strictness: only what surely means
 * the same to both is taken here, and every other line, however harmless, is left to the YAML
 * reader. */
#include "block.h"

#include "scalar.h"
#include "tree.h"

#include <string.h>

#define DASH 2    /* columns of "- " */
#define LITERAL 2 /* columns that a literal stands in from its key */

struct lines {
    struct arena *arena;
    struct str source;
    size_t at;   /* the start of a line, or of a value */
    size_t deep; /* columns before a key */
    int count;   /* of the lines before AT */
};

/* Where the line at AT ends, its line feed left out; false at the end of the source, and for a last
 * line without one, which is to the YAML reader another thing. */
static bool line_end(const struct lines *lines, size_t at, size_t *end)
{
    const char *found =
        at < lines->source.len ? memchr(lines->source.at + at, '\n', lines->source.len - at) : NULL;
    if (found)
        *end = (size_t)(found - lines->source.at);
    return found != NULL;
}

static bool has_spaces(const struct lines *lines, size_t at, size_t count)
{
    if (lines->source.len - at < count)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (lines->source.at[at + i] != ' ')
            return false;
    }
    return true;
}

/* The lines of a literal as a text: FIRST to END of the source, of which each line is empty or
 * stands in by MARGIN; TAIL line feeds stay at the end. */
static struct str join_literal(const struct lines *lines, size_t first, size_t end, size_t margin,
                               size_t tail)
{
    const char *source = lines->source.at;
    if (!memchr(source + first, '\n', end - first) && tail < 2)
        return (struct str){source + first + margin, end - first - margin + tail};
    if (!lines->arena)
        return STR("?");
    char *text = arena_get(lines->arena, end - first + tail + 1);
    size_t len = 0;
    for (size_t at = first; at < end;) {
        const char *feed = memchr(source + at, '\n', end - at);
        size_t stop = feed ? (size_t)(feed - source) : end;
        if (stop > at) {
            memcpy(text + len, source + at + margin, stop - at - margin);
            len += stop - at - margin;
        }
        if (feed)
            text[len++] = '\n';
        at = stop + 1;
    }
    for (; tail; tail--)
        text[len++] = '\n';
    return (struct str){text, len};
}

/* A literal whose lines begin at lines->at, which is moved behind them. */
static bool read_literal(struct lines *lines, struct str header, struct str *text)
{
    size_t margin = lines->deep + LITERAL, first = lines->at, ink = first, stop, end;
    if (header.len > 2 || (header.len == 2 && header.at[1] != '-' && header.at[1] != '+'))
        return false;
    if (!has_spaces(lines, first, margin) || !line_end(lines, first, &stop) ||
        stop <= first + margin || lines->source.at[first + margin] == ' ')
        return false;
    size_t at = first;
    int empty = 0, count = 0;
    while (line_end(lines, at, &end)) {
        if (end == at) {
            empty++;
        } else if (has_spaces(lines, at, margin) && end > at + margin) {
            count += empty + 1;
            empty = 0;
            ink = end;
        } else {
            break;
        }
        at = end + 1;
    }
    bool strips = header.len == 2 && header.at[1] == '-', keeps = header.len == 2 && !strips;
    *text = join_literal(lines, first, ink, margin, strips ? 0 : keeps ? (size_t)empty + 1 : 1);
    lines->at = keeps ? at : ink + 1;
    lines->count += count + (keeps ? empty : 0);
    return true;
}

/* The item of a list in brackets at *AT of V, up to a comma or the end. */
static bool read_tag(struct arena *arena, struct str v, size_t *at, struct str *tag)
{
    size_t start = *at, end = start;
    if (v.at[start] == '"') {
        for (end++; end < v.len && v.at[end] != '"'; end++)
            end += v.at[end] == '\\';
        *at = end + 1;
        return end < v.len && scalar_quoted(arena, str_sub(v, start, end + 1), tag);
    }
    while (end < v.len && !scalar_is_in(v.at[end], ",[]{}\"':?#"))
        end++;
    *tag = str_sub(v, start, end);
    *at = end;
    return tag->len && scalar_is_plain(*tag) && !scalar_is_null(*tag) &&
           (end == v.len || v.at[end] == ',');
}

static bool read_tags(struct arena *arena, struct str v, struct note *note)
{
    if (v.len < 2 || v.at[0] != '[' || v.at[v.len - 1] != ']')
        return false;
    v = str_sub(v, 1, v.len - 1);
    size_t most = v.len > 0;
    for (size_t i = 0; i < v.len; i++)
        most += v.at[i] == ',';
    if (arena && most)
        note->tags = arena_many(arena, struct str, most);
    for (size_t at = 0; at < v.len;) {
        struct str tag;
        if (note->tag_count && !str_starts(str_sub(v, at, v.len), STR(", ")))
            return false;
        at += note->tag_count ? 2 : 0;
        if (at == v.len || !read_tag(arena, v, &at, &tag))
            return false;
        if (note->tags)
            note->tags[note->tag_count] = tag;
        note->tag_count++;
    }
    return true;
}

/* "[3, 9]" */
static bool read_span(struct str v, struct span *at)
{
    ptrdiff_t comma = str_find(v, STR(", "), 0);
    long start, end;
    return comma > 1 && v.at[0] == '[' && v.at[v.len - 1] == ']' &&
           str_number(str_sub(v, 1, (size_t)comma), &start) &&
           str_number(str_sub(v, (size_t)comma + 2, v.len - 1), &end) &&
           note_at_set(start, end, at);
}

static bool read_text(struct lines *lines, struct str v, struct str *text)
{
    if (v.at[0] == '"')
        return scalar_quoted(lines->arena, v, text);
    if (v.at[0] == '|')
        return read_literal(lines, v, text);
    *text = v;
    return scalar_is_plain(v);
}

static bool read_value(struct lines *lines, enum note_key key, struct str v, struct note *note)
{
    struct str *text = note_key_text(note, key), moment;
    int64_t *seconds = note_key_moment(note, key);
    if (text)
        return read_text(lines, v, text);
    if (seconds)
        return read_text(lines, v, &moment) && note_moment_read(moment, seconds);
    return key == NOTE_KEY_TAGS ? read_tags(lines->arena, v, note) : read_span(v, &note->at);
}

/* The "key: value" at lines->at, which is moved behind its last line. */
static bool read_pair(struct lines *lines, size_t *guess, unsigned *seen, unsigned *found,
                      struct note *note)
{
    size_t end, start = lines->at;
    if (!line_end(lines, start, &end))
        return false;
    struct str line = str_sub(lines->source, start, end);
    const char *colon = line.len ? memchr(line.at, ':', line.len) : NULL;
    if (!colon)
        return false;
    size_t len = (size_t)(colon - line.at);
    enum note_key key = note_key_find(str_sub(line, 0, len), *guess);
    if (key == NOTE_KEY_COUNT || *seen & 1u << key)
        return false;
    *guess = key + 1;
    *seen |= 1u << key;
    lines->at = end + 1;
    lines->count++;
    if (len + 1 < line.len && line.at[len + 1] != ' ')
        return false;
    struct str value = str_sub(line, len + 2, line.len);
    if (scalar_is_null(value))
        return true;
    *found |= 1u << key;
    return read_value(lines, key, value, note);
}

/* A line that can't belong to the block: an empty one, or one that does not stand in as deep. */
static bool is_behind(const struct lines *lines, size_t indent)
{
    size_t at = lines->at;
    return at >= lines->source.len || lines->source.at[at] == '\n' ||
           !has_spaces(lines, at, indent + 1);
}

size_t block_read(struct arena *arena, struct str source, size_t at, size_t indent,
                  struct note *note, int *count)
{
    struct lines lines = {arena, source, at + indent + DASH, indent + DASH, 0};
    unsigned seen = 0, found = 0;
    size_t guess = 0;
    *note = (struct note){.number = UINT32_MAX, .state = ANCHOR_ORPHAN};
    if (lines.at > source.len || !has_spaces(&lines, at, indent) || source.at[at + indent] != '-' ||
        source.at[at + indent + 1] != ' ')
        return 0;
    do {
        if (seen)
            lines.at += lines.deep;
        if (!read_pair(&lines, &guess, &seen, &found, note))
            return 0;
    } while (has_spaces(&lines, lines.at, lines.deep));
    bool ok = is_behind(&lines, indent) && note_is_whole(note, found) &&
              scalar_is_clean(str_sub(source, at, lines.at));
    if (count)
        *count = lines.count;
    return ok ? lines.at : 0;
}
