/* SPDX-License-Identifier: ISC */
/* The table of commands: names, keys, contexts, help. What they do stands higher, in the state
 * room, which expands the same commands.def: a command without a handler does not link. */
#ifndef DOSSIER_COMMAND_COMMAND_H
#define DOSSIER_COMMAND_COMMAND_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stddef.h>

/* Where a command has its keys. A place may be in several, e.g. a selection in the text. */
enum context {
    CONTEXT_TEXT = 1,
    CONTEXT_SELECTION = 2, /* in the text, with a passage selected */
    CONTEXT_LIST = 4,      /* the articles */
    CONTEXT_PLACES = 8,    /* the concordance */
    CONTEXT_CAST = 16,
    CONTEXT_NOTES = 32,
    CONTEXT_PROBLEMS = 64,
    CONTEXT_DOUBTS = 128,  /* the mentions in doubt */
    CONTEXT_FOLDERS = 256, /* the saved searches above the articles */
    CONTEXT_TIMES = 512,   /* the times of an article, in the pane */
    CONTEXT_TIMELINE = 1024,
    CONTEXT_SAID = 2048,    /* what was said */
    CONTEXT_ABOUT = 4096,   /* what is known of an article */
    CONTEXT_INFO = 8192,    /* help, and answers to i */
    CONTEXT_PROMPT = 16384, /* a line is being typed */
    CONTEXT_EDITOR = 32768, /* a note is being typed; the last, for keymap_keys */
    CONTEXT_ROWS = CONTEXT_LIST | CONTEXT_PLACES | CONTEXT_CAST | CONTEXT_NOTES | CONTEXT_PROBLEMS |
                   CONTEXT_DOUBTS | CONTEXT_TIMES | CONTEXT_TIMELINE | CONTEXT_SAID,
    CONTEXT_READING = CONTEXT_TEXT | CONTEXT_SELECTION,
    CONTEXT_ALL = CONTEXT_READING | CONTEXT_ROWS | CONTEXT_INFO | CONTEXT_FOLDERS | CONTEXT_ABOUT
};

/* What a command wants behind its name; without it, its key opens a prompt for it. */
enum argument {
    ARGUMENT_NONE,
    ARGUMENT_KEY, /* one more key: m a */
    ARGUMENT_ACTOR,
    ARGUMENT_TAG,
    ARGUMENT_QUERY,
    ARGUMENT_FILTER,    /* taken letter by letter, as it is typed */
    ARGUMENT_ORDER,     /* date, title, source, mentions, unread, path */
    ARGUMENT_GROUP,     /* month, source, none */
    ARGUMENT_JUMP,      /* how a row begins; taken letter by letter */
    ARGUMENT_EXPORT,    /* FORMAT FILE */
    ARGUMENT_OPTION,    /* NAME, NAME VALUE */
    ARGUMENT_PLACE,     /* an article, and perhaps ¶N: 001 2 */
    ARGUMENT_NAME,      /* the name of a new actor, and perhaps its kind */
    ARGUMENT_WHOM,      /* optional: words in quotation marks, and whose they are to be */
    ARGUMENT_FORM,      /* optional: a form in quotation marks, and whose it is */
    ARGUMENT_INTO,      /* optional: an actor in quotation marks, and the one it goes into */
    ARGUMENT_COMMAND,   /* a command line */
    ARGUMENT_TAGS,      /* optional: tags to add to a note, with - to take away */
    ARGUMENT_TAG_WORDS, /* a tag, and what is to become of it */
    ARGUMENT_TICK,      /* all, none */
    ARGUMENT_SAVED,     /* the name of a saved search, and perhaps a query */
    ARGUMENT_GRAVE,     /* a deleted note's id */
    ARGUMENT_WHOSE,     /* an actor, or nobody */
    ARGUMENT_ALWAYS,    /* here or everywhere, then an actor or nobody */
    ARGUMENT_TEXT       /* optional: the command goes without, too */
};

enum command {
#define COMMAND(id, name, keys, contexts, argument, help) COMMAND_##id,
#include "dossier/command/commands.def"
#undef COMMAND
    COMMAND_COUNT
};
#define COMMAND_NONE COMMAND_COUNT

struct command_row {
    const char *name; /* as after ":" */
    const char *keys; /* parted by spaces; a key of more than one letter that is no name is a
                         sequence: zz */
    unsigned contexts;
    enum argument argument;
    const char *help; /* a few words, lower case, no full stop */
};

extern const struct command_row command_table[COMMAND_COUNT];

/* The command with this name, or the only one whose name begins so; COMMAND_NONE. */
enum command command_find(struct str name);
/* Adds the few names that come nearest to NAME, parted by commas; nothing where none is near. */
void command_nearest(struct str name, struct buf *out);
/* "text", "list", … for one context bit; "text" for CONTEXT_READING, "lists" for CONTEXT_ROWS,
 * "all" for CONTEXT_ALL; "several" for any other set. */
const char *command_context_name(unsigned contexts);

#endif
