/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_MODEL_LINE_BLOCK_H
#define DOSSIER_MODEL_LINE_BLOCK_H

/* Bytes between two marks from which lines are counted. */
#define LINE_BLOCK ((size_t)65536)

#endif
