/* SPDX-License-Identifier: ISC */
/* One object a line, with the fields of the listing notes. */
#include "dossier/base/memory.h"
#include "dossier/exchange/json.h"
#include "import.h"
#include "importers_own.h"

static bool has_fields(const struct json *line)
{
    return line && line->kind == JSON_MAP && json_get_text(line, "id").len &&
           (json_get(line, "article") || json_get(line, "about"));
}

/* START and END of the line, if they are a range. */
static void take_range(const struct json *line, struct note *note)
{
    int64_t start, end;
    if (json_get_whole(line, "start", &start) && json_get_whole(line, "end", &end) && start >= 0 &&
        end > start && end < UINT32_MAX)
        note->at = (struct span){(uint32_t)start, (uint32_t)end};
}

/* A line tells where the passage is now, with context by the listing's measure, cut at words and
 * paragraphs. Where text and context stand so, the note has its own measure again; its words stay
 * those that it quotes. */
static void take_context(struct import *import, struct note *note)
{
    const struct import_source source = {.path = note->article, .sha256 = note->sha256};
    uint32_t number = note->article.len ? import_article(import, &source) : ARTICLE_NONE;
    if (number == ARTICLE_NONE || !note->at.end)
        return;
    const struct article *article = corpus_article(&import->library->corpus, number);
    struct span span = {encoding_offset(&article->file, note->at.start),
                        encoding_offset(&article->file, note->at.end)};
    if (span.start >= span.end || !str_ends(str_sub(article->text, 0, span.start), note->before) ||
        !str_starts(str_sub(article->text, span.end, article->text.len), note->after))
        return;
    struct note kept = *note;
    import_anchor(import, note, number, span);
    note->article = kept.article;
    note->quote = kept.quote;
    note->sha256 = kept.sha256.len ? kept.sha256 : note->sha256;
}

static const char *const fields[] = {"id",         "article", "sha256",   "start",  "end",
                                     "quote",      "before",  "after",    "about",  "text",
                                     "tags",       "actors",  "by",       "state",  "conflict",
                                     "replies_to", "created", "modified", "private"};

/* Keeps what no field of a note is. */
static void keep_rest(struct import *import, int number, const struct json *line, struct note *note)
{
    for (const struct json *each = line->first; each; each = each->next) {
        size_t i = 0;
        while (i < COUNT(fields) && !str_is(each->key, fields[i]))
            i++;
        if (i < COUNT(fields) || each->kind == JSON_NOTHING)
            continue;
        struct buf json = {0};
        buf_printf(&json, "%.*s: ", STR_ARG(each->key));
        json_put(&json, each);
        import_keep(import, note, buf_view(&json));
        buf_free(&json);
        import_warn(import, number, "not-imported",
                    "“%.*s” is no field of a note; it is kept with it as it came",
                    STR_ARG(str_sub(each->key, 0, 80)));
    }
}

static void take(struct import *import, int number, const struct json *line)
{
    struct note *note = import_add(import);
    struct str id = json_get_text(line, "id");
    note->id = import_is_id(id) ? id : import_id(import, "jsonl", id);
    note->article = json_get_text(line, "article");
    note->sha256 = json_get_text(line, "sha256");
    note->quote = json_get_text(line, "quote");
    note->before = json_get_text(line, "before");
    note->after = json_get_text(line, "after");
    note->about = json_get_text(line, "about");
    note->text = json_get_text(line, "text");
    note->by = json_get_text(line, "by");
    note->replies_to = json_get_text(line, "replies_to");
    import_moments(note, json_get_text(line, "created"), json_get_text(line, "modified"));
    const struct json *tags = json_get(line, "tags");
    for (const struct json *tag = tags ? tags->first : NULL; tag; tag = tag->next)
        import_tag(import, note, json_text(tag));
    const struct json *is_private = json_get(line, "private");
    note->is_private = is_private && is_private->kind == JSON_BOOL && is_private->whole;
    take_range(line, note);
    note->has_passage = note->article.len && note->quote.len;
    if (note->has_passage)
        take_context(import, note);
    keep_rest(import, number, line, note);
}

static bool read_jsonl(const struct library *library, struct str bytes, struct str file,
                       struct imported *out, struct error *error)
{
    struct import import;
    struct str rest = bytes, line;
    (void)error;
    import_begin(&import, library, file, out);
    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_sub(rest, 3, rest.len);
    for (int number = 1; str_split(&rest, '\n', &line); number++) {
        struct exchange_failure failure = {0};
        if (!str_trim(line).len)
            continue;
        const struct json *root = json_read(out->arena, line, &failure);
        if (has_fields(root))
            take(&import, number, root);
        else if (root)
            import_warn(&import, number, "not-imported",
                        "this line is no note: it needs an id, and an article or about");
        else
            import_warn(&import, number, "not-imported", "%s", failure.error.text);
    }
    return true;
}

static bool knows_jsonl(struct str bytes)
{
    struct str opening = import_opening(bytes), line;
    struct exchange_failure failure;
    if (!opening.len || opening.at[0] != '{')
        return false;
    struct str rest = str_sub(bytes, (size_t)(opening.at - bytes.at), bytes.len);
    if (!str_split(&rest, '\n', &line)) /* whole, however long a first note is */
        return false;
    struct arena *arena = arena_new();
    bool knows = has_fields(json_read(arena, line, &failure));
    arena_free(arena);
    return knows;
}

const struct importer importer_jsonl = {"jsonl", "one object a line, as the listing notes has it",
                                        knows_jsonl, read_jsonl};
