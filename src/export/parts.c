/* SPDX-License-Identifier: ISC */
#include "parts.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <stdio.h>

#define HEADLINE_WIDTH 80

bool parts_is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool parts_hides(uint32_t c)
{
    bool needed = c == 0xAD || c == 0x200C || c == 0x200D; /* soft hyphen and joiners */
    return !needed && !parts_is_space(c) && char_is_hostile(c);
}

int parts_visible(uint32_t c, char out[16])
{
    return snprintf(out, 16, "<U+%04X>", (unsigned)c);
}

struct str parts_cut(struct str s, size_t characters)
{
    size_t end = 0;
    for (size_t i = 0; i < characters && end < s.len; i++)
        utf8_next(s, &end);
    return str_sub(s, 0, end);
}

bool parts_ends_sentence(struct str s)
{
    return str_ends(s, STR(".")) || str_ends(s, STR("!")) || str_ends(s, STR("?")) ||
           str_ends(s, STR("…"));
}

struct str parts_headline(struct arena *arena, const struct article *article)
{
    if (!article->facts.title.len) {
        bool made_up = false;
        struct str words = article_headline(article, HEADLINE_WIDTH, &made_up);
        const char *end = parts_ends_sentence(words) ? "" : " …";
        return words.len ? arena_printf(arena, "(no headline) %.*s%s", STR_ARG(words), end)
                         : STR("(no headline)");
    }
    bool guess = article->worked_out & ARTICLE_TITLE;
    return arena_printf(arena, "%.*s%s", STR_ARG(article->facts.title), guess ? "~" : "");
}

static void put_day(struct buf *out, day d)
{
    char words[DAY_TEXT];
    day_words(d, words);
    buf_chars(out, words);
}

static void put_date(const struct facts *facts, struct buf *out)
{
    const char *guess = facts->basis == BASIS_INFERRED ? "~" : "";
    if (facts->date != DAY_NONE) {
        put_day(out, facts->date);
    } else if (facts->from != DAY_NONE && facts->to != DAY_NONE) {
        put_day(out, facts->from);
        buf_chars(out, " to ");
        put_day(out, facts->to);
    } else {
        buf_chars(out, "undated");
        return;
    }
    buf_printf(out, "%s%s", guess, *guess ? " (inferred)" : "");
}

void parts_byline(const struct article *article, struct buf *out)
{
    const struct facts *facts = &article->facts;
    const struct {
        struct str text;
        unsigned field;
    } names[] = {{facts->source, ARTICLE_SOURCE}, {facts->author, ARTICLE_AUTHOR}};
    if (!facts->source.len)
        buf_chars(out, "source unknown, ");
    for (size_t i = 0; i < COUNT(names); i++) {
        if (!names[i].text.len)
            continue;
        buf_str(out, names[i].text);
        buf_chars(out, article->worked_out & names[i].field ? "~, " : ", ");
    }
    put_date(facts, out);
}

struct str parts_link(const struct article *article)
{
    struct str url = article->facts.url;
    bool http = str_eq_nocase(str_sub(url, 0, 7), STR("http://")) ||
                str_eq_nocase(str_sub(url, 0, 8), STR("https://"));
    for (size_t at = 0; http && at < url.len;) {
        uint32_t c = utf8_next(url, &at);
        if (char_is_space(c) || char_is_hostile(c) || c == UTF8_BAD)
            http = false;
    }
    return http ? url : STR("");
}

void parts_place(const struct library *library, const struct note *note, struct buf *out)
{
    if (note->number != ARTICLE_NONE && note->span.start < note->span.end) {
        library_place(library, note->number, note->span.start, out);
        return;
    }
    bool here = note->number != ARTICLE_NONE;
    buf_str(out, here ? corpus_article(&library->corpus, note->number)->label : note->article);
    buf_chars(out, note->has_passage ? "" : " (the whole article)");
}

void parts_moment(int64_t seconds, struct buf *out)
{
    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int minutes = (int)((seconds - days * 86400) / 60);
    put_day(out, (day)days);
    buf_printf(out, ", %02d:%02d UTC", minutes / 60, minutes % 60);
}

struct str parts_about(const struct library *library, const struct note *note)
{
    uint32_t actor = tags_actor(&library->tags, note->about);
    return actor == ACTOR_NONE ? note->about : library->tags.at[actor].name;
}

void parts_where(const struct library *library, const struct note *note, struct buf *out)
{
    if (note->article.len)
        parts_place(library, note, out);
    else
        buf_str(out, note->about.len ? parts_about(library, note) : STR("no article"));
}

void parts_signature(const struct note *note, struct buf *out)
{
    buf_str(out, note->by);
    if (!note->created) /* not stated, in a note made by hand */
        return;
    buf_chars(out, ", ");
    parts_moment(note->created, out);
    if (note->modified <= note->created)
        return;
    buf_chars(out, ", changed ");
    parts_moment(note->modified, out);
}

static void end_sentence(struct buf *words)
{
    if (!parts_ends_sentence(buf_view(words)))
        buf_char(words, '.');
}

void parts_source(struct arena *arena, const struct article *article, struct buf *out)
{
    buf_str(out, parts_headline(arena, article));
    end_sentence(out);
    buf_char(out, ' ');
    parts_byline(article, out);
    if (article->facts.why.len) {
        buf_chars(out, ": ");
        buf_str(out, article->facts.why);
    }
    end_sentence(out);
}

void parts_file(const struct article *article, struct str sha256, struct buf *out)
{
    buf_chars(out, "File ");
    buf_str(out, article->path);
    if (sha256.len)
        buf_printf(out, ", SHA-256 %.*s when annotated", STR_ARG(sha256));
    buf_char(out, '.');
}

bool parts_is_modeline(struct str before)
{
    static const char *const words[] = {"vim", "vi", "ex", "local variables"};
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t len = str_of(words[i]).len;
        struct str end = str_sub(before, before.len < len ? 0 : before.len - len, before.len);
        size_t at = before.len - end.len;
        bool whole = !at || !char_is_word((unsigned char)before.at[at - 1]);
        if (whole && str_eq_nocase(end, str_of(words[i])))
            return true;
    }
    return false;
}
