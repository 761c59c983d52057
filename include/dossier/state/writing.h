/* SPDX-License-Identifier: ISC */
/* Notes in the making: the editor, drafts, bounds, tags; and the steps that u takes back. */
#ifndef DOSSIER_STATE_WRITING_H
#define DOSSIER_STATE_WRITING_H

#include "dossier/base/span.h"
#include "dossier/model/amendment.h"
#include "dossier/notes/note.h"
#include "dossier/notes/verdict.h"
#include "dossier/state/editline.h"
#include "dossier/state/effect.h"
#include "dossier/state/layout.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A passage of an article, by its path: it means the same in the next generation. */
struct passage {
    struct str path;
    struct span span; /* text offsets */
};

/* A note being typed. */
struct note_editor {
    bool open;
    struct editline text; /* tags are words with # at the end */
    struct note note;     /* what it will become; id empty for a new one. An old one: as it was when
                             the editor was opened */
    struct note *more;    /* the same on further passages */
    size_t more_count;
    struct str *given; /* the ids that a save that failed has given them */
    size_t given_count;
    bool failed;      /* the last save did */
    bool ticked;      /* it is on the places that are ticked */
    struct str about; /* "note on 001 ¶2: “…”" */
    size_t top;       /* the text's first line on the screen before, to come back to */
    struct arena *arena;
};

/* A note that was left unfinished, by its passage. */
struct draft {
    struct str id, path, about; /* of the note: id empty for a new one */
    struct span span;           /* text offsets; empty: on the article or actor */
    struct str text;
    struct str replies_to;
    struct passage *more; /* the same on further passages */
    size_t more_count;
    int64_t modified; /* an old note's, when its editor was opened; 0: a new one */
    bool is_private;
    bool failed; /* it could not be saved as a note in this session */
};

/* One step that u takes back. */
enum undo_kind {
    UNDO_NOTES,   /* notes as they were before and after it */
    UNDO_VERDICT, /* of this user's, on a mention or a form */
    UNDO_CHECK,   /* a check of another writer's note */
    UNDO_SEARCH,  /* a saved search: its name TAG, its query OTHER, and BEFORE; empty: none */
    UNDO_TAGS,    /* a description or a name of a tag */
    UNDO_AMEND,   /* who is who */
    UNDO_CORRECT, /* what is known of an article */
    UNDO_DRAFT,   /* a draft that was thrown away */
    UNDO_TICKS,   /* rows of the concordance */
    UNDO_STAR,    /* of an article */
    UNDO_READ
};
struct undo_note {
    bool had, has; /* it was there before, it is there after */
    struct note before, after;
};
struct passages {
    struct passage *at;
    size_t len, cap;
};
struct undo_step {
    enum undo_kind kind;
    struct undo_note *notes;
    size_t count;
    struct str id; /* CHECK */
    enum tags_change tags_change;
    struct str tag, other, before;         /* TAGS: as in the effect; the description before */
    struct verdict verdict, verdict_after; /* VERDICT: before it, if there HAD been one; after */
    struct amendment amendment;            /* AMEND */
    struct tags_patch patch;               /* AMEND, CORRECT: what it did to tags.yaml */
    struct draft draft;
    struct passages ticked, unticked; /* TICKS: what is ticked after it, and was before it */
    bool had, has;                    /* a mark, a check, a verdict */
    struct str name, did, undid;      /* "the note on 001 ¶2", "is saved", "is deleted"; without a
                                         name, the others are whole sentences */
    struct str path;                  /* of the article, for a mark */
    bool clashed;                     /* another program changed the note meanwhile */
};
/* What the notebook was asked to do, till its answer comes. */
enum doing { DOING_NOTHING, DOING_STEP, DOING_UNDO, DOING_REDO };

/* The bounds of a note are being set: what is selected becomes its passage. */
struct bounding {
    struct str id;  /* of the note; empty: of none */
    size_t place;   /* the one of its places that is shown, where they are ambiguous */
    enum view view; /* where it began, and where it leads back to */
    enum pane focus;
};

#define FORESEEN_EXAMPLES 3

/* What stands in the text of words that may become an actor's: found once, while one actor after
 * the other is looked at. */
struct foreseeing {
    struct arena *arena;
    const struct library *library; /* it was found in; NULL: nothing was */
    struct str words;              /* as a key: what was looked for */
    struct places places;
    struct str examples[FORESEEN_EXAMPLES]; /* the first of them in context */
    size_t example_count;
};

/* The tags of a note are being chosen in a prompt. */
struct tagging {
    struct str id; /* of the note */
    struct {
        struct str *at;
        size_t len, cap;
    } tags;
    struct arena *arena;
};

#endif
