/* SPDX-License-Identifier: ISC */
/* What was said in an article: what stands between quotation marks, what is reported without them,
 * and by whom. Worked out by rules when it is asked for; each finding says how it was found and how
 * far it can be relied on. The task and its measures follow Pareti, "PARC 3.0: A Corpus of
 * Attribution Relations" (LREC 2016), and Newell et al., "An Attribution Relations Corpus for
 * Political News" (LREC 2018); the idea of asking for verb and subject beside the quotation before
 * anything else is that of Muzny et al., "A Two-stage Sieve Approach for Quote Attribution" (EACL
 * 2017). */
#ifndef DOSSIER_READING_QUOTES_H
#define DOSSIER_READING_QUOTES_H

#include "dossier/base/arena.h"
#include "dossier/model/library.h"
#include "dossier/model/quotation.h"
#include "dossier/reading/lexicon.h"

/* How a speaker was found. */
enum quotes_how {
#define HOW(name, confidence, words) HOW_##name,
#include "dossier/reading/quotes.def"
    HOW_COUNT
};

/* How it was found who reports it. */
enum quotes_via {
    VIA_NONE,
#define VIA(name, words) VIA_##name,
#include "dossier/reading/quotes.def"
};

/* What is read. */
struct quotes_source {
    const struct library *library;
    uint32_t article;
    const struct lexicons *lexicons;
};

/* Adds all quotations of an article to OUT (a vector in ARENA), by start. Linear in its length, and
 * it asks for nothing but its text, its paragraphs and the mentions in it. */
void quotes_find(struct arena *arena, const struct quotes_source *source, struct quotations *out);
/* How the speaker was found, in words: "a name and a verb of saying stand behind it". */
const char *quotes_how_words(uint32_t how);
/* How it was found who reports it, likewise. */
const char *quotes_via_words(uint32_t how);

#endif
