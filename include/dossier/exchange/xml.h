/* SPDX-License-Identifier: ISC */
/* XML 1.0 to a tree, by libxml2's pull reader: no network, no entities but the five that XML has
 * itself, and a document type declaration is refused, for it is how XML attacks are made. */
#ifndef DOSSIER_EXCHANGE_XML_H
#define DOSSIER_EXCHANGE_XML_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/str.h"
#include "dossier/exchange/failure.h"

#define XML_LARGEST ((size_t)256 << 20) /* bytes of one file */
#define XML_DEEPEST 200
#define XML_MOST 5000000 /* elements, attributes and processing instructions */

struct xml_attribute {
    struct str name, value; /* the name without its prefix */
    const struct xml_attribute *next;
};

struct xml {
    struct str name; /* without its prefix; a processing instruction's target */
    struct str text; /* all character data directly in it, joined; an instruction's content */
    bool is_instruction;
    int line;
    const struct xml_attribute *attributes;
    const struct xml *first; /* the first child */
    const struct xml *next;  /* the next child of the parent */
};

/* The tree of SOURCE, in ARENA and independent of SOURCE: a nameless node, whose children are the
 * document's element and the processing instructions beside it. NULL, with FAILURE set, if it is
 * not XML or breaks a limit. */
const struct xml *xml_read(struct arena *arena, struct str source,
                           struct exchange_failure *failure);
/* The first child element of NODE with this name, and the next such behind CHILD; NULL where there
 * is none, or NODE is NULL. */
const struct xml *xml_child(const struct xml *node, const char *name);
const struct xml *xml_sibling(const struct xml *child, const char *name);
/* The value of NODE's attribute; empty where it has none. */
struct str xml_attribute(const struct xml *node, const char *name);
/* Adds S as character data or in a quoted attribute: what XML cannot hold stands as <U+0001>. */
void xml_text(struct buf *out, struct str s);
/* Adds NODE as XML on as few lines as its text has. */
void xml_put(struct buf *out, const struct xml *node);

#endif
