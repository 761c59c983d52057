/* SPDX-License-Identifier: ISC */
/* A note as a person types it: a text, and behind it tags, #so or #"so, in words". Only the end of
 * the last line is looked at, so that "#4" inside a text stays text. */
#include "dossier/notes/note.h"

#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <ctype.h>

/* S without white space at its end, that of Unicode too. */
static struct str trim_end(struct str s)
{
    while (s.len) {
        size_t before = s.len;
        if (!char_is_space(utf8_before(s, &before)))
            break;
        s.len = before;
    }
    return s;
}

static struct str trim_start(struct str s)
{
    size_t at = 0;
    while (at < s.len) {
        size_t next = at;
        if (!char_is_space(utf8_next(s, &next)))
            break;
        at = next;
    }
    return str_sub(s, at, s.len);
}

static struct str last_line(struct str s)
{
    size_t at = s.len;
    while (at > 0 && s.at[at - 1] != '\n')
        at--;
    return str_sub(s, at, s.len);
}

/* WORD, which stands behind a #, can be typed as a tag without quotation marks. */
static bool is_tag(struct str word)
{
    if (!word.len || ispunct((unsigned char)word.at[word.len - 1]))
        return false;
    for (size_t at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at);
        if (c == '#' || c == '"' || c == ',' || char_is_space(c))
            return false;
    }
    return true;
}

/* A tag in quotation marks at the end of LINE: where its # stands, or -1. */
static ptrdiff_t quoted_tag(struct str line, struct str *tag)
{
    if (line.len < 4 || line.at[line.len - 1] != '"')
        return -1;
    size_t open = line.len - 1;
    while (open > 0 && line.at[open - 1] != '"')
        open--;
    if (open < 2 || line.at[open - 2] != '#')
        return -1;
    *tag = str_trim(str_sub(line, open, line.len - 1));
    return tag->len ? (ptrdiff_t)open - 2 : -1;
}

/* A tag without quotation marks at the end of LINE. */
static ptrdiff_t plain_tag(struct str line, struct str *tag)
{
    size_t start = line.len;
    while (start > 0) {
        size_t before = start;
        if (char_is_space(utf8_before(line, &before)))
            break;
        start = before;
    }
    if (start == line.len || line.at[start] != '#')
        return -1;
    *tag = str_sub(line, start + 1, line.len);
    return is_tag(*tag) ? (ptrdiff_t)start : -1;
}

/* Takes the last tag off LINE. */
static bool take_tag(struct str *line, struct str *tag)
{
    struct str rest = trim_end(*line);
    if (rest.len && rest.at[rest.len - 1] == ',')
        rest = trim_end(str_sub(rest, 0, rest.len - 1));
    ptrdiff_t start = quoted_tag(rest, tag);
    if (start < 0)
        start = plain_tag(rest, tag);
    if (start < 0)
        return false;
    struct str left = str_sub(rest, 0, (size_t)start);
    if (left.len && trim_end(left).len == left.len)
        return false; /* C#"x" is no tag */
    *line = trim_end(left);
    return true;
}

static bool is_among(const struct str *tags, size_t count, struct str tag)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(tags[i], tag))
            return true;
    }
    return false;
}

void note_split(struct arena *arena, struct str typed, struct str *text, struct str **tags,
                size_t *tag_count)
{
    struct str rest = trim_end(trim_start(typed));
    struct str line = last_line(rest);
    struct {
        struct str *at;
        size_t len, cap;
    } found = {0};
    struct str tag;
    while (take_tag(&line, &tag))
        *vec_add(arena, &found) = tag;
    *text = trim_end((struct str){rest.at, (size_t)(line.at - rest.at) + line.len});
    *tags = arena_many(arena, struct str, found.len);
    *tag_count = 0;
    for (size_t i = found.len; i > 0; i--) { /* found from the end; each tag once */
        if (!is_among(*tags, *tag_count, found.at[i - 1]))
            (*tags)[(*tag_count)++] = found.at[i - 1];
    }
}

static void put_tag(struct buf *out, struct str tag)
{
    if (is_tag(tag)) {
        buf_char(out, '#');
        buf_str(out, tag);
        return;
    }
    buf_chars(out, "#\"");
    for (size_t i = 0; i < tag.len; i++) /* what can't be typed in a tag stands as what can */
        buf_char(out, tag.at[i] == '"' ? '\'' : tag.at[i] == '\n' ? ' ' : tag.at[i]);
    buf_char(out, '"');
}

struct str note_join(struct arena *arena, const struct note *note)
{
    struct buf out = {0};
    buf_str(&out, note->text);
    if (note->tag_count && out.len && out.at[out.len - 1] != '\n')
        buf_char(&out, '\n');
    for (size_t i = 0; i < note->tag_count; i++) {
        if (i > 0)
            buf_char(&out, ' ');
        put_tag(&out, note->tags[i]);
    }
    struct str joined = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return joined;
}
