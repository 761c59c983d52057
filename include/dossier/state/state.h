/* SPDX-License-Identifier: ISC */
/* All that the screen shows, as one struct. Only update changes it; draw only reads it. It holds
 * numbers and ids into the library, and small buffers of its own. */
#ifndef DOSSIER_STATE_STATE_H
#define DOSSIER_STATE_STATE_H

#include "dossier/base/span.h"
#include "dossier/command/keymap.h"
#include "dossier/config/options.h"
#include "dossier/model/library.h"
#include "dossier/notes/notebook.h"
#include "dossier/reading/copies.h"
#include "dossier/reading/lexicon.h"
#include "dossier/state/about.h"
#include "dossier/state/editline.h"
#include "dossier/state/effect.h"
#include "dossier/state/event.h"
#include "dossier/state/kept.h"
#include "dossier/state/layout.h"
#include "dossier/state/list.h"
#include "dossier/state/listing.h"
#include "dossier/state/prompt.h"
#include "dossier/state/said.h"
#include "dossier/state/searching.h"
#include "dossier/state/thread.h"
#include "dossier/state/timeline.h"
#include "dossier/state/writing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One line of the text pane. */
enum page_kind {
    PAGE_TEXT,
    PAGE_BLANK,  /* between paragraphs */
    PAGE_FOLDED, /* stands for boilerplate that is folded away: SPAN is all of it */
    PAGE_END     /* after the last */
};
struct page_line {
    enum page_kind kind;
    struct span span;   /* text offsets */
    uint32_t paragraph; /* in article->paragraphs */
    bool first;         /* the paragraph's first line: its number is shown */
};
/* An article broken into lines for one width; made anew when article, width or folding change. */
struct page {
    struct arena *arena;
    uint32_t article;
    int width;
    bool folded;
    struct page_line *at;
    size_t len, cap;
};

struct spot {
    uint32_t article; /* ARTICLE_NONE: nowhere */
    uint32_t at;      /* text offset */
};

/* A row of the cast: an actor and how often. */
struct cast_row {
    uint32_t actor;
    struct tally tally; /* in this article, or in the dossier */
};

enum message_kind { MESSAGE_NONE, MESSAGE_DONE, MESSAGE_ERROR };

/* Where the cursor's line goes on the screen when the update ends. */
enum scroll_wish {
    SCROLL_LITTLE,  /* as little as possible, with some lines of context */
    SCROLL_COMFORT, /* the upper third, unless it stands well already */
    SCROLL_MIDDLE,
    SCROLL_TOP
};

/* Which rows must be made anew before the update ends. */
enum stale {
    STALE_ARTICLES = 1,
    STALE_PLACES = 2,
    STALE_CAST = 4,
    STALE_NOTES = 8,
    STALE_PROBLEMS = 16,
    STALE_DOUBTS = 32,
    STALE_TIMES = 64, /* of the pane */
    STALE_TIMELINE = 128,
    STALE_ROWS = 255, /* all lists; what was said sees by itself what it was made from */
    STALE_TALLIES = 256,
    STALE_NOTEBOOK = 512, /* the notes are others: their order too is made anew */
    STALE_ALL = 1023
};

/* What the list of all notes is ordered by; within it, by article and place. */
enum note_sort { NOTE_SORT_NEED, NOTE_SORT_PLACE, NOTE_SORT_DATE, NOTE_SORT_WRITER, NOTE_SORT_TAG };

/* What the mentions in doubt are ordered by; within it, by date and place. */
enum doubt_sort {
    DOUBT_SORT_DATE,
    DOUBT_SORT_FORM,
    DOUBT_SORT_ACTOR,
    DOUBT_SORT_ARTICLE,
    DOUBT_SORT_OPEN /* the undecided first */
};

/* The notes in order, made once after each change of them and then only filtered. A row is a
 * number: of a note in notebook->at; behind those come the deleted ones, behind them the drafts. */
struct note_order {
    struct arena *arena; /* owns all below */
    uint32_t *rows;      /* all of them, in the order in force */
    size_t len;
    uint32_t *by_place; /* the notes whose article is here, by article (in order of date) and
                           place */
    size_t placed;      /* so many they are */
    uint32_t *replies;  /* the notes that reply to another, in the order they were made */
    size_t reply_count;
    uint32_t *slots; /* a hash table of ids: row + 1 */
    size_t slot_count;
    size_t drafts;     /* as many there were */
    struct buf folded; /* what words are looked for in, a row after the other; made when a filter
                          first needs it */
    size_t *folded_at; /* where each row's begins in it; one more for the end; NULL: not made */
};

struct hint {
    char letter;
    uint32_t mention;
};

struct state {
    /* the world, const for us */
    const struct library *library;
    const struct notebook *notebook;
    const struct saved_searches *saved; /* NULL: none */
    const struct lexicons *lexicons;    /* by which texts tell who says what; NULL: not read */
    struct options options;
    const struct str *themes; /* the names of those that there are; NULL: not known */
    size_t theme_count;
    struct keymap keymap;
    struct arena *arena; /* of what lives as long as the state: the keymap's arguments, histories */
    int64_t now;
    int width, height;
    bool ascii; /* the terminal has no Unicode */

    /* where */
    enum view view;
    enum view under; /* what VIEW_INFO lies over, and q leads back to */
    enum pane focus;
    bool zoomed;
    enum xref xref;
    struct layout layout; /* of the last update */

    /* the text */
    struct spot cursor; /* article ARTICLE_NONE: the dossier is empty */
    size_t top;         /* first line of page on the screen */
    int wish_column;    /* column that j and k keep to */
    struct page page;
    struct elsewhere {
        struct arena *arena;
        struct copies copies; /* of article ARTICLE_NONE: none is known */
        bool goes_on;         /* there may be more of them */
    } elsewhere;
    bool selecting;
    uint32_t selection_from; /* the other end; the cursor's cluster is in the selection */
    int selection_level;     /* 0 by hand, 1 word or name, 2 sentence, 3 paragraph, 4 article */
    uint32_t selection_seed; /* where v began */
    bool lit;                /* the places of a search thread are shown in the text */
    bool unfolded;           /* in this article nothing is folded away, whatever the option says */
    struct hint *hints;      /* while a letter is awaited */
    size_t hint_count;

    /* the thread */
    struct thread thread;
    struct thread_wish last_thread;
    struct counting counting;
    bool by_rank;  /* the threads of searches go from the best article down */
    bool awaiting; /* the search in hand has no place yet; its first will be gone to */
    size_t stride; /* bytes of text that a search goes on through between two keys */
    struct seeking seeking;

    /* trail and marks */
    struct spot *trail;
    size_t trail_len, trail_cap, trail_at; /* trail_at: where we are in it */
    struct spot marks[26];
    struct spot last_place;

    /* lists */
    struct list articles; /* rows: listing */
    struct orders orders; /* of all articles, as far as they were asked for */
    struct listing listing;
    bool reversed; /* the order */
    struct folders folders;
    struct list places;     /* rows: place_rows */
    struct sift place_rows; /* of the thread in its order, filtered: state_place */
    struct list cast;       /* of this article, or all in VIEW_CAST: rows: cast_rows */
    struct cast_row *cast_rows;
    size_t cast_len;
    struct list notes;   /* of this article in the pane, or all in VIEW_NOTES: rows: note_rows */
    uint32_t *note_rows; /* as in note_order: ask state_row_note, state_row_draft */
    size_t note_len;
    struct buf note_here; /* the id of the note under the cursor, to come back to; or empty */
    struct note_order note_order;
    enum note_sort note_sort;
    bool notes_reversed;
    size_t note_need, note_fresh; /* of the rows: how many need this user; are news not noticed */
    struct {
        struct noticed {
            struct str id;
            int64_t modified;
        } * at;
        size_t len, cap;
    } noticed;            /* colleagues' notes that are news and were under the cursor */
    struct list doubts;   /* rows: doubt_rows */
    uint32_t *doubt_rows; /* mentions in doubt, and others that a verdict is about; filtered */
    size_t doubt_len;
    size_t doubt_all, doubt_decided; /* how many there are unfiltered; of them with a verdict */
    struct spot doubt_spot; /* in a new generation: where the mention under the cursor stands */
    enum doubt_sort doubt_sort;
    bool doubts_reversed;
    uint32_t said_judged; /* the article of the quotation that is being judged; ARTICLE_NONE */
    struct said said, said_in_article; /* VIEW_SAID; XREF_SAID, of the article at the cursor */
    struct said_copied said_copied;    /* of the row that is shown in full */
    struct list times;                 /* of this article in the pane; rows: time_rows */
    struct {
        struct time_row *at;
        size_t len, cap;
    } time_rows;    /* its own date, and what it speaks of; filtered */
    bool times_cut; /* the article is so long that not all of it was read for them */
    struct timeline timeline;
    struct about about;   /* VIEW_ABOUT, of the article at the cursor */
    struct list problems; /* rows: problem_rows; library's, then notebook's */
    uint32_t *problem_rows;
    size_t problem_len;
    struct list info; /* rows: lines of info */
    struct str *info_lines;
    struct str info_title;
    size_t info_len;
    struct arena *info_arena;
    struct buf filter[VIEW_COUNT]; /* what & holds, a list; the pane's and the view's are one:
                                      VIEW_PLACES, … */
    unsigned stale;                /* enum stale */
    bool cast_whole, notes_whole;  /* the rows of the cast and the notes are those of the dossier */
    struct tally *tallies;         /* for each actor */
    struct arena *tally_arena;
    struct buf info_text; /* what the lines of info are broken from */
    int info_width;
    unsigned help_context; /* the info is the help of this context; 0: it is none */

    /* typing */
    struct prompt prompt;
    struct note_editor editor;
    struct tagging tagging;
    struct bounding bounding;
    struct foreseeing foreseeing;
    struct str turn;             /* the id of the note that was chosen of those under the cursor */
    key pending[KEYMAP_LONGEST]; /* keys of a sequence so far */
    size_t pending_len;
    long count;             /* digits typed; 0: none */
    enum command wants_key; /* m, ': the next key is its argument; COMMAND_NONE */
    enum command asked;   /* what the message offers to do when its key comes again; COMMAND_NONE */
    enum command offered; /* what the message before this key offered */
    enum scroll_wish scroll_wish;
    bool begun;    /* the first article was chosen */
    bool rebroken; /* the text's lines are others since the last update */
    int shown_row,
        shown_height; /* the cursor's line on the screen, and of how many; kept through a resize */

    /* saying */
    enum message_kind message_kind;
    struct buf message;   /* one sentence; gone at the next key */
    struct buf where;     /* the status sentence: where the cursor is */
    struct arrivals news; /* what came into the folder; till the key after it was shown */
    struct reading reading;
    bool early; /* the library is that of an earlier run: who is named in it is not known yet */

    /* remembered */
    struct kept_articles kept;
    size_t unreadable;  /* articles that can't be read */
    size_t thread_seen; /* as many places of the thread were on the screen */
    struct {
        struct str *at;
        size_t len, cap;
    } history[3]; /* of queries, commands, all others */
    struct undo_step *undo;
    size_t undo_len, undo_cap, undo_at; /* undo_at: steps done */
    struct str last_tags;               /* of the last note: "#a #b" */
    struct str last_verdict;            /* the actor of the last verdict; empty: nobody */
    bool verdict_given, verdict_last;   /* there was one; and no note with tags since */
    enum said_answer said_answer;       /* the last verdict on a quotation */
    struct str said_whose;              /* the actor's id, where that names one */
    enum doing doing;
    struct undo_step step; /* what DOING is about */
    struct {
        struct draft *at;
        size_t len, cap;
    } drafts;
    bool drafts_lost;   /* they could not be written to the disk */
    uint32_t end_shown; /* the article whose end was on the screen already; ARTICLE_NONE */
};

/* A state on LIBRARY that shows nothing yet: EVENT_RESIZE and EVENT_TIME come first. KEYMAP is
 * copied. */
void state_start(struct state *state, const struct library *library,
                 const struct notebook *notebook, const struct options *options,
                 const struct keymap *keymap);
void state_end(struct state *state);

/* The one way in which the state changes. Whatever must be done outside is added to OUT. */
void update(struct state *state, const struct event *event, struct effects *out);

/* What draw and update both ask. */
const struct article *state_article(const struct state *state); /* NULL in an empty dossier */
/* The selected bytes; empty where nothing is selected. */
struct span state_selection(const struct state *state);
/* The context bit whose keys are in force. */
unsigned state_context(const struct state *state);
/* The note that holds the cursor, or NULL; of several the one that was chosen, else the shortest.
 */
const struct note *state_note(const struct state *state);
/* What row ROW of the notes shows: a note, or a deleted one; NULL for a draft, or no row. */
const struct note *state_row_note(const struct state *state, size_t row);
/* The draft on it, or NULL. */
const struct draft *state_row_draft(const struct state *state, size_t row);
/* The notes whose article is ARTICLE, by place: numbers in notebook->at; *COUNT of them. */
const uint32_t *state_notes_on(const struct state *state, uint32_t article, size_t *count);
/* The note with exactly this id, also a deleted one; NULL. */
const struct note *state_note_with(const struct state *state, struct str id);
/* A colleague's note that is new or changed, and was not under the cursor yet. */
bool state_is_news(const struct state *state, const struct note *note);
/* Only ASCII is to be drawn: the option says so, or leaves it to the terminal, which has no
 * Unicode. */
bool state_ascii(const struct state *state);
/* The place of the thread on ROW, below place_rows.len. */
size_t state_place(const struct state *state, size_t row);
/* The place of the thread lies in what was on the screen. */
bool state_seen(const struct state *state, const struct thread_place *place);
/* Rows are being filtered or places searched still: EVENT_GO_ON goes on with it, when no key waits.
 */
bool state_has_work(const struct state *state);
/* The passage at byte AT of the article under the cursor that stands in others too; NULL where
 * there is none, or it is not known yet. */
const struct copied_passage *state_copied(const struct state *state, uint32_t at);
/* How many articles that can be read are not. */
size_t state_unread(const struct state *state);
/* How many articles of a saved search are unread, of those counted so far. */
size_t state_folder_unread(const struct state *state, const struct folder *folder);
/* The list that has the focus, or NULL in the text; *ROWS of it are on the screen. */
struct list *state_list(struct state *state, int *rows);

#endif
