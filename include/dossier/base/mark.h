/* SPDX-License-Identifier: ISC */
/* The words by which a text file in a dossier is not taken for an article, if its first 512 bytes
 * hold them. Every export of this program does. */
#ifndef DOSSIER_BASE_MARK_H
#define DOSSIER_BASE_MARK_H

#define EXPORT_MARK "[dossier: not an article]"

#endif
