/* SPDX-License-Identifier: ISC */
/* Options may stand anywhere; those of a verb only behind it. The first word that is no option is
 * the verb, or a path. An error always names what is allowed, because whoever mistypes an option
 * should not need the manual. */
#include "dossier/verb/arguments.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

const struct verb_option arguments_common[] = {
    {"directory", 'C', "DIR", "work on this folder or file; else $DOSSIER_DIR, else ."},
    {"notes", 0, "FOLDER", "keep and read the notes in this folder"},
    {"no-cache", 0, NULL, "read all texts anew, and keep nothing of them for the next time"},
    {"format", 0, "FORMAT", "table, tsv, jsonl or grep; table on a terminal, else tsv"},
    {"color", 0, "WHEN", "auto, always or never"},
    {"help", 'h', NULL, "this help; behind a verb, the verb's"},
    {"version", 0, NULL, "the version"},
    {0},
};

struct reading {
    struct arena *arena;
    const struct verb *const *verbs;
    char *const *words;
    int count, at;
    bool bare_path; /* a path was named instead of a verb */
    struct arguments *out;
    struct error *error;
};

static const struct verb_option *in_table(const struct verb_option *table, struct str name,
                                          char letter)
{
    for (; table && table->help; table++) {
        if (letter ? table->letter == letter : str_is(name, table->name))
            return table;
    }
    return NULL;
}

static const struct verb_option *find_option(const struct reading *r, struct str name, char letter)
{
    const struct verb *verb = r->out->verb;
    const struct verb_option *own = in_table(verb ? verb->options : NULL, name, letter);
    return own ? own : in_table(arguments_common, name, letter);
}

static void list_options(const struct verb_option *table, bool listing, struct buf *out)
{
    for (; table && table->help; table++) {
        if (str_is(str_of(table->name), "format") && !listing)
            continue;
        buf_printf(out, "%s--%s", out->len ? " " : "", table->name);
        if (table->letter)
            buf_printf(out, " -%c", table->letter);
    }
}

static bool unknown_option(const struct reading *r, const char *word)
{
    const struct verb *verb = r->out->verb;
    struct buf options = {0};
    list_options(verb ? verb->options : NULL, true, &options);
    list_options(arguments_common, !verb || verb->flags & VERB_LISTS, &options);
    error_set(r->error, "%s%s%.80s: no such option; there are %.*s", verb ? verb->name : "",
              verb ? ": " : "", word, STR_ARG(buf_view(&options)));
    buf_free(&options);
    return false;
}

static bool add_given(struct reading *r, const struct verb_option *option, const char *value)
{
    struct given *given = vec_add(r->arena, &r->out->given);
    *given = (struct given){.option = option, .value = str_of(value)};
    if (in_table(arguments_common, str_of(option->name), 0) != option)
        return true;
    if (!strcmp(option->name, "directory"))
        r->out->path = value;
    else if (!strcmp(option->name, "notes"))
        r->out->notes = value;
    else if (!strcmp(option->name, "no-cache"))
        r->out->no_cache = true;
    else if (!strcmp(option->name, "help"))
        r->out->help = true;
    else if (!strcmp(option->name, "version"))
        r->out->version = true;
    return true;
}

/* The option's value is ATTACHED, or else the next word. */
static bool take_option(struct reading *r, const struct verb_option *option, const char *attached)
{
    if (!option->value)
        return attached ? error_set(r->error, "--%s takes no value", option->name)
                        : add_given(r, option, NULL);
    if (!attached && r->at < r->count)
        attached = r->words[r->at++];
    if (!attached)
        return error_set(r->error, "--%s needs a value: --%s=%s (%s)", option->name, option->name,
                         option->value, option->help);
    return add_given(r, option, attached);
}

static bool read_long(struct reading *r, const char *word)
{
    const char *equals = strchr(word, '=');
    struct str name = {word + 2, equals ? (size_t)(equals - word - 2) : strlen(word + 2)};
    const struct verb_option *option = find_option(r, name, 0);
    return option ? take_option(r, option, equals ? equals + 1 : NULL) : unknown_option(r, word);
}

static bool read_short(struct reading *r, const char *word)
{
    const struct verb_option *option = find_option(r, STR(""), word[1]);
    if (!option || (!option->value && word[2]))
        return unknown_option(r, word);
    return take_option(r, option, word[2] ? word + 2 : NULL);
}

static bool no_such_verb(const struct reading *r, const char *word)
{
    struct buf names = {0};
    for (const struct verb *const *verb = r->verbs; *verb; verb++)
        buf_printf(&names, "%s%s", verb == r->verbs ? "" : " ", (*verb)->name);
    error_set(r->error, "%.80s: no such verb, nor a file or folder of that name; verbs are %.*s",
              word, STR_ARG(buf_view(&names)));
    buf_free(&names);
    return false;
}

/* The first word that is no option. */
static bool read_first(struct reading *r, const char *word)
{
    for (const struct verb *const *verb = r->verbs; *verb; verb++) {
        if (!strcmp((*verb)->name, word)) {
            r->out->verb = *verb;
            return true;
        }
    }
    if (strcmp(word, "-") != 0 && !file_exists(word))
        return no_such_verb(r, word);
    if (r->out->path)
        return error_set(r->error, "both -C %.80s and %.80s: name one folder or file", r->out->path,
                         word);
    r->bare_path = true;
    r->out->path = word;
    return true;
}

static bool read_word(struct reading *r, const char *word)
{
    struct arguments *out = r->out;
    if (!out->verb && !r->bare_path)
        return read_first(r, word);
    if (r->bare_path)
        return error_set(
            r->error,
            "%.80s: too much behind a folder or file; with a verb, write dossier -C %.80s "
            "VERB",
            word, out->path);
    *vec_add(r->arena, &out->operands) = str_of(word);
    return true;
}

static bool read_words(struct reading *r)
{
    bool options = true;
    while (r->at < r->count) {
        const char *word = r->words[r->at++];
        bool ok;
        if (!options || word[0] != '-' || !word[1])
            ok = read_word(r, word);
        else if (word[1] != '-')
            ok = read_short(r, word);
        else if (word[2])
            ok = read_long(r, word);
        else
            ok = !(options = false);
        if (!ok)
            return false;
    }
    return true;
}

/* "usage: …" of a verb, on one line. */
static void add_usage(const struct verb *verb, struct buf *out)
{
    buf_printf(out, "usage: dossier %s%s%s", verb->name, *verb->operands ? " " : "",
               verb->operands);
}

static bool check_operands(const struct arguments *out, struct error *error)
{
    const struct verb *verb = out->verb;
    size_t count = out->operands.len;
    if (!verb || out->help || (count >= verb->least && count <= verb->most))
        return true;
    struct buf usage = {0};
    add_usage(verb, &usage);
    if (count < verb->least)
        error_set(error, "%s: something is missing behind it; %.*s", verb->name,
                  STR_ARG(buf_view(&usage)));
    else
        error_set(error, "%s: %.*s is one too many; %.*s", verb->name,
                  STR_ARG(str_sub(out->operands.at[verb->most], 0, 80)), STR_ARG(buf_view(&usage)));
    buf_free(&usage);
    return false;
}

bool arguments_read(struct arena *arena, const struct verb *const *verbs, int count,
                    char *const *words, struct arguments *out, struct error *error)
{
    struct reading r = {
        .arena = arena,
        .verbs = verbs,
        .words = words,
        .count = count,
        .out = out,
        .error = error,
    };
    *out = (struct arguments){0};
    if (!read_words(&r) || !check_operands(out, error))
        return false;
    const char *variable = getenv("DOSSIER_DIR");
    if (!out->path)
        out->path = variable && *variable ? variable : ".";
    return true;
}
