/* SPDX-License-Identifier: ISC */
/* Plain text for a mail: 72 columns, passages behind >, the sources by number at the end. */
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/text/wrap.h"
#include "formats.h"
#include "parts.h"
#include "remarks.h"
#include "sources.h"

#define WIDTH 72
#define STEP 4    /* columns by which a reply stands further in */
#define DEEPEST 4 /* steps */

struct letter {
    struct arena *arena, *scratch;
    const struct export_request *request;
    struct groups groups;
    struct sources sources;
    size_t *number_of; /* of the source of each article, from 1 */
    int indent;
    struct buf words; /* scratch */
    struct buf *out;
};

/* TEXT as it may stand in a mail: what would hide something is shown, and no line tells an editor
 * what to do. */
static struct str clean(struct letter *letter, struct str text)
{
    struct buf out = {0};
    char visible[16];
    for (size_t at = 0, start = 0; at < text.len; start = at) {
        uint32_t c = utf8_next(text, &at);
        if (parts_is_space(c) && c != '\n') {
            buf_char(&out, ' ');
        } else if (parts_hides(c)) {
            parts_visible(c, visible);
            buf_chars(&out, visible);
        } else {
            if (c == ':' && parts_is_modeline(str_sub(text, 0, start)))
                utf8_put(&out, 0xA0);
            utf8_put(&out, c);
        }
    }
    struct str kept = arena_str(letter->scratch, buf_view(&out));
    buf_free(&out);
    return kept;
}

static void put_spaces(struct letter *letter, int count)
{
    buf_printf(letter->out, "%*s", count, "");
}

/* TEXT, one paragraph, behind FIRST, later lines behind REST, which is as wide. */
static void put_wrapped(struct letter *letter, const char *first, const char *rest, struct str text)
{
    struct spans lines = {0};
    struct str safe = clean(letter, str_trim(text));
    int width = WIDTH - letter->indent - (int)utf8_count(str_of(rest));
    wrap_lines(letter->scratch, safe, (struct span){0, (uint32_t)safe.len}, width, &lines);
    for (size_t i = 0; i < lines.len; i++) {
        put_spaces(letter, letter->indent);
        buf_chars(letter->out, i ? rest : first);
        struct str line = str_trim(span_of(safe, lines.at[i]));
        for (size_t j = 0; j < line.len; j++)
            buf_char(letter->out, line.at[j] == '\n' ? ' ' : line.at[j]);
        buf_char(letter->out, '\n');
    }
}

/* Adds the scratch words so, and empties them. */
static void put_words(struct letter *letter, const char *first, const char *rest)
{
    put_wrapped(letter, first, rest, buf_view(&letter->words));
    buf_clear(&letter->words);
}

/* TEXT line by line. */
static void put_lines(struct letter *letter, struct str text)
{
    struct str rest = str_trim(text), line;
    if (rest.len)
        buf_char(letter->out, '\n');
    while (str_split(&rest, '\n', &line)) {
        if (str_trim(line).len)
            put_wrapped(letter, "", "", line);
        else
            buf_char(letter->out, '\n');
    }
}

static void put_heading(struct letter *letter, struct str text, char under)
{
    buf_char(letter->out, '\n');
    size_t before = letter->out->len;
    put_wrapped(letter, "", "", text);
    size_t longest = 0;
    struct str rest = str_sub(buf_view(letter->out), before, letter->out->len), line;
    while (str_split(&rest, '\n', &line)) {
        size_t columns = 0;
        for (size_t at = 0; at < line.len;)
            columns += (size_t)char_width(utf8_next(line, &at));
        longest = columns > longest ? columns : longest;
    }
    for (size_t i = 0; i < longest && i < WIDTH; i++)
        buf_char(letter->out, under);
    buf_char(letter->out, '\n');
}

static void put_passage(struct letter *letter, const struct note *note)
{
    struct passage passage;
    parts_passage(letter->scratch, letter->request->library, note, &passage);
    if (passage.len)
        buf_char(letter->out, '\n');
    for (size_t i = 0; i < passage.len; i++) {
        bool first = i == 0, last = i + 1 == passage.len;
        if (!first) {
            put_spaces(letter, letter->indent);
            buf_chars(letter->out, ">\n");
        }
        buf_chars(&letter->words, first && passage.cut_before ? "… " : "");
        buf_str(&letter->words, first ? passage.before : STR(""));
        buf_char(&letter->words, '*');
        buf_str(&letter->words, passage.at[i]);
        buf_char(&letter->words, '*');
        buf_str(&letter->words, last ? passage.after : STR(""));
        buf_chars(&letter->words, last && passage.cut_after ? " …" : "");
        put_words(letter, "> ", "> ");
    }
}

static void put_tags(const struct note *note, struct buf *out)
{
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_chars(out, i ? ", #" : "; tags: #");
        buf_str(out, note->tags[i]);
    }
}

static void put_head(struct letter *letter, const struct entry *entry)
{
    const struct note *note = entry->note;
    buf_char(letter->out, '\n');
    buf_printf(&letter->words, "Note %zu: ", entry->number);
    parts_where(letter->request->library, note, &letter->words);
    if (note->number != ARTICLE_NONE) {
        buf_chars(&letter->words, " – ");
        parts_byline(corpus_article(&letter->request->library->corpus, note->number),
                     &letter->words);
        buf_printf(&letter->words, " [%zu]", letter->number_of[note->number]);
    }
    put_words(letter, "", "");
}

static void put_note(struct letter *letter, const struct entry *entry)
{
    const struct note *note = entry->note;
    const struct library *library = letter->request->library;
    arena_clear(letter->scratch);
    if (entry->again) {
        buf_printf(&letter->words, "Note %zu (", entry->number);
        parts_where(library, note, &letter->words);
        buf_chars(&letter->words, ") stands under ");
        buf_str(&letter->words, groups_title(letter->scratch, library,
                                             &letter->groups.at[entry->home], letter->groups.by));
        buf_char(letter->out, '\n');
        put_words(letter, "", "");
        return;
    }
    letter->indent = STEP * (entry->depth < DEEPEST ? entry->depth : DEEPEST);
    put_head(letter, entry);
    put_passage(letter, note);
    remarks_state(&letter->groups, library, note, &letter->words);
    if (letter->words.len) {
        buf_char(letter->out, '\n');
        put_words(letter, "(!) ", "    ");
    }
    put_lines(letter, note->text);
    buf_char(letter->out, '\n');
    remarks_put(&letter->groups, library, note, &letter->words);
    put_tags(note, &letter->words);
    put_words(letter, "-- ", "   ");
    letter->indent = 0;
}

static void put_group(struct letter *letter, const struct group *group)
{
    const struct library *library = letter->request->library;
    struct str title = groups_title(letter->arena, library, group, letter->groups.by);
    put_heading(letter, title, '-');
    const struct tag_entry *said =
        group->kind == GROUP_TAG ? tags_entry_of(&library->tags, group->tag) : NULL;
    if (said && str_trim(said->description).len)
        put_lines(letter, said->description);
    for (size_t i = 0; i < group->len; i++)
        put_note(letter, &group->at[i]);
}

/* On a line of its own, however long, so that it can be clicked or copied. */
static void put_address(struct letter *letter, struct str url)
{
    struct str safe = clean(letter, url);
    buf_chars(letter->out, "    ");
    for (size_t i = 0; i < safe.len; i++)
        buf_char(letter->out, safe.at[i] == '\n' ? ' ' : safe.at[i]);
    buf_char(letter->out, '\n');
}

static void put_sources(struct letter *letter)
{
    if (letter->sources.len)
        put_heading(letter, STR("Sources"), '-');
    for (size_t i = 0; i < letter->sources.len; i++) {
        const struct source *source = &letter->sources.at[i];
        const struct article *article =
            corpus_article(&letter->request->library->corpus, source->article);
        arena_clear(letter->scratch);
        buf_char(letter->out, '\n');
        struct str number = arena_printf(letter->scratch, "[%zu] ", i + 1);
        parts_source(letter->scratch, article, &letter->words);
        put_words(letter, number.at, "    ");
        if (article->facts.url.len)
            put_address(letter, article->facts.url);
        parts_file(article, source->sha256, &letter->words);
        put_words(letter, "    ", "    ");
    }
}

static void find_sources(struct letter *letter)
{
    sources_find(letter->arena, letter->request, &letter->sources);
    letter->number_of =
        arena_many(letter->arena, size_t, letter->request->library->corpus.numbers + (size_t)1);
    for (size_t i = 0; i < letter->sources.len; i++)
        letter->number_of[letter->sources.at[i].article] = i + 1;
}

static bool write_text(const struct export_request *request, struct buf *out, struct error *error)
{
    (void)error;
    struct letter letter = {
        .arena = arena_new(), .scratch = arena_new(), .request = request, .out = out};
    groups_make(letter.arena, request, &letter.groups);
    find_sources(&letter);
    buf_chars(out, EXPORT_MARK "\n");
    put_heading(&letter, request->library->title, '=');
    buf_printf(&letter.words, "%zu %s, exported ", request->count,
               request->count == 1 ? "note" : "notes");
    parts_moment(request->now, &letter.words);
    buf_chars(&letter.words, ". A tilde marks what was worked out and is stated nowhere; the "
                             "words that a note is on stand between *asterisks*.");
    buf_char(out, '\n');
    put_words(&letter, "", "");
    for (size_t i = 0; i < letter.groups.len; i++)
        put_group(&letter, &letter.groups.at[i]);
    put_sources(&letter);
    buf_free(&letter.words);
    arena_free(letter.scratch);
    arena_free(letter.arena);
    return true;
}

const struct exporter exporter_text = {"text", "plain text, for a mail", ".txt", false, write_text};
