/* SPDX-License-Identifier: ISC */
#include "article_file.h"

#include "dossier/base/mark.h"
#include "dossier/reading/body.h"
#include "dossier/reading/headline.h"
#include "formats.h"
#include "plain.h"
#include "report.h"
#include "siblings.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The article stays, with the reason why there is no text. */
static void keep_with_problem(struct arena *arena, const struct walked *file,
                              const struct error *error, bool large, struct article *article,
                              struct problems *problems)
{
    struct str why = report_reason(error, file->real);
    article->problem = arena_str(arena, why);
    problem_add(problems, large ? SEVERITY_WARNING : SEVERITY_ERROR, article->path, 0, 0,
                large ? "too-large" : "unreadable", "%.*s", STR_ARG(why));
}

/* Reads BYTES, which live as long as ARENA. */
static bool decode(struct arena *arena, const struct format *format, struct str bytes,
                   struct article *article, struct problems *problems)
{
    struct facts stated = FACTS_NONE;
    bool ok = format->read(arena, bytes, article, &stated, problems);
    article->facts = stated;
    return ok;
}

/* Reads FILE into the room that MAKER has for it. */
static bool read_bytes(const struct walked *file, struct nearby *nearby,
                       struct segment_maker *maker, struct str *bytes, struct file_look *look,
                       struct error *error)
{
    int fd = file_open_near(nearby, file->real, look, error);
    if (fd < 0)
        return false;
    bool ok =
        (uint64_t)look->size <= LOAD_LARGEST ||
        error_set(error, "larger than %zu MiB, which is the most that is read", LOAD_LARGEST >> 20);
    if (ok) {
        bytes->at = segment_room(maker, (size_t)look->size);
        bytes->len = (size_t)look->size;
        ok = file_read_all(fd, (char *)bytes->at, &bytes->len) ||
             error_set(error, "%s: can't be read: %s", file->real, strerror(errno));
    }
    close(fd);
    return ok;
}

bool article_file_read(struct arena *arena, const struct walked *file, struct nearby *nearby,
                       struct segment_maker *maker, struct article *article, struct file_look *look,
                       struct problems *problems)
{
    const struct format *format = formats_of(file->path);
    struct error error = {0};
    struct str bytes;
    *article = (struct article){.path = file->path, .facts = FACTS_NONE};
    if (!format) {
        struct str ending = str_sub(formats_ending(file->path), 0, 40);
        const char *why =
            arena_printf(arena, "%.*s is not the ending of a text", STR_ARG(ending)).at;
        report_passed_over(problems, file->path, why);
        return false;
    }
    if (!read_bytes(file, nearby, maker, &bytes, look, &error)) {
        keep_with_problem(arena, file, &error, (uint64_t)look->size > LOAD_LARGEST, article,
                          problems);
        return true;
    }
    if (mark_found(bytes)) {
        problem_add(problems, SEVERITY_WARNING, file->path, 0, 0, "export",
                    "passed over: it says of itself that it is no article");
        return false;
    }
    if (decode(arena, format, bytes, article, problems))
        return true;
    if (!formats_ending(file->path).len) {
        report_passed_over(problems, file->path, "it has no ending and is not text");
        return false;
    }
    problem_add(problems, SEVERITY_ERROR, file->path, 0, 0, "binary", "%.*s",
                STR_ARG(article->problem));
    return true;
}

void article_file_take(struct arena *arena, struct str bytes, struct article *article,
                       struct problems *problems)
{
    const struct format *format = formats_of(article->path);
    article->facts = FACTS_NONE;
    if (!decode(arena, format ? format : &format_plain, arena_str(arena, bytes), article, problems))
        problem_add(problems, SEVERITY_ERROR, article->path, 0, 0, "binary", "%.*s",
                    STR_ARG(article->problem));
}

/* What ABOVE does not speak of is taken from BELOW. */
static struct facts merge(struct facts above, const struct facts *below)
{
    unsigned missing = below->known & ~above.known;
    above.known |= below->known;
    if (missing & ARTICLE_TITLE)
        above.title = below->title;
    if (missing & ARTICLE_SOURCE)
        above.source = below->source;
    if (missing & ARTICLE_AUTHOR)
        above.author = below->author;
    if (missing & ARTICLE_URL)
        above.url = below->url;
    if (missing & ARTICLE_BODY)
        above.body = below->body;
    if (missing & ARTICLE_DATE) {
        above.date = below->date;
        above.from = below->from;
        above.to = below->to;
        above.basis = below->basis;
        above.why = below->why;
    }
    if (!above.tag_count) {
        above.tags = below->tags;
        above.tag_count = below->tag_count;
    }
    return above;
}

static void check_encoding(const struct article *article, struct problems *problems)
{
    static const char *const names[] = {
        [ENCODING_UTF16LE] = "UTF-16 (little-endian)",
        [ENCODING_UTF16BE] = "UTF-16 (big-endian)",
        [ENCODING_WINDOWS_1252] = "Windows-1252",
    };
    const struct decoded *file = &article->file;
    int line, column;
    if (file->encoding != ENCODING_UTF8)
        problem_add(problems, SEVERITY_WARNING, article->path, 0, 0, "encoding",
                    "is %s, not UTF-8; it is read as such, and the file is left as it is",
                    names[file->encoding]);
    if (!file->bad)
        return;
    article_line(article, encoding_offset(file, file->first_bad), &line, &column);
    problem_add(problems, SEVERITY_WARNING, article->path, line, column, "bad-utf8",
                "%zu place%s ill-formed UTF-8 (the first here), shown as U+FFFD", file->bad,
                file->bad == 1 ? " is" : "s are");
}

/* What tags.yaml states of a body is held to the text once all articles are there. */
static void check_body(const struct article *article, const struct tags_entry *entry,
                       struct problems *problems)
{
    const struct spans *body = &article->facts.body;
    if (!article->problem.len && !(entry && entry->facts.known & ARTICLE_BODY))
        report_body(problems, article->path, 1, 1, article->path, body, article->file.stored_size);
}

/* What nobody states is worked out of the text, if there is one. Who states the body says nothing
 * of the lines around it: they tell of the rest as before. LINES: those that may stand in other
 * articles too, or NULL. */
static void see(struct arena *arena, struct article *article, struct recurring **lines)
{
    static const unsigned all =
        ARTICLE_TITLE | ARTICLE_AUTHOR | ARTICLE_SOURCE | ARTICLE_DATE | ARTICLE_BODY;
    struct facts *facts = &article->facts;
    struct seen seen;
    struct seeing seeing = {.text = article->text, .from = article->front.end};
    if ((facts->known & all) == all || !article->text.len)
        return;
    body_see(&seeing, arena, &seen);
    *lines = seen.recurring;
    if (!(facts->known & ARTICLE_BODY))
        article_take_body(arena, article, &seen.body);
    if (!(facts->known & ARTICLE_TITLE) && seen.title.len)
        article_entitle(article, seen.title);
    if (!(facts->known & ARTICLE_AUTHOR) && seen.author.len) {
        facts->author = seen.author;
        article->worked_out |= ARTICLE_AUTHOR;
    }
    if (!(facts->known & ARTICLE_SOURCE) && seen.source.len) {
        facts->source = seen.source;
        article->worked_out |= ARTICLE_SOURCE;
    }
    if (!(facts->known & ARTICLE_DATE) && seen.date != DAY_NONE) {
        facts->date = seen.date;
        facts->basis = BASIS_STATED;
        facts->why = arena_printf(arena, "The text states it: \"%.*s\".",
                                  STR_ARG(span_of(article->text, seen.date_at)));
        article->worked_out |= ARTICLE_DATE;
    }
}

void article_file_finish(struct arena *arena, struct article *article,
                         const struct tags_entry *entry, struct problems *problems)
{
    struct str title;
    struct recurring *lines = NULL;
    article->by_tags = entry ? entry->facts.known : 0;
    if (entry)
        article->facts = merge(entry->facts, &article->facts);
    article_finish(arena, article);
    see(arena, article, &lines);
    if (!(article->worked_out & ARTICLE_TITLE) && !(article->facts.known & ARTICLE_TITLE) &&
        headline_find(article, &title))
        article_entitle(article, title);
    siblings_place(article, lines);
    check_encoding(article, problems);
    check_body(article, entry, problems);
}
