/* SPDX-License-Identifier: ISC */
/* The keys by which articles are cited: the same in every format. */
#ifndef DOSSIER_SRC_EXPORT_KEYS_H
#define DOSSIER_SRC_EXPORT_KEYS_H

#include "dossier/base/arena.h"
#include "dossier/model/library.h"

/* A key for each article, made of its path alone, so that it stays when others come: letters,
 * digits and single signs of - _ between them, which pandoc reads after an @. Where two paths make
 * one key, each gets the beginning of its path's hash. */
struct str *keys_make(struct arena *arena, const struct library *library);

#endif
