/* SPDX-License-Identifier: ISC */
/* notes import FILE…: notes from elsewhere become this writer's. */
#ifndef DOSSIER_VERB_NOTES_IMPORT_H
#define DOSSIER_VERB_NOTES_IMPORT_H

#include "dossier/verb/verb.h"

/* The files are the operands behind the first. */
enum status notes_import(struct verb_call *call);

#endif
