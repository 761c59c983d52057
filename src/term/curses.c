/* SPDX-License-Identifier: ISC */
/* The only file that knows curses. Cells that have changed since the last frame are handed to it,
 * and it sends what the terminal needs; keys come back as they were typed. Widths are ours
 * (Unicode's), not the locale's: where they differ, the cell shows something of our width. */
#include "dossier/term/term.h"

#include "clipboard.h"
#include "files.h"
#include "frame.h"
#include "gather.h"
#include "signals.h"
#include "wait.h"
#include "wear.h"

#include "dossier/base/memory.h"

/* curses has a function of this name */
#define key_name curses_key_name
#include <curses.h>
#include <term.h>
#undef key_name

enum { PASTE_BEGINS = KEY_MAX + 1, PASTE_ENDS };

static struct {
    bool open, away; /* away: another program has the terminal */
    struct files files;
    SCREEN *screen;
    int signals;
    bool ended, pasting, fresh; /* fresh: the next frame is sent whole */
    struct term_dress dress;
    struct frame shown; /* what the screen has now */
    struct wear wear;
} term;

/* Sends CHARS past curses, between its own writes. */
static void send(const char *chars)
{
    files_write(fileno(term.files.out), str_of(chars));
}

static void prepare_farewell(void)
{
    static const char *const names[] = {"sgr0", "rmkx", "cnorm", "rmcup"};
    struct buf b = {0};
    buf_chars(&b, "\033[?2004l\033[?1002l\033[?1000l");
    for (size_t i = 0; i < COUNT(names); i++) {
        const char *sequence = tigetstr(names[i]);
        if (sequence && sequence != (char *)-1)
            buf_chars(&b, sequence);
    }
    signals_farewell(b.at, b.len);
    buf_free(&b);
}

static void set_modes(void)
{
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    define_key("\033[200~", PASTE_BEGINS);
    define_key("\033[201~", PASTE_ENDS);
}

static void take_mouse(bool take)
{
    mousemask(take ? ALL_MOUSE_EVENTS | REPORT_MOUSE_POSITION : 0, NULL);
    mouseinterval(0);
    send(take ? "\033[?1002h" : "\033[?1002l");
}

static void fit_curses(void)
{
    int width, height;
    term_size(&width, &height);
    resizeterm(height > 0 ? height : 1, width > 0 ? width : 1);
}

/* True colour needs a description of the terminal that has it; many terminals have it without. */
static void open_screen(const struct term_dress *dress)
{
    char name[128];
    const char *names[] = {wear_direct_name(dress->colours, name, sizeof name), getenv("TERM")};
    for (size_t i = 0; i < COUNT(names) && !term.screen; i++) {
        int status;
        if (!names[i] || setupterm(names[i], fileno(term.files.out), &status) != OK)
            continue;
        del_curterm(cur_term);
        term.screen = newterm(names[i], term.files.out, term.files.in);
    }
}

bool term_open(const struct term_request *request, struct error *error)
{
    if (term.open)
        return true;
    if (!files_open(&term.files, request->stdin_is_text, error))
        return false;
    term.signals = signals_open(fileno(term.files.out));
    set_escdelay(25);
    use_env(FALSE); /* how large the terminal is it hears from fit_curses */
    open_screen(&request->dress);
    if (!term.screen) {
        signals_close();
        return error_set(error,
                         "the terminal type \"%s\" ($TERM) is not known here; TERM=xterm or "
                         "TERM=dumb may do",
                         getenv("TERM") ? getenv("TERM") : "");
    }
    fit_curses();
    set_modes();
    prepare_farewell();
    term.open = term.fresh = true;
    term.ended = term.pasting = term.away = false;
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    term_wear(&request->dress);
    send("\033[?2004h");
    memory_on_exhaustion(term_close);
    return true;
}

void term_close(void)
{
    if (!term.open)
        return;
    term.open = false;
    send("\033[?2004l\033[?1002l");
    if (!term.away)
        endwin();
    delscreen(term.screen);
    term.screen = NULL;
    signals_close();
    memory_on_exhaustion(NULL);
    files_close(&term.files);
    frame_free(&term.shown);
}

void term_leave(void)
{
    if (!term.open || term.away)
        return;
    send("\033[?2004l\033[?1002l");
    endwin();
    term.away = true;
}

void term_return(void)
{
    if (!term.open || !term.away)
        return;
    term.away = false;
    fit_curses();
    set_modes();
    term_redraw();
    send("\033[?2004h");
    take_mouse(term.dress.mouse);
}

void term_suspend(void)
{
    term_leave();
    signals_stop_here();
    term_return();
}

void term_size(int *width, int *height)
{
    *width = COLS;
    *height = LINES;
    files_size(&term.files, width, height);
}

void term_wear(const struct term_dress *dress)
{
    term.dress = *dress;
    struct wear_terminal has = {has_colors() ? COLORS : 0, tigetflag("RGB") > 0,
                                tigetnum("ncv") > 0 && (tigetnum("ncv") & 2)};
    wear_begin(&term.wear, dress, has);
    take_mouse(dress->mouse);
    term_redraw();
}

void term_redraw(void)
{
    term.fresh = true;
}

/* How STYLES look to curses; a pair of colours that is new is made known to it. */
static const struct worn *worn_for(uint32_t styles)
{
    struct worn *worn = wear_look(&term.wear, styles);
    if (worn->ready)
        return worn;
    unsigned ours = worn->attributes;
    worn->curses =
        (ours & ATTRIBUTE_BOLD ? A_BOLD : 0) | (ours & ATTRIBUTE_REVERSE ? A_REVERSE : 0) |
        (ours & ATTRIBUTE_UNDERLINE ? A_UNDERLINE : 0) | (ours & ATTRIBUTE_ITALIC ? A_ITALIC : 0);
    if (worn->pair &&
        (worn->pair >= COLOR_PAIRS || init_extended_pair(worn->pair, worn->fg, worn->bg) == ERR))
        worn->pair = 0;
    worn->ready = true;
    return worn;
}

static void show_row(const struct cells *cells, int y)
{
    wchar_t run[RUN_LONGEST + FRAME_CHARS];
    const struct cell *row = cells_at(cells, 0, y);
    for (int x = 0; x < cells->width;) {
        int start = x;
        size_t count = 0;
        uint32_t styles = row[x].styles;
        for (; x < cells->width && row[x].styles == styles && count < RUN_LONGEST; x++)
            if (row[x].width)
                count += frame_chars(cells, &row[x], run + count);
        const struct worn *worn = worn_for(styles);
        int pair = worn->pair;
        attr_set((attr_t)worn->curses, (short)(pair > 32767 ? 0 : pair), &pair);
        mvaddnwstr(y, start, run, (int)count);
    }
}

void term_show(const struct cells *cells)
{
    if (!term.open || term.away)
        return;
    if (term.fresh) {
        clearok(curscr, TRUE);
        frame_free(&term.shown);
    }
    for (int y = 0; y < cells->height; y++)
        if (frame_row_differs(&term.shown, cells, y))
            show_row(cells, y);
    term.fresh = false;
    frame_keep(&term.shown, cells);
    curs_set(move(cells->cursor_y, cells->cursor_x) == OK); /* hidden where it is nowhere */
    if (!isendwin()) /* else curses sets modes anew, which only a terminal takes */
        gather_begin(fileno(term.files.out));
    refresh();
    gather_end();
}

bool term_copy(struct str text)
{
    struct buf sequence = {0};
    bool ok = clipboard_sequence(text, &sequence);
    if (ok && term.open && !term.away)
        files_write(fileno(term.files.out), buf_view(&sequence));
    buf_free(&sequence);
    return ok;
}

static key key_of(wint_t code)
{
    switch (code) {
#define KEY(theirs, ours) \
    case theirs:          \
        return ours;
#include "keys.def"
    default:
        return KEY_NOTHING;
    }
}

static bool read_mouse(struct event *out)
{
    static const struct {
        mmask_t bits;
        enum mouse_kind kind;
    } kinds[] = {
#define MOUSE(theirs, ours) {theirs, ours},
#include "keys.def"
    };
    MEVENT mouse;
    if (getmouse(&mouse) != OK)
        return false;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (!(mouse.bstate & kinds[i].bits))
            continue;
        *out = (struct event){.kind = EVENT_MOUSE, .x = mouse.x, .y = mouse.y};
        out->mouse = kinds[i].kind;
        return true;
    }
    return false;
}

/* What curses has read already, or can read without waiting; false where that is nothing of use. */
static bool read_key(struct event *out, bool *pasted, bool *any)
{
    wint_t typed;
    int kind = get_wch(&typed);
    *any = kind != ERR;
    if (kind == KEY_CODE_YES && typed == KEY_MOUSE)
        return read_mouse(out);
    if (kind == KEY_CODE_YES && (typed == PASTE_BEGINS || typed == PASTE_ENDS))
        term.pasting = typed == PASTE_BEGINS;
    key k = kind == KEY_CODE_YES ? key_of(typed) : kind == OK ? (key)typed : KEY_NOTHING;
    *out = (struct event){.kind = EVENT_KEY, .key = k == '\n' ? KEY_RETURN : k};
    *pasted = term.pasting;
    return k != KEY_NOTHING;
}

static void resize(struct event *out)
{
    *out = (struct event){.kind = EVENT_RESIZE};
    term_size(&out->width, &out->height);
    fit_curses();
    term_redraw();
}

/* Deals with the signals that came; true where one of them is an event. */
static bool take_signals(struct event *out)
{
    struct signals came = signals_take();
    term.ended |= came.end;
    if (came.stop)
        term_suspend();
    if (!came.resized && !came.stop && !came.went_on)
        return false;
    resize(out);
    return true;
}

bool term_next(int milliseconds, struct event *out, bool *pasted)
{
    *pasted = false;
    while (term.open && !term.ended) {
        if (take_signals(out))
            return true;
        for (bool any = true; any;)
            if (read_key(out, pasted, &any))
                return true;
        int input = fileno(term.files.in);
        if (term.ended || !wait_for_input(input, term.signals, milliseconds, &term.ended))
            return false;
    }
    return false;
}

bool term_ended(void)
{
    return term.ended;
}
