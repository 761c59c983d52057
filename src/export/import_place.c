/* SPDX-License-Identifier: ISC */
/* Which article a file speaks of, and which passage of it. Exactly that one or none: what is not
 * certain is left to the anchor, which says how sure it is. */
#include "import.h"

#include "dossier/base/buf.h"
#include "dossier/base/hash.h"
#include "dossier/load/stored.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/utf8.h"

/* An address without what differs between two ways to write it: scheme, fragment, last slash. */
static struct str bare_url(struct str url)
{
    ptrdiff_t colon = str_find(url, STR("://"), 0);
    if (colon > 0 && colon < 8)
        url = str_sub(url, (size_t)colon + 3, url.len);
    ptrdiff_t fragment = str_find(url, STR("#"), 0);
    if (fragment >= 0)
        url.len = (size_t)fragment;
    if (str_ends(url, STR("/")))
        url.len--;
    return url;
}

static void add_name(struct import *import, struct import_names *names, struct str name,
                     uint32_t number)
{
    if (name.len && lookup_add(import->arena, &names->first, name, number) != number)
        lookup_add(import->arena, &names->shared, name, number);
}

static void index_articles(struct import *import)
{
    const struct corpus *corpus = &import->library->corpus;
    import->indexed = true;
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_path[i];
        const struct facts *facts = &corpus_article(corpus, number)->facts;
        add_name(import, &import->by_url, bare_url(facts->url), number);
        add_name(import, &import->by_title, str_trim(facts->title), number);
    }
}

struct str import_hash(struct import *import, uint32_t number)
{
    if (import->hashes[number].len)
        return import->hashes[number];
    const struct article *article = corpus_article(&import->library->corpus, number);
    struct buf bytes = {0};
    char hex[HASH_HEX];
    bool as_stored = !article->file.shift_count && article->file.stored_size == article->text.len;
    if (!as_stored && !stored_read(import->library, number, &bytes, NULL)) {
        buf_free(&bytes);
        return STR("");
    }
    hash_sha256(as_stored ? article->text : buf_view(&bytes), hex);
    buf_free(&bytes);
    return import->hashes[number] = arena_str(import->arena, str_of(hex));
}

static void hash_articles(struct import *import)
{
    const struct corpus *corpus = &import->library->corpus;
    import->hashed = true;
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_path[i];
        struct str hash = import_hash(import, number);
        if (hash.len)
            lookup_add(import->arena, &import->by_hash, hash, number); /* copies: any is as good */
    }
}

static uint32_t look(const struct lookup *ids, struct str name)
{
    uint32_t number = name.len ? lookup_find(ids, name) : LOOKUP_NONE;
    return number == LOOKUP_NONE ? ARTICLE_NONE : number;
}

static uint32_t look_name(const struct import_names *names, struct str name)
{
    return look(&names->shared, name) == ARTICLE_NONE ? look(&names->first, name) : ARTICLE_NONE;
}

uint32_t import_article(struct import *import, const struct import_source *source)
{
    uint32_t number =
        source->path.len ? corpus_at_path(&import->library->corpus, source->path) : ARTICLE_NONE;
    if (!import->indexed)
        index_articles(import);
    if (number == ARTICLE_NONE)
        number = look_name(&import->by_url, bare_url(source->url));
    if (number == ARTICLE_NONE && source->sha256.len) {
        if (!import->hashed)
            hash_articles(import);
        number = look(&import->by_hash, source->sha256);
    }
    return number == ARTICLE_NONE ? look_name(&import->by_title, str_trim(source->title)) : number;
}

bool import_code_point(struct str text, int64_t number, uint32_t *out)
{
    size_t at = 0;
    for (; number > 0 && at < text.len; number--)
        utf8_next(text, &at);
    *out = (uint32_t)at;
    return number == 0;
}

bool import_utf16(struct str text, int64_t number, uint32_t *out)
{
    size_t at = 0;
    while (number > 0 && at < text.len)
        number -= utf8_next(text, &at) > 0xFFFF ? 2 : 1;
    *out = (uint32_t)at;
    return number == 0;
}

void import_anchor(struct import *import, struct note *note, uint32_t number, struct span span)
{
    anchor_make(import->arena, import->library, number, span, STR(""), note);
    note->sha256 = import_hash(import, number);
}

/* What of TEXT ends before AT and begins with BEFORE's last character; or the same behind. */
static bool fits(struct str text, size_t at, const struct note *note)
{
    struct str before = str_sub(text, 0, at);
    struct str after = str_sub(text, at + note->quote.len, text.len);
    return str_ends(before, note->before) && str_starts(after, note->after);
}

#define MOST_WORK ((size_t)64 << 20) /* bytes compared, for words that stand nearly everywhere */

/* The only place of NOTE's words; among several, the only one in their context. */
static bool only_place(struct str text, const struct note *note, size_t *out)
{
    size_t places = 0, fitting = 0, first = 0, first_fitting = 0;
    for (ptrdiff_t at = 0; (at = str_find(text, note->quote, (size_t)at)) >= 0; at++) {
        if (fitting > 1 || places > MOST_WORK / note->quote.len)
            return false;
        if (!places++)
            first = (size_t)at;
        if (fits(text, (size_t)at, note) && !fitting++)
            first_fitting = (size_t)at;
    }
    *out = fitting ? first_fitting : first;
    return fitting == 1 || (places == 1 && fitting == 0 && !note->before.len && !note->after.len);
}

bool import_find(struct import *import, struct note *note, uint32_t number)
{
    struct str text = corpus_article(&import->library->corpus, number)->text;
    size_t at = 0;
    note->article =
        arena_str(import->arena, corpus_article(&import->library->corpus, number)->path);
    note->has_passage = note->quote.len > 0;
    if (!note->quote.len || !only_place(text, note, &at))
        return false;
    import_anchor(import, note, number,
                  (struct span){(uint32_t)at, (uint32_t)(at + note->quote.len)});
    return true;
}
