/* SPDX-License-Identifier: ISC */
/* :export FORMAT FILE, then how: by article, actor, tag or date; raw; private, with the private
 * notes; then which: words as & takes them. */
#include "act.h"
#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"
#include "dossier/notes/choose.h"
#include "rows.h"
#include "run.h"
#include "say.h"

struct exporting {
    struct str format, file, words;
    enum export_by by;
    bool raw, private;
};

/* A word of *REST, or several in quotation marks. */
static struct str next_word(struct str *rest)
{
    struct str word;
    *rest = str_trim(*rest);
    if (rest->len && rest->at[0] == '"') {
        *rest = str_sub(*rest, 1, rest->len);
        str_split(rest, '"', &word);
    } else {
        str_split(rest, ' ', &word);
    }
    return word;
}

static bool parse(struct str line, struct exporting *out, struct error *error)
{
    *out = (struct exporting){.by = EXPORT_BY_ARTICLE};
    out->format = next_word(&line);
    const struct exporter *exporter = exporters_find(out->format, error);
    if (!exporter)
        return false;
    out->file = next_word(&line);
    if (!out->file.len)
        return error_set(error, "an export needs a file: export %s notes%s", exporter->name,
                         exporter->ending);
    for (;;) {
        out->words = str_trim(line);
        struct str word = next_word(&line);
        if (str_is(word, "by")) {
            if (!exporters_by(next_word(&line), &out->by, error))
                return false;
        } else if (str_is(word, "raw")) {
            out->raw = true;
        } else if (str_is(word, "private")) {
            out->private = true;
        } else {
            return true;
        }
    }
}

/* The notes that are shown, or all, as far as CHOOSE takes them; private ones, unless they are
 * asked for, are only counted. */
static size_t collect(const struct state *state, const struct exporting *exporting,
                      const struct choose *choose, struct effect *effect, struct arena *arena)
{
    bool shown = state_context(state) == CONTEXT_NOTES;
    size_t count = shown ? state->note_len : state->notebook ? state->notebook->len : 0;
    size_t left = 0;
    effect->ids = arena_many(arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct note *note = shown ? state_row_note(state, i) : &state->notebook->at[i];
        if (!note || note->deleted || !choose_takes(choose, note))
            continue;
        if (note->is_private && !exporting->private)
            left++;
        else
            effect->ids[effect->id_count++] = arena_str(arena, note->id);
    }
    return left;
}

static void say_none(struct state *state, size_t left, struct str words)
{
    if (left)
        say_wrong(state, "only private notes are left: put private behind the file to export them");
    else if (words.len)
        say_wrong(state, "no note is meant by “%.*s”; by, raw and private stand before it",
                  STR_ARG(words));
    else
        say_wrong(state, "there is no note to export; a writes one");
}

ACT(export)
{
    struct exporting exporting;
    struct choose choose;
    struct error error;
    if (!parse(call->argument, &exporting, &error) ||
        !choose_read(out->arena, state->library, exporting.words, false, &choose, &error)) {
        say_wrong(state, "%s", error.text);
        return;
    }
    struct effect effect = {.kind = EFFECT_EXPORT,
                            .text = arena_str(out->arena, exporting.format),
                            .other = arena_str(out->arena, exporting.file),
                            .by = exporting.by,
                            .raw = exporting.raw,
                            .force = call->force};
    size_t left = collect(state, &exporting, &choose, &effect, out->arena);
    if (effect.id_count)
        *run_effect(out, EFFECT_EXPORT) = effect;
    else
        say_none(state, left, exporting.words);
}
