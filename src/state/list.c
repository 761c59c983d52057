/* SPDX-License-Identifier: ISC */
#include "dossier/state/list.h"

#define CONTEXT 2      /* rows kept above and below the cursor */
#define ROOMY_HEIGHT 9 /* where there are so many */

void list_go(struct list *list, size_t row)
{
    if (row >= list->count)
        row = list->count ? list->count - 1 : 0;
    list->cursor = row;
}

void list_bring(struct list *list, size_t row, int height)
{
    size_t rows = height > 0 ? (size_t)height : 1;
    list_go(list, row);
    if (list->cursor < list->top || list->cursor >= list->top + rows)
        list->top = list->cursor > rows / 3 ? list->cursor - rows / 3 : 0;
}

void list_move(struct list *list, long by)
{
    size_t far = by < 0 ? 0 - (size_t)by : (size_t)by;
    if (by < 0)
        list_go(list, list->cursor > far ? list->cursor - far : 0);
    else
        list_go(list, list->count - list->cursor > far ? list->cursor + far : list->count);
}

void list_resize(struct list *list, size_t count)
{
    list->count = count;
    list_go(list, list->cursor);
}

void list_show(struct list *list, int height)
{
    size_t rows = height > 0 ? (size_t)height : 1;
    size_t context = rows >= ROOMY_HEIGHT ? CONTEXT : 0;
    size_t most = list->count > rows ? list->count - rows : 0;
    if (list->cursor < list->top + context)
        list->top = list->cursor > context ? list->cursor - context : 0;
    if (list->cursor + context + 1 > list->top + rows)
        list->top = list->cursor + context + 1 - rows;
    if (list->top > most)
        list->top = most;
}
