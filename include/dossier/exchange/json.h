/* SPDX-License-Identifier: ISC */
/* JSON (RFC 8259) to a tree, by jansson, with limits that are checked before it is let at the
 * bytes. JSON is written by text/safe and what stands around it. */
#ifndef DOSSIER_EXCHANGE_JSON_H
#define DOSSIER_EXCHANGE_JSON_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/str.h"
#include "dossier/exchange/failure.h"

#include <stdbool.h>
#include <stdint.h>

#define JSON_LARGEST ((size_t)256 << 20) /* bytes of one file */
#define JSON_DEEPEST 64
#define JSON_MOST 5000000 /* values */

enum json_kind { JSON_NOTHING, JSON_BOOL, JSON_WHOLE, JSON_BROKEN, JSON_TEXT, JSON_LIST, JSON_MAP };

struct json {
    enum json_kind kind;
    struct str key;           /* in a map: this value's */
    struct str text;          /* of JSON_TEXT: valid UTF-8, may hold any character, NUL too */
    int64_t whole;            /* of JSON_WHOLE; 0 or 1 of JSON_BOOL */
    double broken;            /* of JSON_BROKEN: a number with a fraction or an exponent */
    const struct json *first; /* the first child of a list or map */
    const struct json *next;  /* the next child of the parent */
};

/* The tree of SOURCE, in ARENA and independent of SOURCE; a byte order mark is passed over. A key
 * that a map has twice counts once, with its last value. NULL, with FAILURE set, if it is not JSON
 * or breaks a limit. */
const struct json *json_read(struct arena *arena, struct str source,
                             struct exchange_failure *failure);
/* MAP's value under KEY; NULL where it has none or null, or is no map. */
const struct json *json_get(const struct json *map, const char *key);
/* The text of NODE; empty where it is NULL or no text. */
struct str json_text(const struct json *node);
/* json_text(json_get(MAP, KEY)). */
struct str json_get_text(const struct json *map, const char *key);
/* The whole number under KEY; false where there is none. */
bool json_get_whole(const struct json *map, const char *key, int64_t *out);
/* Adds NODE as JSON on one line; NULL is null. */
void json_put(struct buf *out, const struct json *node);

#endif
