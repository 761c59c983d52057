/* SPDX-License-Identifier: ISC */
#include "correction_parts.h"

#include "dossier/base/memory.h"

#include <string.h>

#define SHOWN_MOST 80 /* bytes of a value in a sentence */

const enum article_field correction_fields[CORRECTION_FIELDS] = {
    ARTICLE_TITLE, ARTICLE_DATE, ARTICLE_SOURCE, ARTICLE_AUTHOR, ARTICLE_BODY};

const char *correction_field_name(enum article_field field)
{
    static const char *const names[] = {"headline", "date", "source", "author", "body"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (correction_fields[i] == field)
            return names[i];
    return NULL;
}

bool correction_is_open(const struct article *article, enum article_field field)
{
    return (article->worked_out & field) ||
           (field == ARTICLE_DATE && article->facts.basis == BASIS_INFERRED);
}

static struct str text_of(const struct article *article, enum article_field field)
{
    const struct facts *facts = &article->facts;
    return field == ARTICLE_TITLE    ? facts->title
           : field == ARTICLE_SOURCE ? facts->source
           : field == ARTICLE_AUTHOR ? facts->author
                                     : STR("");
}

bool correction_has(const struct article *article, enum article_field field)
{
    if (field == ARTICLE_BODY)
        return article->body.len;
    if (field == ARTICLE_DATE)
        return article_day(article) != DAY_NONE;
    return text_of(article, field).len;
}

static void put_day(day d, struct buf *out)
{
    char iso[DAY_TEXT];
    day_iso(d, iso);
    buf_chars(out, iso[0] ? iso : "?");
}

void correction_value(const struct article *article, enum article_field field, struct buf *out)
{
    const struct facts *facts = &article->facts;
    if (field != ARTICLE_DATE) {
        buf_str(out, text_of(article, field));
    } else if (facts->date != DAY_NONE) {
        put_day(facts->date, out);
    } else if (facts->from != DAY_NONE || facts->to != DAY_NONE) {
        put_day(facts->from, out);
        buf_chars(out, " to ");
        put_day(facts->to, out);
    }
}

struct correction correction_begin(const struct article *article, enum correction_kind kind,
                                   enum article_field field)
{
    return (struct correction){.kind = kind,
                               .field = field,
                               .path = article->path,
                               .date = DAY_NONE,
                               .from = DAY_NONE,
                               .to = DAY_NONE};
}

void correction_add(const struct article *article, struct span span, struct arena *arena,
                    struct correction *out)
{
    *vec_add(arena, &out->body) = (struct span){encoding_stored(&article->file, span.start),
                                                encoding_stored(&article->file, span.end)};
}

bool correction_confirm(const struct article *article, enum article_field field,
                        struct arena *arena, struct correction *out, struct error *error)
{
    const struct facts *facts = &article->facts;
    const char *name = correction_field_name(field);
    *out = correction_begin(article, CORRECTION_SO, field);
    if (!correction_is_open(article, field) && (facts->known & field))
        return error_set(error, "the %s is stated, not worked out: there is nothing to confirm",
                         name);
    if (!correction_has(article, field))
        return error_set(error, "no %s is known that could be confirmed", name);
    out->text = text_of(article, field);
    if (field == ARTICLE_DATE) {
        out->date = facts->date;
        out->from = facts->from;
        out->to = facts->to;
    }
    for (size_t i = 0; field == ARTICLE_BODY && i < article->body.len; i++)
        correction_add(article, article->body.at[i], arena, out);
    return true;
}

bool correction_none(const struct article *article, enum article_field field, struct arena *arena,
                     struct correction *out, struct error *error)
{
    *out = correction_begin(article, CORRECTION_NONE, field);
    if (field == ARTICLE_BODY) {
        struct span all = {article->front.end, (uint32_t)article->text.len};
        const struct spans *body = &article->body;
        bool is_all =
            body->len == 1 && body->at[0].start == all.start && body->at[0].end == all.end;
        if (all.start >= all.end)
            return error_set(error, "there is no text that could be the article");
        if (is_all && !correction_is_open(article, field))
            return error_set(error, "all of the text is the article already");
        correction_add(article, all, arena, out);
        return true;
    }
    return correction_has(article, field) || !(article->facts.known & field) ||
           error_set(error, "it is stated already that no %s is known",
                     correction_field_name(field));
}

/* ---- what is typed ---- */

/* The first and the last day of "2025-02-18", "2025-02" or "2025". */
static bool read_stretch(struct str s, day *first, day *last)
{
    char whole[DAY_TEXT] = "0000-01-01";
    if (s.len != 4 && s.len != 7 && s.len != 10)
        return false;
    memcpy(whole, s.at, s.len);
    if (!day_parse(str_of(whole), first))
        return false;
    *last = s.len == 10  ? *first
            : s.len == 7 ? day_month_begin(*first, 1) - 1
                         : day_month_begin(*first, 12) - 1;
    return true;
}

static bool read_side(struct str s, bool begins, day *out)
{
    day first, last;
    *out = DAY_NONE;
    if (str_is(s, "?"))
        return true;
    if (!read_stretch(s, &first, &last))
        return false;
    *out = begins ? first : last;
    return true;
}

static bool read_date(struct str line, struct correction *out, struct error *error)
{
    ptrdiff_t to = str_find(line, STR(" to "), 0);
    struct str first = to < 0 ? line : str_trim(str_sub(line, 0, (size_t)to));
    struct str last = to < 0 ? line : str_trim(str_sub(line, (size_t)to + 4, line.len));
    if (!read_side(first, true, &out->from) || !read_side(last, false, &out->to) ||
        (out->from == DAY_NONE && out->to == DAY_NONE))
        return error_set(error, "“%.*s” is no date; 2025-02-18, 2025-02, 2025, one to another",
                         STR_ARG(str_sub(line, 0, SHOWN_MOST)));
    if (out->from != DAY_NONE && out->to != DAY_NONE && out->from > out->to)
        return error_set(error, "the first day of “%.*s” lies behind the last",
                         STR_ARG(str_sub(line, 0, SHOWN_MOST)));
    if (out->from == out->to) {
        out->date = out->from;
        out->from = out->to = DAY_NONE;
    }
    return true;
}

bool correction_read(const struct article *article, enum article_field field, struct str line,
                     struct arena *arena, struct correction *out, struct error *error)
{
    line = str_trim(line);
    *out = correction_begin(article, CORRECTION_OTHER, field);
    if (!line.len)
        return error_set(error, "no %s was given", correction_field_name(field));
    if (field == ARTICLE_BODY)
        return error_set(error, "the body can't be typed: its paragraphs are chosen");
    out->text = field == ARTICLE_DATE ? STR("") : arena_str(arena, line);
    return field != ARTICLE_DATE || read_date(line, out, error);
}

/* ---- words ---- */

struct correction correction_copy(struct arena *arena, const struct correction *correction)
{
    struct correction copy = *correction;
    copy.path = arena_str(arena, correction->path);
    copy.text = arena_str(arena, correction->text);
    copy.body = (struct spans){0};
    for (size_t i = 0; i < correction->body.len; i++)
        *vec_add(arena, &copy.body) = correction->body.at[i];
    return copy;
}

static void put_date(const struct correction *correction, struct buf *out)
{
    char from[DAY_TEXT], to[DAY_TEXT], range[DAY_RANGE_TEXT];
    day_words(correction->from, from);
    day_words(correction->to, to);
    day_range_words(correction->date != DAY_NONE ? correction->date : correction->from,
                    correction->date != DAY_NONE ? correction->date : correction->to, range);
    if (range[0])
        buf_chars(out, range);
    else
        buf_printf(out, "%s %s", from[0] ? "not before" : "not after", from[0] ? from : to);
}

static void put_other(const struct correction *correction, struct buf *did)
{
    if (correction->field == ARTICLE_BODY) {
        buf_printf(did, "has %zu paragraph%s %s", correction->paragraphs,
                   correction->paragraphs == 1 ? "" : "s", correction->gains ? "more" : "fewer");
    } else if (correction->field == ARTICLE_DATE) {
        buf_chars(did, "is ");
        put_date(correction, did);
    } else {
        buf_printf(did, "is “%.*s”", STR_ARG(str_sub(correction->text, 0, SHOWN_MOST)));
    }
}

void correction_words(const struct correction *correction, struct buf *did, struct buf *undid)
{
    bool body = correction->field == ARTICLE_BODY;
    if (correction->kind == CORRECTION_SO)
        buf_chars(did, "is confirmed");
    else if (correction->kind == CORRECTION_NONE)
        buf_chars(did, body ? "is all of its text" : "is stated to be unknown");
    else
        put_other(correction, did);
    buf_chars(undid,
              correction->kind == CORRECTION_SO ? "is only worked out again" : "is as it was");
}
