/* SPDX-License-Identifier: ISC */
/* For a reader who has no dossier, and no reason to believe one: a zip archive with one page that
 * shows each quotation and leads to its place in the text, the originals byte for byte, and their
 * sums. A browser and `sha256sum -c` are all it takes to check it. */
#include "evidence.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/exchange/zip.h"
#include "dossier/load/stored.h"
#include "formats.h"
#include "groups.h"

#include <ctype.h>
#include <stdlib.h>

#define NAME_LONGEST 80 /* bytes of an original's name */

/* A name that every system can unpack, and that a browser shows as text, whatever is in it. The
 * page tells the true one. */
static struct str safe_name(struct arena *arena, struct str path, size_t number)
{
    struct str base = path_base(path);
    struct buf name = {0};
    buf_printf(&name, "originals/%03zu-", number);
    for (size_t i = 0; i < base.len && i < NAME_LONGEST; i++) {
        unsigned char byte = (unsigned char)base.at[i];
        bool plain = byte < 0x80 && (isalnum(byte) || byte == '-' || byte == '.' || byte == '_');
        buf_char(&name, plain ? (char)byte : '_');
    }
    if (!str_ends(buf_view(&name), STR(".txt")))
        buf_chars(&name, ".txt");
    struct str copy = arena_str(arena, buf_view(&name));
    buf_free(&name);
    return copy;
}

static bool add_original(struct evidence *evidence, uint32_t number, struct error *error)
{
    const struct library *library = evidence->request->library;
    struct buf bytes = {0};
    if (!stored_read(library, number, &bytes, error)) {
        buf_free(&bytes);
        return false;
    }
    struct evidence_original *original = vec_add(evidence->arena, &evidence->originals);
    original->article = number;
    original->name = safe_name(evidence->arena, corpus_article(&library->corpus, number)->path,
                               evidence->originals.len);
    original->bytes = arena_str(evidence->arena, buf_view(&bytes));
    hash_sha256(original->bytes, original->sha256);
    buf_free(&bytes);
    return true;
}

static bool collect(struct evidence *evidence, struct error *error)
{
    const struct export_request *request = evidence->request;
    size_t articles = request->library->corpus.numbers;
    uint32_t *of_article = arena_many(evidence->arena, uint32_t, articles + 1);
    evidence->rest = arena_many(evidence->arena, struct evidence_note, request->count + 1);
    for (size_t i = 0; i < articles; i++)
        of_article[i] = UINT32_MAX;
    for (size_t i = 0; i < request->count; i++) {
        const struct note *note = request->notes[i];
        if (note->number == ARTICLE_NONE) {
            evidence->rest[evidence->rest_len++].note = note;
            continue;
        }
        if (of_article[note->number] == UINT32_MAX) {
            of_article[note->number] = (uint32_t)evidence->originals.len;
            if (!add_original(evidence, note->number, error))
                return false;
        }
        struct evidence_original *original = &evidence->originals.at[of_article[note->number]];
        vec_add(evidence->arena, original)->note = note;
    }
    return true;
}

static int compare_numbers(const void *a, const void *b)
{
    const struct evidence_note *x = a, *y = b;
    return x->number < y->number ? -1 : x->number > y->number;
}

static void number_some(const struct groups *groups, struct evidence_note *notes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        notes[i].number = groups_number(groups, notes[i].note->id);
    if (count)
        qsort(notes, count, sizeof *notes, compare_numbers);
}

/* The numbers that the notes have in every format. */
static void number_notes(struct evidence *evidence)
{
    struct export_request by_article = *evidence->request;
    struct groups groups = {0};
    by_article.by = EXPORT_BY_ARTICLE;
    groups_make(evidence->arena, &by_article, &groups);
    for (size_t i = 0; i < evidence->originals.len; i++)
        number_some(&groups, evidence->originals.at[i].at, evidence->originals.at[i].len);
    number_some(&groups, evidence->rest, evidence->rest_len);
}

static void put_sum(struct buf *sums, const struct zip_entry *entry)
{
    char hex[HASH_HEX];
    hash_sha256(entry->bytes, hex);
    buf_printf(sums, "%s  %.*s\n", hex, STR_ARG(entry->name));
}

static bool write_archive(struct evidence *evidence, struct str page, struct buf *out,
                          struct error *error)
{
    size_t count = 0;
    struct buf sums = {0};
    struct zip_entry *entries =
        arena_many(evidence->arena, struct zip_entry, evidence->originals.len + 2);
    entries[count++] = (struct zip_entry){STR(EVIDENCE_PAGE), page};
    for (size_t i = 0; i < evidence->originals.len; i++) {
        const struct evidence_original *original = &evidence->originals.at[i];
        entries[count++] = (struct zip_entry){original->name, original->bytes};
    }
    for (size_t i = 0; i < count; i++)
        put_sum(&sums, &entries[i]);
    entries[count++] = (struct zip_entry){STR(EVIDENCE_SUMS), buf_view(&sums)};
    bool ok = zip_write(entries, count, evidence->request->now, out, error);
    buf_free(&sums);
    return ok;
}

static bool write_evidence(const struct export_request *request, struct buf *out,
                           struct error *error)
{
    struct buf page = {0};
    struct evidence evidence = {.arena = arena_new(), .request = request, .out = &page};
    bool ok = collect(&evidence, error);
    if (ok) {
        number_notes(&evidence);
        evidence_page(&evidence);
        ok = write_archive(&evidence, buf_view(&page), out, error);
    }
    buf_free(&page);
    arena_free(evidence.arena);
    return ok;
}

const struct exporter exporter_evidence = {
    "evidence", "a zip to check each quotation by: page, originals, sums", ".zip", true,
    write_evidence};
