/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_LOAD_PLAIN_H
#define DOSSIER_LOAD_PLAIN_H

#include "dossier/load/format.h"

extern const struct format format_plain;

#endif
