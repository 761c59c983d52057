/* SPDX-License-Identifier: ISC */
/* The words that every export of this program holds in its first 512 bytes, so that one which lies in a
 * dossier is not taken for an article. */
#ifndef DOSSIER_BASE_MARK_H
#define DOSSIER_BASE_MARK_H

#define EXPORT_MARK "exported by dossier; not an article"

#endif
