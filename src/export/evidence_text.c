/* SPDX-License-Identifier: ISC */
/* The text of an original as it was read, all of it, with the quoted passages marked. Passages may
 * overlap: a piece of text is marked where it is in one at least, and each begins with its number.
 */
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "evidence.h"
#include "html_text.h"

#include <stdlib.h>

void evidence_lines(struct buf *out, struct str s)
{
    struct str rest = s, line;
    for (bool first = true; str_split(&rest, '\n', &line); first = false) {
        if (str_ends(line, STR("\r")))
            line.len--;
        buf_chars(out, first ? "" : "\n");
        html_text(out, line);
    }
    if (str_ends(s, STR("\n")))
        buf_char(out, '\n');
}

/* Where a passage begins or ends. */
struct edge {
    uint32_t at;
    size_t number; /* of the note that begins here; 0 where one ends */
};

static int compare_edges(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static size_t find_edges(struct evidence *evidence, const struct evidence_original *original,
                         struct edge **out)
{
    size_t count = 0;
    *out = arena_many(evidence->arena, struct edge, 2 * original->len + 1);
    for (size_t i = 0; i < original->len; i++) {
        const struct note *note = original->at[i].note;
        if (!note_is_placed(note) || note->span.start >= note->span.end)
            continue;
        (*out)[count++] = (struct edge){note->span.start, original->at[i].number};
        (*out)[count++] = (struct edge){note->span.end, 0};
    }
    qsort(*out, count, sizeof **out, compare_edges);
    return count;
}

void evidence_text(struct evidence *evidence, const struct evidence_original *original)
{
    struct str text = corpus_article(&evidence->request->library->corpus, original->article)->text;
    struct edge *edges;
    size_t count = find_edges(evidence, original, &edges), open = 0;
    uint32_t at = 0;
    buf_chars(evidence->out, "<pre dir=\"auto\">\n");
    for (size_t i = 0; i <= count; i++) {
        uint32_t next = i < count ? edges[i].at : (uint32_t)text.len;
        if (next > at) {
            buf_chars(evidence->out, open ? "<mark>" : "");
            evidence_lines(evidence->out, str_sub(text, at, next));
            buf_chars(evidence->out, open ? "</mark>" : "");
        }
        at = next;
        if (i == count)
            break;
        if (edges[i].number) {
            open++;
            buf_printf(evidence->out, "<a class=\"number\" id=\"t%zu\" href=\"#n%zu\">%zu</a>",
                       edges[i].number, edges[i].number, edges[i].number);
        } else {
            open--;
        }
    }
    buf_chars(evidence->out, "</pre>\n");
}
