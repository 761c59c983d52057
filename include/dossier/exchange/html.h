/* SPDX-License-Identifier: ISC */
/* A page of HTML as a run of elements and texts, by libxml2's HTML parser: however broken it is, it
 * is read. Nothing is fetched, no script is looked at. */
#ifndef DOSSIER_EXCHANGE_HTML_H
#define DOSSIER_EXCHANGE_HTML_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* Who is told what stands in a page, in its order. What the functions are given is good till they
 * return. */
struct html_listener {
    void *context;
    /* NAME in small letters; ATTRIBUTES: name, value (or NULL), …, NULL; may be NULL itself. AT:
     * where the element stands in the source, as good as is known. */
    void (*open)(void *context, struct str name, const char *const *attributes, size_t at);
    void (*close)(void *context, struct str name);
    /* WORDS, entities resolved; where AT is the byte of the source that they begin at. */
    void (*text)(void *context, struct str words, size_t at);
};

/* Reads SOURCE, which is UTF-8 whatever it says of itself. What stands in script, style, template,
 * noscript and head (but for its title) is passed over. */
bool html_read(struct str source, const struct html_listener *listener, struct error *error);
/* The value of an attribute, empty where it is not there. */
struct str html_attribute(const char *const *attributes, const char *name);

#endif
