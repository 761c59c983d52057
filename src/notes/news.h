/* SPDX-License-Identifier: ISC */
/* What colleagues wrote since this user last looked. */
#ifndef DOSSIER_SRC_NOTES_NEWS_H
#define DOSSIER_SRC_NOTES_NEWS_H

#include "shelf.h"

/* Tells of each note whether it is news, by what was seen. */
void news_mark(struct notebook *notebook);

#endif
