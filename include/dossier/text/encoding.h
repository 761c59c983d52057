/* SPDX-License-Identifier: ISC */
/* Stored bytes to the text that the program works on, and offsets between the two. */
#ifndef DOSSIER_TEXT_ENCODING_H
#define DOSSIER_TEXT_ENCODING_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdint.h>

enum encoding { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_WINDOWS_1252 };

/* From offset TEXT of the text on, up to the next shift, text and stored bytes run side by side:
 * byte TEXT + n is stored byte STORED + n; where they do not run side by side, each character has a
 * shift. */
struct shift {
    uint32_t text, stored;
};

struct decoded {
    struct str text; /* valid UTF-8, without a byte order mark; AT may be the source's own bytes */
    enum encoding encoding;
    struct shift *shifts; /* sorted; none where text and stored bytes are the same */
    size_t shift_count;
    uint32_t stored_size; /* bytes of the source */
    size_t bad;           /* ill-formed sequences, each now U+FFFD */
    uint32_t first_bad;   /* stored offset of the first of them */
};

/* Decodes SOURCE: UTF-16 if it begins with that mark; Windows-1252 if it is not UTF-8 and reads
 * well as such (letters, quotes and dashes, no undefined bytes, and no valid multi-byte UTF-8 in
 * it); else UTF-8 with U+FFFD for what is ill-formed. False if it is binary: a NUL byte, or more
 * than one control or ill-formed byte in ten. Memory comes from ARENA; SOURCE must live as long. */
bool encoding_decode(struct arena *arena, struct str source, struct decoded *out);
/* The stored offset of offset AT of the text, and back; both clamp to the end. */
uint32_t encoding_stored(const struct decoded *decoded, uint32_t at);
uint32_t encoding_offset(const struct decoded *decoded, uint32_t stored);

#endif
