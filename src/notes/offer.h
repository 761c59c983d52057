/* SPDX-License-Identifier: ISC */
/* Copies that file-syncing services left, offered to the user. */
#ifndef DOSSIER_SRC_NOTES_OFFER_H
#define DOSSIER_SRC_NOTES_OFFER_H

#include "shelf.h"

/* Lists the copies of this user's file, and tells of all. */
void offer_copies(struct notebook *notebook);

#endif
