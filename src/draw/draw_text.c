/* SPDX-License-Identifier: ISC */
/* The article. Lines come broken from the state; each is put as it stands, and then what lies over
 * its words is added to the cells that they took. */
#include "notes.h"
#include "paint.h"
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

#define DEEPEST 9

/* The notes that begin on a line. */
struct begun {
    int deep; /* how many lie over one another where one begins; DEEPEST at most */
    bool doubtful;
};

struct view_of_text {
    struct cells *out;
    const struct state *state;
    const struct article *article;
    struct rectangle where;
    struct paints paints;
    struct span bracketed; /* what stands in «»; empty: nothing */
    int bar;               /* columns of the scroll bar: 0 or 1 */
    unsigned bracketed_as; /* the style of what is bracketed: HERE, or NOTE_HERE */
    struct begun *begun;   /* for each line that is shown */
};

static int line_x(const struct view_of_text *view)
{
    return view->where.x + view->state->layout.gutter;
}

/* Columns that a line of text may take. */
static int line_room(const struct view_of_text *view)
{
    return view->where.width - view->state->layout.gutter - view->bar;
}

/* What notes begin on a line: ● one, 2 to 9 where so many lie over one another, ? one whose passage
 * was changed or moved. */
static const char *note_sign(const struct begun *begun)
{
    static const char *const signs[] = {NULL, "●", "2", "3", "4", "5", "6", "7", "8", "9"};
    return begun->doubtful ? "?" : signs[begun->deep];
}

/* The line of the page, from FIRST to before END, that holds byte AT; END if none does. */
static size_t line_with(const struct page *page, size_t first, size_t end, uint32_t at)
{
    size_t low = first, high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (page->at[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low > first && span_holds(page->at[low - 1].span, at) ? low - 1 : end;
}

/* How many notes lie over the first byte of NOTE, itself too; ENDS are those of the ones before. */
static int depth(uint32_t ends[DEEPEST], const struct note *note)
{
    int deep = 0, free = 0;
    for (int i = 0; i < DEEPEST; i++) {
        deep += ends[i] > note->span.start;
        free = ends[i] < ends[free] ? i : free;
    }
    if (ends[free] < note->span.end)
        ends[free] = note->span.end;
    return deep < DEEPEST ? deep + 1 : DEEPEST;
}

static void count_notes(struct view_of_text *view, size_t first, size_t end)
{
    uint32_t ends[DEEPEST] = {0};
    const struct state *state = view->state;
    size_t count;
    const uint32_t *numbers = state_notes_on(state, state->cursor.article, &count);
    view->begun = arena_many(view->out->arena, struct begun, end - first + 1);
    for (size_t i = 0; i < count; i++) {
        const struct note *note = &state->notebook->at[numbers[i]];
        if (!paint_note_shows(note))
            continue;
        struct begun *begun =
            &view->begun[line_with(&state->page, first, end, note->span.start) - first];
        int deep = depth(ends, note);
        begun->deep = deep > begun->deep ? deep : begun->deep;
        begun->doubtful = begun->doubtful || notes_doubtful(note);
    }
}

/* A passage that stands in other articles too begins on LINE. */
static bool copy_begins(const struct view_of_text *view, const struct page_line *line)
{
    const struct copies *copies = &view->state->elsewhere.copies;
    bool known = copies->article == view->state->cursor.article;
    for (size_t i = 0; known && i < copies->len; i++) {
        if (span_holds(line->span, copies->at[i].span.start))
            return true;
    }
    return false;
}

/* " ¶2 ● " */
static void gutter(const struct view_of_text *view, const struct page_line *line, int y)
{
    const char *begins = note_sign(&view->begun[y - view->where.y]);
    int width = view->state->layout.gutter;
    const struct paragraph *paragraph = &article_paragraphs(view->article)[line->paragraph];
    if (width < 4)
        return;
    struct pen pen = pen_at(view->out, view->where.x + (paragraph->number < 100), y, width);
    if (paragraph->kind == PARAGRAPH_BOILERPLATE) {
        struct pen sign = pen_at(view->out, view->where.x + width - 2, y, 1);
        pen_chars(&sign, STYLE_BOILERPLATE, "┊");
    } else if (line->first) {
        pen_printf(&pen, STYLE_NUMBER, "¶%d", paragraph->number);
    }
    if (!begins && copy_begins(view, line))
        begins = "=";
    bool adjoins = line->first && paragraph->number >= 10; /* ¶10 and 2 would read as ¶102 */
    if (begins && adjoins && begins[0] >= '0' && begins[0] <= '9')
        begins = "●";
    if (begins) {
        struct pen sign = pen_at(view->out, view->where.x + width - 2, y, 1);
        pen_chars(&sign, STYLE_NUMBER, begins);
        cells_overlay(view->out, view->where.x + width - 2, y, 1, STYLE_NOTE);
    }
}

/* Where neither colour nor reverse video tells the place of the thread, it stands in «». A line
 * with room for them is opened up; in a full one they take the place of spaces. */
static bool opens(const struct view_of_text *view, struct span line)
{
    return view->bracketed.end && span_holds(line, view->bracketed.start);
}

static bool closes(const struct view_of_text *view, struct span line)
{
    return view->bracketed.end > line.start && view->bracketed.end <= line.end;
}

static bool opened_up(const struct view_of_text *view, struct span line)
{
    int count = opens(view, line) + closes(view, line);
    return count && text_width(span_of(view->article->text, line)) + count <= line_room(view);
}

/* The column of byte AT on its line. */
static int column_of(const struct view_of_text *view, struct span line, uint32_t at)
{
    int column = text_width(str_sub(view->article->text, line.start, at));
    if (opened_up(view, line)) {
        column += opens(view, line) && at >= view->bracketed.start;
        column += closes(view, line) && at >= view->bracketed.end;
    }
    return column;
}

/* The columns of the line that SPAN takes; false where it takes none. */
static bool columns(const struct view_of_text *view, struct span line, struct span span, int *from,
                    int *to)
{
    if (!span_meets(line, span))
        return false;
    uint32_t start = span.start > line.start ? span.start : line.start;
    uint32_t end = span.end < line.end ? span.end : line.end;
    *from = column_of(view, line, start);
    *to = *from + text_width(str_sub(view->article->text, start, end));
    return *from < *to;
}

static void brackets(const struct view_of_text *view, struct span line, int y, int from, int to)
{
    const char *signs[] = {opens(view, line) ? "«" : " ", closes(view, line) ? "»" : " "};
    int x[] = {line_x(view) + from - 1, line_x(view) + to};
    for (int i = 0; i < 2; i++) {
        const struct cell *cell = cells_at(view->out, x[i], y);
        if (cell && signs[i][0] != ' ' && str_is(cells_grapheme(view->out, cell), " "))
            cells_put(view->out, x[i], y, 1, view->bracketed_as, str_of(signs[i]));
    }
}

static void put_words(const struct view_of_text *view, struct span line, unsigned style, int y)
{
    uint32_t from = opens(view, line) ? view->bracketed.start : line.start;
    uint32_t to = closes(view, line) ? view->bracketed.end : line.end;
    struct span parts[] = {{line.start, from}, {from, to}, {to, line.end}};
    for (int i = 0; i < 3; i++) {
        int column = column_of(view, line, parts[i].start);
        if (parts[i].start < parts[i].end)
            cells_put(view->out, line_x(view) + column, y, line_room(view) - column, style,
                      span_of(view->article->text, parts[i]));
    }
}

static void put_line(const struct view_of_text *view, const struct page_line *line, int y)
{
    static const unsigned styles[] = {[PARAGRAPH_BODY] = STYLE_TEXT,
                                      [PARAGRAPH_HEADLINE] = STYLE_HEADLINE,
                                      [PARAGRAPH_BOILERPLATE] = STYLE_BOILERPLATE};
    unsigned style = styles[article_paragraphs(view->article)[line->paragraph].kind];
    int x = line_x(view), from, to;
    put_words(view, line->span, style, y);
    for (size_t i = 0; i < view->paints.len; i++) {
        const struct paint *paint = &view->paints.at[i];
        if (!columns(view, line->span, paint->span, &from, &to))
            continue;
        if (to > line_room(view))
            to = line_room(view);
        cells_overlay(view->out, x + from, y, to - from, paint->style);
        if (view->bracketed.end && paint->style == view->bracketed_as)
            brackets(view, line->span, y, from, to);
    }
}

static size_t count_lines(struct str text)
{
    size_t count = 0;
    for (struct str line; str_split(&text, '\n', &line);)
        count += str_trim(line).len > 0;
    return count;
}

static void put_folded(const struct view_of_text *view, const struct page_line *line, int y)
{
    size_t count = count_lines(span_of(view->article->text, line->span));
    struct pen pen = pen_at(view->out, line_x(view), y, line_room(view));
    struct str sentence = arena_printf(view->out->arena, "▸ %zu %s not the article (za)", count,
                                       count == 1 ? "line that is" : "lines that are");
    pen_cut(&pen, STYLE_BOILERPLATE, sentence, line_room(view));
}

static void hints(const struct view_of_text *view, const struct page_line *line, int y)
{
    for (size_t i = 0; i < view->state->hint_count; i++) {
        const struct hint *hint = &view->state->hints[i];
        int from, to;
        if (columns(view, line->span, view->state->library->cast.at[hint->mention].span, &from,
                    &to))
            cells_put(view->out, line_x(view) + from, y, 1, STYLE_HINT,
                      (struct str){&hint->letter, 1});
    }
}

/* The last line that begins at or before the cursor holds it. */
static void cursor(const struct view_of_text *view, size_t first, size_t end)
{
    uint32_t at = view->state->cursor.at;
    for (size_t i = end; i > first; i--) {
        const struct page_line *line = &view->state->page.at[i - 1];
        if ((line->kind != PAGE_TEXT && line->kind != PAGE_FOLDED) || line->span.start > at)
            continue;
        int x = 0;
        if (line->kind == PAGE_TEXT)
            x = column_of(view, line->span, at < line->span.end ? at : line->span.end);
        int most = line_room(view) - 1;
        cells_cursor(view->out, line_x(view) + (x > most ? most : x),
                     view->where.y + (int)(i - 1 - first));
        return;
    }
}

/* The place of the thread, else the note that was chosen of several. */
static void bracket(struct view_of_text *view)
{
    for (size_t i = 0; i < view->paints.len && draw_by_signs(view->state); i++) {
        const struct paint *paint = &view->paints.at[i];
        if (paint->style != STYLE_HERE &&
            (paint->style != STYLE_NOTE_HERE || view->bracketed_as == STYLE_HERE))
            continue;
        view->bracketed = paint->span;
        view->bracketed_as = paint->style;
    }
}

static void put_lines(struct view_of_text *view)
{
    const struct page *page = &view->state->page;
    size_t first = view->state->top < page->len ? view->state->top : page->len;
    size_t end = first + (size_t)view->where.height;
    end = end < page->len ? end : page->len;
    if (first == end)
        return;
    struct span seen = {page->at[first].span.start, page->at[end - 1].span.end};
    for (size_t i = first; i < end; i++)
        seen.end = page->at[i].span.end > seen.end ? page->at[i].span.end : seen.end;
    paint_gather(view->out->arena, view->state, seen, &view->paints);
    count_notes(view, first, end);
    bracket(view);
    for (size_t i = first; i < end; i++) {
        const struct page_line *line = &page->at[i];
        int y = view->where.y + (int)(i - first);
        if (line->kind == PAGE_FOLDED)
            put_folded(view, line, y);
        if (line->kind != PAGE_TEXT)
            continue;
        gutter(view, line, y);
        put_line(view, line, y);
        hints(view, line, y);
    }
    cursor(view, first, end);
}

static void nothing_to_read(const struct view_of_text *view)
{
    struct arena *arena = view->out->arena;
    struct buf reading = {0};
    struct str sentence;
    if (state_is_blank(view->state)) {
        state_tell_reading(view->state, true, &reading);
        sentence = arena_str(arena, buf_view(&reading));
    } else if (!view->article)
        sentence = arena_printf(
            arena, "No article is here yet. A .txt or .md file that comes into %s is shown at once",
            view->state->library->folder);
    else if (view->article->problem.len)
        sentence = arena_printf(arena, "%.*s can't be read: %.*s", STR_ARG(view->article->path),
                                STR_ARG(view->article->problem));
    else
        sentence = arena_printf(arena, "%.*s is empty.", STR_ARG(view->article->path));
    draw_sentence(view->out, draw_below(view->where, view->where.height > 2 ? 1 : 0), STYLE_TEXT,
                  sentence);
    cells_cursor(view->out, view->where.x, view->where.y);
    buf_free(&reading);
}

void draw_text(struct cells *out, const struct state *state, struct rectangle where)
{
    if (where.height < 1)
        return;
    struct view_of_text view = {out, state, state_article(state), where, {0}, {0, 0}, 0, 0, NULL};
    view.bar = !state->options.linear && where.width > state->layout.gutter + 8;
    if (!view.article || view.article->problem.len || !article_paragraph_count(view.article)) {
        nothing_to_read(&view);
        return;
    }
    put_lines(&view);
    if (view.bar)
        draw_scroll(out, state,
                    (struct rectangle){where.x + where.width - 1, where.y, 1, where.height});
}
