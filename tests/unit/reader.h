/* SPDX-License-Identifier: ISC */
/* A reader on a small dossier in memory: keys in, state out. Notes go to a notebook that is in
 * memory too. */
#ifndef DOSSIER_TESTS_READER_H
#define DOSSIER_TESTS_READER_H

#include "../../src/notes/shelf.h"
#include "small.h"

#include "dossier/base/memory.h"
#include "dossier/state/state.h"
#include "dossier/text/utf8.h"

#include <criterion/criterion.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct library *library;
    struct notebook notebook;
    struct options options;
    struct keymap keymap;
    struct state state;
    struct effects effects;
    bool refuse;           /* the notebook can't be written */
    bool quit, remembered; /* that was asked for */
    struct str copied, exported, edited, draft;
    struct amendment amended; /* what was asked for last */
    size_t amendments;
    struct correction corrected;
    size_t corrections;
    struct tags_patch patched;
    bool patched_back;
    size_t exported_notes;
    struct effect export;     /* as it was asked for last */
    struct effect tags_asked; /* likewise */
    const struct small_article *articles;
    size_t article_count;
    size_t ids, saves; /* how many notes got one; were stored */
    bool forced;
    int64_t now;
};

static struct reader reader;
static struct {
    struct note *at;
    size_t len, cap;
} reader_graves;

static inline void reader_event(struct event event);

static inline struct str reader_put(const struct note *asked)
{
    struct note note = note_copy(reader.arena, asked);
    struct note *old = NULL;
    for (size_t i = 0; i < reader.notebook.len; i++)
        if (note.id.len && str_eq(reader.notebook.at[i].id, note.id))
            old = &reader.notebook.at[i];
    if (!note.id.len)
        note.id = arena_printf(reader.arena, "%012zx", ++reader.ids + 1000);
    if (reader.refuse)
        return note.id;
    note.by = STR("me");
    if (note.has_passage && !note.sha256.len) {
        note.quote = span_of(corpus_article(&reader.library->corpus, note.number)->text, note.span);
        note.sha256 = STR("hash");
        note.at = note.span;
    }
    reader.saves++;
    *(old ? old : vec_add(reader.arena, &reader.notebook)) = note;
    return note.id;
}

static inline void reader_remove(struct str id)
{
    size_t kept = 0;
    for (size_t i = 0; i < reader.notebook.len; i++) {
        struct note note = reader.notebook.at[i];
        if (!str_eq(note.id, id)) {
            reader.notebook.at[kept++] = note;
            continue;
        }
        note.deleted = reader.now;
        *vec_add(reader.arena, &reader_graves) = note;
        reader.notebook.graves = reader_graves.at;
        reader.notebook.grave_len = reader_graves.len;
    }
    reader.notebook.len = kept;
}

/* What the notebook answers to EFFECT. */
static inline void reader_notes(const struct effect *effect)
{
    struct str *ids = arena_many(reader.arena, struct str, effect->note_count + 1);
    for (size_t i = 0; i < effect->note_count; i++)
        ids[i] = reader_put(&effect->notes[i]);
    for (size_t i = 0; i < effect->id_count && !reader.refuse; i++)
        reader_remove(effect->ids[i]);
    reader_event((struct event){.kind = EVENT_NOTES,
                                .ok = !reader.refuse,
                                .ids = ids,
                                .id_count = effect->note_count,
                                .sentence = reader.refuse ? STR("the disk is full") : STR("")});
}

static inline void reader_check(const struct effect *effect)
{
    for (size_t i = 0; i < reader.notebook.len; i++) {
        struct note *note = &reader.notebook.at[i];
        if (!str_eq(note->id, effect->text))
            continue;
        note->checked_by = arena_many(reader.arena, struct str, 1);
        note->checked_by[0] = STR("me");
        note->checked_count = effect->on != 0;
    }
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
}

static inline void reader_restore(struct str id)
{
    for (size_t i = 0; i < reader.notebook.grave_len; i++) {
        struct note note = reader.notebook.graves[i];
        if (!str_eq(note.id, id))
            continue;
        note.deleted = 0;
        reader.notebook.graves[i] = reader.notebook.graves[--reader.notebook.grave_len];
        reader_graves.len--;
        *vec_add(reader.arena, &reader.notebook) = note;
        break;
    }
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
}

/* The words of languages, read once for all tests. */
static inline void reader_words(void)
{
    static struct arena *arena; /* as long as the program */
    static struct lexicons lexicons;
    struct problems problems = {.arena = reader.arena};
    if (!arena)
        lexicons_open(arena = arena_new(), &lexicons, &problems);
    reader_event((struct event){.kind = EVENT_WORDS, .ok = true, .lexicons = &lexicons});
}

static inline void reader_effect(const struct effect *effect)
{
    struct str text = arena_str(reader.arena, effect->text);
    switch (effect->kind) {
    case EFFECT_QUIT:
        reader.quit = true;
        break;
    case EFFECT_REMEMBER:
        reader.remembered = true;
        break;
    case EFFECT_NOTES:
        reader_notes(effect);
        break;
    case EFFECT_CHECK:
        reader_check(effect);
        break;
    case EFFECT_RESTORE:
        reader_restore(effect->text);
        break;
    case EFFECT_TAGS:
        reader.tags_asked = *effect;
        reader.tags_asked.text = text;
        reader.tags_asked.other = arena_str(reader.arena, effect->other);
        reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
        break;
    case EFFECT_AMEND:
        reader.amended = effect->amendment;
        reader.amended.words = arena_str(reader.arena, effect->amendment.words);
        reader.amended.actor = arena_str(reader.arena, effect->amendment.actor);
        reader.amended.into = arena_str(reader.arena, effect->amendment.into);
        reader.amendments++;
        break;
    case EFFECT_CORRECT:
        reader.corrected = correction_copy(reader.arena, &effect->correction);
        reader.corrections++;
        break;
    case EFFECT_PATCH:
        reader.patched = effect->patch;
        reader.patched_back = effect->back;
        reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
        break;
    case EFFECT_EXPORT:
        reader.exported =
            arena_printf(reader.arena, "%.*s %.*s", STR_ARG(text), STR_ARG(effect->other));
        reader.export = *effect;
        reader.exported_notes = effect->id_count;
        reader.forced = effect->force;
        break;
    case EFFECT_COPY:
        reader.copied = text;
        break;
    case EFFECT_EDITOR:
        reader.edited = text;
        break;
    case EFFECT_WORDS:
        reader_words();
        break;
    case EFFECT_DRAFT:
        reader.draft = text;
        break;
    default:
        break;
    }
}

static inline void reader_event(struct event event)
{
    struct effects out = {.arena = reader.arena};
    update(&reader.state, &event, &out);
    for (size_t i = 0; i < out.len; i++)
        reader_effect(&out.at[i]);
}

/* A new library of TAGS, as the answer to what was asked for last. */
static inline void reader_amends(const char *tags, const struct tags_patch *patch)
{
    struct library *old = reader.library;
    reader.library = small_library(tags, reader.articles, reader.article_count);
    reader_event((struct event){.kind = EVENT_LIBRARY, .ok = true, .library = reader.library});
    library_free(old);
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true, .patch = patch});
}

static inline void reader_size(int width, int height)
{
    reader_event((struct event){.kind = EVENT_RESIZE, .width = width, .height = height});
}

static inline void reader_key(key k)
{
    reader_event((struct event){.kind = EVENT_TIME, .now = ++reader.now});
    reader_event((struct event){.kind = EVENT_KEY, .key = k});
}

/* Keys by their names, parted by spaces: "j 3 j ^D Enter". */
static inline void reader_keys(const char *names)
{
    struct str rest = str_of(names), name;
    while (str_split(&rest, ' ', &name)) {
        key k;
        cr_assert(key_parse(name, &k), "%.*s is a key", STR_ARG(name));
        reader_key(k);
    }
}

/* Letter by letter. */
static inline void reader_type(const char *words)
{
    struct str text = str_of(words);
    for (size_t at = 0; at < text.len;)
        reader_key(utf8_next(text, &at));
}

static inline void reader_command(const char *line)
{
    reader_keys(":");
    reader_type(line);
    reader_keys("Enter");
}

static inline void reader_begin(const char *tags, const struct small_article *articles,
                                size_t count)
{
    reader = (struct reader){.arena = arena_new(), .now = 1000};
    memset(&reader_graves, 0, sizeof reader_graves);
    reader.library = small_library(tags, articles, count);
    reader.articles = articles;
    reader.article_count = count;
    reader.notebook.arena = reader.arena;
    reader.notebook.writer = "me";
    reader.notebook.files = arena_one(reader.arena, struct shelf_files);
    options_default(reader.arena, &reader.options);
    keymap_default(reader.arena, &reader.keymap);
    state_start(&reader.state, reader.library, &reader.notebook, &reader.options, &reader.keymap);
}

static inline void reader_end(void)
{
    state_end(&reader.state);
    library_free(reader.library);
    arena_free(reader.arena);
}

static inline struct str reader_says(void)
{
    return buf_view(&reader.state.message);
}

static inline bool reader_said(const char *words)
{
    return str_find(reader_says(), str_of(words), 0) >= 0;
}

/* The text from the cursor on. */
static inline bool reader_at(const char *words)
{
    const struct article *article = state_article(&reader.state);
    return article && str_starts(str_sub(article->text, reader.state.cursor.at, article->text.len),
                                 str_of(words));
}

static inline bool reader_in(const char *path)
{
    const struct article *article = state_article(&reader.state);
    return article && str_is(article->path, path);
}

/* The selected words. */
static inline bool reader_selected(const char *words)
{
    const struct article *article = state_article(&reader.state);
    return article && str_is(span_of(article->text, state_selection(&reader.state)), words);
}

/* A note of another writer. */
static inline void reader_others_note(uint32_t article, uint32_t start, uint32_t end,
                                      const char *text)
{
    struct note *note = vec_add(reader.arena, &reader.notebook);
    *note = (struct note){.id = STR("0123456789ab"),
                          .article = corpus_article(&reader.library->corpus, article)->path,
                          .number = article,
                          .has_passage = true,
                          .span = {start, end},
                          .text = str_of(text),
                          .by = STR("desk")};
    note->quote = span_of(corpus_article(&reader.library->corpus, article)->text, note->span);
    reader_event((struct event){.kind = EVENT_NOTES, .ok = true});
}

/* Three articles: b is the oldest, c has no date; b ends with what is not the article. */
static const char reader_tags[] =
    "actors:\n"
    "  - {id: ada, name: Ada Vale, kind: person, aliases: [Vale, {form: Ada}],\n"
    "     roles: [{title: Mayor, forms: [mayor]}]}\n"
    "  - {id: bert, name: Bert Oak, kind: person, aliases: [Oak]}\n"
    "  - {id: norland, name: Norland, kind: country, demonyms: [Norlandic]}\n"
    "  - {id: vale-river, name: River Vale, kind: place}\n";
#define A_TEXT                                                                              \
    "Ada Vale opens the bridge\n\n"                                                         \
    "The bridge over the river is open. Ada Vale cut the ribbon, and Bert Oak held it.\n\n" \
    "Oak said little. Norlandic papers sent no one. Carla Finch watched from the quay.\n\n" \
    "“It is done,” Vale said.\n"
#define B_BODY                                                                  \
    "Bridge will open in spring\n\n"                                            \
    "Bert Oak has promised it. The mayor of the town, Ada Vale, is silent.\n\n" \
    "Norland pays for the steel.\n"
static const struct small_article reader_articles[] = {
    {"a.txt", "2025-03-05", A_TEXT, 0, 0},
    {"b.txt", "2025-01-02", B_BODY "\nRead also: Oak on the moon\n\nSubscribe now\n", 0,
     sizeof B_BODY - 1},
    {"c.txt", NULL, "A letter\n\nNobody named Finch ever wrote to Vale.\n", 0, 0},
};

static inline void reader_begin_small(void)
{
    reader_begin(reader_tags, reader_articles, COUNT(reader_articles));
    reader_size(80, 24);
}

#endif
