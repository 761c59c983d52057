/* SPDX-License-Identifier: ISC */
/* SHA-256 (FIPS 180-4, by nettle) and random names. */
#ifndef DOSSIER_BASE_HASH_H
#define DOSSIER_BASE_HASH_H

#include "dossier/base/str.h"

#define HASH_HEX 65 /* 64 hexadecimal digits and a NUL */

void hash_sha256(struct str bytes, char hex[HASH_HEX]);
/* N hexadecimal digits from the system's random source, and a NUL. */
void hash_random(char *hex, size_t n);

#endif
