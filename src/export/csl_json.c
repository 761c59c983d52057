/* SPDX-License-Identifier: ISC */
/* The sources as a bibliography in CSL-JSON, which Zotero and pandoc read: one item for each
 * article that the notes are on, under the key by which the Markdown cites it. */
#include "dossier/base/day.h"
#include "dossier/base/mark.h"
#include "dossier/base/memory.h"
#include "dossier/text/safe.h"
#include "formats.h"
#include "keys.h"
#include "parts.h"
#include "sources.h"

struct list {
    struct arena *scratch;
    const struct export_request *request;
    struct str *keys;
    struct buf words;
    struct buf *out;
};

static void put_text(struct list *list, const char *name, struct str text)
{
    if (!text.len)
        return;
    buf_printf(list->out, ",\n    \"%s\": ", name);
    safe_json(list->out, text);
}

static void put_parts(struct list *list, day d)
{
    int year, month, date;
    day_split(d, &year, &month, &date);
    buf_printf(list->out, "[%d, %d, %d]", year, month, date);
}

/* A day, or the range that holds it; roughly, where it was worked out or is a range. */
static void put_issued(struct list *list, const struct facts *facts)
{
    day first = facts->date != DAY_NONE ? facts->date : facts->from;
    day last = facts->date != DAY_NONE ? DAY_NONE : facts->to;
    if (first == DAY_NONE && last != DAY_NONE) {
        first = last;
        last = DAY_NONE;
    }
    if (first == DAY_NONE)
        return;
    buf_chars(list->out, ",\n    \"issued\": {\"date-parts\": [");
    put_parts(list, first);
    if (last != DAY_NONE) {
        buf_chars(list->out, ", ");
        put_parts(list, last);
    }
    bool rough = facts->date == DAY_NONE || facts->basis == BASIS_INFERRED;
    buf_chars(list->out, rough ? "], \"circa\": true}" : "]}");
}

/* A capital and then letters and the signs of names: "O’Neill", "Jean-Luc", "B.". */
static bool is_name(struct str word)
{
    static const char *const none[] = {"The", "Staff", "News", "Agency", "Team", "Editorial"};
    for (size_t i = 0; i < COUNT(none); i++) {
        if (str_is(word, none[i]))
            return false;
    }
    if (!word.len || word.at[0] < 'A' || word.at[0] > 'Z')
        return (unsigned char)(word.len ? word.at[0] : 0) >= 0xC3;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        bool fits = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '\'' ||
                    c == '.' || (unsigned char)c >= 0x80;
        if (!fits)
            return false;
    }
    return true;
}

/* NAME is clearly a given name and a family name: two words, or an initial between them. */
static bool parts_name(struct str name, struct str *given, struct str *family)
{
    struct str rest = name, words[3] = {{0}}, word;
    size_t count = 0;
    while (str_split(&rest, ' ', &word)) {
        if (count == 3 || !is_name(word))
            return false;
        words[count++] = word;
    }
    if (count < 2 || (count == 3 && !str_ends(words[1], STR("."))))
        return false;
    *family = words[count - 1];
    *given = str_sub(name, 0, name.len - family->len - 1);
    return family->len > 2 && !str_ends(*family, STR("."));
}

/* The next name of a list parted by commas, semicolons and "and". */
static bool next_name(struct str *rest, struct str *name)
{
    static const char *const between[] = {"; ", ", and ", ", ", " and ", " & "};
    size_t end = rest->len, skip = 0;
    for (size_t i = 0; i < COUNT(between); i++) {
        ptrdiff_t at = str_find(*rest, str_of(between[i]), 0);
        if (at >= 0 && (size_t)at < end) {
            end = (size_t)at;
            skip = str_of(between[i]).len;
        }
    }
    *name = str_trim(str_sub(*rest, 0, end));
    bool more = rest->len > 0;
    *rest = str_sub(*rest, end + skip, rest->len);
    return more;
}

static void put_name(struct list *list, struct str given, struct str family)
{
    buf_chars(list->out, "{\"family\": ");
    safe_json(list->out, family);
    buf_chars(list->out, ", \"given\": ");
    safe_json(list->out, given);
    buf_char(list->out, '}');
}

/* As family and given names where all that is there are such, else as it was printed. */
static void put_author(struct list *list, struct str author)
{
    struct str rest = author, name, given = STR(""), family = STR("");
    bool clear = true;
    while (clear && next_name(&rest, &name))
        clear = parts_name(name, &given, &family);
    if (!author.len)
        return;
    buf_chars(list->out, ",\n    \"author\": [");
    if (!clear) {
        buf_chars(list->out, "{\"literal\": ");
        safe_json(list->out, author);
        buf_chars(list->out, "}]");
        return;
    }
    rest = author;
    for (size_t i = 0; next_name(&rest, &name); i++) {
        parts_name(name, &given, &family);
        buf_chars(list->out, i ? ", " : "");
        put_name(list, given, family);
    }
    buf_char(list->out, ']');
}

static void put_note(struct list *list, const struct source *source)
{
    const struct article *article =
        corpus_article(&list->request->library->corpus, source->article);
    parts_file(article, source->sha256, &list->words);
    if (article->facts.why.len) {
        buf_chars(&list->words, " Date: ");
        buf_str(&list->words, article->facts.why);
    }
    put_text(list, "note", buf_view(&list->words));
    buf_clear(&list->words);
}

static void put_item(struct list *list, const struct source *source, bool first)
{
    const struct article *article =
        corpus_article(&list->request->library->corpus, source->article);
    const struct facts *facts = &article->facts;
    bool titled = facts->title.len && !(article->worked_out & ARTICLE_TITLE);
    arena_clear(list->scratch);
    buf_chars(list->out,
              first ? "\n  {\n    \"custom\": {\"generator\": \"" EXPORT_MARK "\"}," : ",\n  {");
    buf_chars(list->out, "\n    \"id\": ");
    safe_json(list->out, list->keys[source->article]);
    buf_chars(list->out, ",\n    \"type\": \"article-newspaper\"");
    put_note(list, source);
    put_text(list, "title", titled ? facts->title : parts_headline(list->scratch, article));
    put_author(list, facts->author);
    put_text(list, "container-title", facts->source);
    put_issued(list, facts);
    put_text(list, "URL", facts->url);
    if (facts->url.len && source->read) {
        buf_chars(list->out, ",\n    \"accessed\": {\"date-parts\": [");
        put_parts(list, (day)(source->read / 86400));
        buf_chars(list->out, "]}");
    }
    buf_chars(list->out, "\n  }");
}

static bool write_csl_json(const struct export_request *request, struct buf *out,
                           struct error *error)
{
    (void)error;
    struct arena *arena = arena_new();
    struct list list = {.scratch = arena_new(), .request = request, .out = out};
    struct sources sources = {0};
    sources_find(arena, request, &sources);
    list.keys = keys_make(arena, request->library);
    buf_char(out, '[');
    for (size_t i = 0; i < sources.len; i++)
        put_item(&list, &sources.at[i], i == 0);
    buf_chars(out, sources.len ? "\n]\n" : "]\n");
    buf_free(&list.words);
    arena_free(list.scratch);
    arena_free(arena);
    return true;
}

const struct exporter exporter_csl_json = {"csl-json",
                                           "the sources as a bibliography, for Zotero and pandoc",
                                           ".json", false, write_csl_json};
