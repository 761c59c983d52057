/* SPDX-License-Identifier: ISC */
#include "common.h"

#include "dossier/base/file.h"
#include "dossier/load/searches_file.h"
#include "dossier/load/tags_file.h"
#include "dossier/text/safe.h"

#include <string.h>

void verb_tell_problem(const struct verb_call *call, const struct problem *problem)
{
    struct str file = verb_file(call, problem->file);
    if (problem->line)
        verb_tell("%.*s:%d:%d: %.*s", STR_ARG(file), problem->line,
                  problem->column ? problem->column : 1, STR_ARG(problem->message));
    else
        verb_tell("%.*s: %.*s", STR_ARG(file), STR_ARG(problem->message));
}

void verb_tell_no_actors(const struct verb_call *call)
{
    if (!call->library->tags.len)
        verb_tell(
            "no actor is named yet: name the first under actors: in %.*s; see dossier-tags(5)",
            STR_ARG(verb_file(call, STR(TAGS_FILE))));
}

const char *verb_value(const struct verb_call *call, const char *option)
{
    for (size_t i = call->given_count; i > 0; i--) {
        const struct given *given = &call->given[i - 1];
        if (!strcmp(given->option->name, option))
            return given->value.at;
    }
    return NULL;
}

bool verb_owns(const struct verb *verb, const char *option)
{
    for (const struct verb_option *own = verb->options; own && own->help; own++) {
        if (!strcmp(own->name, option))
            return true;
    }
    return false;
}

bool verb_word(const struct verb_call *call, const char *option, const char *words, int otherwise,
               int *out)
{
    const char *value = verb_value(call, option);
    struct str rest = str_of(words), word;
    *out = otherwise;
    if (!value)
        return true;
    for (*out = 0; str_split(&rest, ' ', &word); ++*out) {
        if (str_is(word, value))
            return true;
    }
    return verb_fail("--%s: %s is not known; it is one of %s", option, value, words);
}

const void *verb_action(const struct verb_call *call, const void *actions, size_t count,
                        size_t size)
{
    struct buf names = {0};
    const void *found = NULL;
    for (size_t i = 0; i < count && !found; i++) {
        const char *at = (const char *)actions + i * size, *name;
        memcpy(&name, at, sizeof name);
        buf_printf(&names, "%s%s", i ? ", " : "", name);
        found = str_is(call->operands[0], name) ? at : NULL;
    }
    if (!found)
        verb_fail("%s: %.*s is not known; known are %.*s", call->verb->name,
                  STR_ARG(call->operands[0]), STR_ARG(buf_view(&names)));
    buf_free(&names);
    return found;
}

bool verb_article_named(const struct verb_call *call, struct str name, uint32_t *out)
{
    struct error error;
    *out = corpus_find(&call->library->corpus, name, &error);
    return *out != ARTICLE_NONE || verb_fail("%s", error.text);
}

bool verb_actor_named(const struct verb_call *call, struct str name, uint32_t *out)
{
    struct error error;
    *out = tags_find(&call->library->tags, name, &error);
    return *out != ACTOR_NONE || verb_fail("%s", error.text);
}

bool verb_article_option(const struct verb_call *call, uint32_t *out)
{
    const char *value = verb_value(call, "article");
    *out = ARTICLE_NONE;
    return !value || verb_article_named(call, str_of(value), out);
}

bool verb_actor_option(const struct verb_call *call, uint32_t *out)
{
    const char *value = verb_value(call, "actor");
    *out = ACTOR_NONE;
    return !value || verb_actor_named(call, str_of(value), out);
}

struct str verb_join(const struct verb_call *call, size_t first)
{
    struct buf text = {0};
    for (size_t i = first; i < call->operand_count; i++) {
        buf_chars(&text, i > first ? " " : "");
        buf_str(&text, call->operands[i]);
    }
    struct str copy = arena_str(call->arena, buf_view(&text));
    buf_free(&text);
    return copy;
}

const struct saved_searches *verb_saved(const struct verb_call *call)
{
    struct saved_searches *saved = arena_one(call->arena, struct saved_searches);
    struct problems problems = {.arena = call->arena};
    searches_read(call->arena, call->library, saved, &problems);
    for (size_t i = 0; i < problems.len; i++)
        verb_tell_problem(call, &problems.at[i]);
    return saved;
}

struct rows *verb_rows(const struct verb_call *call, const struct column *columns, size_t count)
{
    return rows_open(call->arena, &call->style, columns, count, call->out);
}

enum status verb_close(struct rows *rows)
{
    return rows_close(rows) ? STATUS_DONE : STATUS_NOTHING;
}

struct span verb_stored(const struct article *article, struct span span)
{
    return (struct span){
        encoding_stored(&article->file, span.start),
        encoding_stored(&article->file, span.end),
    };
}

struct cell verb_day_cell(const struct verb_call *call, const struct article *article)
{
    char words[DAY_TEXT];
    const struct facts *facts = &article->facts;
    day date = article_day(article);
    if (date == DAY_NONE)
        return cell_null();
    day_words(date, words);
    bool stated = facts->date != DAY_NONE && facts->basis == BASIS_STATED &&
                  !(article->worked_out & ARTICLE_DATE);
    return cell_text(arena_printf(call->scratch, "%s%s", words, stated ? " " : "~"));
}

struct str verb_place_name(const struct verb_call *call, uint32_t article, uint32_t at)
{
    struct buf place = {0};
    library_place(call->library, article, at, &place);
    struct str copy = arena_str(call->scratch, buf_view(&place));
    buf_free(&place);
    return copy;
}

struct cell verb_place_cell(const struct verb_call *call, uint32_t article, uint32_t at)
{
    if (call->style.format != ROWS_TABLE)
        return cell_null();
    return cell_text(verb_place_name(call, article, at));
}

struct rows_place verb_place(const struct verb_call *call, uint32_t article, uint32_t at,
                             struct str text)
{
    if (call->style.format != ROWS_GREP)
        return (struct rows_place){0};
    const struct article *in = corpus_article(&call->library->corpus, article);
    struct rows_place place = {.file = verb_file(call, in->path), .text = text};
    article_line(in, at, &place.line, &place.column);
    return place;
}

struct str verb_context(const struct verb_call *call, struct str before, struct str what,
                        struct str after)
{
    return arena_printf(call->scratch, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(what),
                        STR_ARG(after));
}

struct str verb_file(const struct verb_call *call, struct str path)
{
    const char *folder = call->library->folder;
    if (!strcmp(folder, "."))
        return path;
    return str_of(path_join(call->scratch, folder, arena_chars(call->scratch, path)));
}
