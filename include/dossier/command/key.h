/* SPDX-License-Identifier: ISC */
/* Keys as numbers and as names. */
#ifndef DOSSIER_COMMAND_KEY_H
#define DOSSIER_COMMAND_KEY_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* A code point that the key types, or a control code (^D is 4), or one of these. */
typedef uint32_t key;
enum {
    KEY_NOTHING = 0,
    KEY_TAB = 9,
    KEY_RETURN = 13,
    KEY_ESCAPE = 27,
    KEY_SPACE = 32,
    KEY_RUBOUT = 127,
    KEY_ARROW_UP = 0x110000,
    KEY_ARROW_DOWN,
    KEY_ARROW_LEFT,
    KEY_ARROW_RIGHT,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_TO_HOME,
    KEY_TO_END,
    KEY_DELETE,
    KEY_BACKTAB
};

/* The key called S: one character, ^X, Space, Tab, S-Tab, Enter, Esc, Backspace, Delete, Up, Down,
 * Left, Right, PgUp, PgDn, Home, End. False where there is none. */
bool key_parse(struct str s, key *out);
/* Its name, as key_parse takes it. */
void key_name(key k, struct buf *out);
/* What the key at the place of K on a US keyboard types, where K is a letter of another layout
 * (Cyrillic, Greek, Hebrew, Arabic); K itself otherwise. */
key key_at_place(key k);

#endif
