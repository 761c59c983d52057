/* SPDX-License-Identifier: ISC */
/* What the lines of a config mean: the keys that they bind, the theme that they name. */
#ifndef DOSSIER_CONFIG_CONFIG_CHECK_H
#define DOSSIER_CONFIG_CONFIG_CHECK_H

#include "dossier/command/keymap.h"
#include "dossier/config/config_file.h"

/* The keys of the table, and over them those of CONFIG; one that can't be bound is a problem. */
void config_bind(struct arena *arena, const struct config *config, struct keymap *out,
                 struct problems *problems);
/* A theme that is not there, or is wrong, is a problem. */
void config_check_theme(struct arena *arena, const struct config *config,
                        struct problems *problems);

#endif
