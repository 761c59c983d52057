/* SPDX-License-Identifier: ISC */
/* Verdicts as they stand in a file, in the list `verdicts`. */
#ifndef DOSSIER_SRC_NOTES_VERDICT_ITEM_H
#define DOSSIER_SRC_NOTES_VERDICT_ITEM_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/notes/notes_file.h"
#include "dossier/yaml/schema.h"

/* Adds the verdicts of the file ROOT to CONTENT; what is wrong is reported. LINES of the source
 * stand before the line number FROM that ROOT has no part in. */
void verdict_read_all(struct arena *arena, struct schema_report *report,
                      const struct yaml_node *root, int from, int lines,
                      struct notes_content *content);
/* VERDICT as a YAML map in block style, without indentation. */
void verdict_put(const struct verdict *verdict, struct buf *out);
/* Puts VERDICT into SOURCE, in place of the one with its id or at its place in the order (article,
 * form, start, id), so that git merges what two machines add; not THERE: takes it out. */
bool verdict_change(struct buf *source, const struct verdict *verdict, bool there,
                    struct error *error);
/* Adds the verdicts of THEIRS, another version of the same file, that TEXT has not; of two with one
 * id the later one stays. */
bool verdict_take_all(struct arena *arena, struct buf *text, struct str theirs,
                      struct error *error);

#endif
