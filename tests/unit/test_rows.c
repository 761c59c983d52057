/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/verb/rows.h"

#include <criterion/criterion.h>
#include <limits.h>
#include <stdlib.h>

enum { SHORT, PLACE, TITLE, COUNTED, DATE, SURE, LIST, SPANS, BEFORE, WORD };

static const struct column columns[] = {
    [SHORT] = {NULL, "no"},
    [PLACE] = {"place"},
    [TITLE] = {"title", "title", .least = 10},
    [COUNTED] = {"count", "count", COLUMN_RIGHT, .least = 5, .spare = 1},
    [DATE] = {"date"},
    [SURE] = {"sure"},
    [LIST] = {"tags", "tags", .least = 4, .spare = 2},
    [SPANS] = {"body"},
    [BEFORE] = {NULL, "", COLUMN_RIGHT_TAIL, .least = 6},
    [WORD] = {NULL, "word", COLUMN_KEYWORD},
};

struct listing {
    struct arena *arena;
    struct rows_style style;
    struct rows *rows;
    char *text;
    size_t size;
    FILE *out;
};

static struct listing *open_listing(enum rows_format format, int width, bool colour)
{
    struct listing *listing = memory_get(sizeof *listing);
    listing->arena = arena_new();
    listing->out = open_memstream(&listing->text, &listing->size);
    listing->style = (struct rows_style){.format = format, .width = width, .colour = colour};
    listing->rows =
        rows_open(listing->arena, &listing->style, columns, COUNT(columns), listing->out);
    return listing;
}

static void add(struct listing *listing, const struct cell *cells)
{
    struct rows_place place = {.file = STR("a b.txt"), .line = 3, .text = cells[TITLE].text};
    rows_add(listing->rows, cells, &place);
}

static void expect(struct listing *listing, const char *expected)
{
    rows_close(listing->rows);
    fclose(listing->out);
    cr_expect_str_eq(listing->text, expected);
    free(listing->text);
    arena_free(listing->arena);
    free(listing);
}

#define EVERYTHING(title)                                                                 \
    {                                                                                     \
        [SHORT] = cell_text(STR("7")), [PLACE] = cell_text(STR("a.txt")),                 \
        [TITLE] = cell_text(title), [COUNTED] = cell_number(12),                          \
        [DATE] = cell_day(day_of(2024, 2, 29)), [SURE] = cell_bool(true),                 \
        [LIST] = cell_texts(tags, COUNT(tags)), [SPANS] = cell_spans(spans, COUNT(spans)) \
    }

static const struct str tags[] = {{"one", 3}, {"two \"2\"", 7}};
static const struct span spans[] = {{3, 9}, {12, 20}};

Test(rows, jsonl_has_every_field_in_order_and_null_for_what_is_missing)
{
    struct listing *listing = open_listing(ROWS_JSONL, 80, false);
    add(listing, (struct cell[COUNT(columns)])EVERYTHING(STR("Storm")));
    add(listing, (struct cell[COUNT(columns)]){[LIST] = cell_texts(NULL, 0),
                                               [DATE] = cell_day(DAY_NONE),
                                               [TITLE] = cell_known(STR(""))});
    expect(listing, "{\"place\":\"a.txt\",\"title\":\"Storm\",\"count\":12,\"date\":\"2024-02-29\","
                    "\"sure\":true,\"tags\":[\"one\",\"two \\\"2\\\"\"],\"body\":[[3,9],[12,20]]}\n"
                    "{\"place\":null,\"title\":null,\"count\":null,\"date\":null,"
                    "\"sure\":null,\"tags\":[],\"body\":null}\n");
}

Test(rows, jsonl_escapes_what_no_terminal_may_be_sent)
{
    struct listing *listing = open_listing(ROWS_JSONL, 80, false);
    add(listing,
        (struct cell[COUNT(columns)]){[TITLE] = cell_text(STR("\033[31m\xe2\x80\xae\xff\n"))});
    expect(listing,
           "{\"place\":null,\"title\":\"\\u001b[31m\\u202e\xef\xbf\xbd\\n\",\"count\":null,"
           "\"date\":null,\"sure\":null,\"tags\":null,\"body\":null}\n");
}

Test(rows, tsv_has_a_head_and_escapes_tabs_line_ends_and_backslashes)
{
    struct listing *listing = open_listing(ROWS_TSV, 80, false);
    add(listing, (struct cell[COUNT(columns)])EVERYTHING(STR("a\tb\nc\\n")));
    expect(listing, "place\ttitle\tcount\tdate\tsure\ttags\tbody\n"
                    "a.txt\ta\\tb\\nc\\\\n\t12\t2024-02-29\ttrue\tone,two \"2\"\t3-9,12-20\n");
}

Test(rows, tsv_shows_hostile_characters_and_sends_none)
{
    struct listing *listing = open_listing(ROWS_TSV, 80, false);
    add(listing, (struct cell[COUNT(columns)]){[TITLE] = cell_text(STR("\033]0;x\a"))});
    expect(listing, "place\ttitle\tcount\tdate\tsure\ttags\tbody\n"
                    "\t<U+001B>]0;x<U+0007>\t\t\t\t\t\n");
}

Test(rows, grep_names_the_place_and_column_one_where_none_is_known)
{
    struct listing *listing = open_listing(ROWS_GREP, 80, false);
    add(listing, (struct cell[COUNT(columns)])EVERYTHING(STR("two\nlines")));
    expect(listing, "a b.txt:3:1:two lines\n");
}

Test(rows, a_table_aligns_its_columns_and_leaves_empty_ones_out)
{
    struct listing *listing = open_listing(ROWS_TABLE, 80, false);
    add(listing, (struct cell[COUNT(columns)])EVERYTHING(STR("Storm")));
    add(listing, (struct cell[COUNT(columns)]){[SHORT] = cell_text(STR("105")),
                                               [TITLE] = cell_text(STR("船が沈む")),
                                               [COUNTED] = cell_number(3)});
    expect(listing, "no   title     count  tags\n"
                    "7    Storm        12  one,two \"2\"\n"
                    "105  船が沈む      3\n");
}

Test(rows, a_table_too_wide_is_cut_where_it_is_widest)
{
    struct listing *listing = open_listing(ROWS_TABLE, 40, false);
    add(listing, (struct cell[COUNT(columns)])EVERYTHING(STR("A headline that is far too long")));
    expect(listing, "no  title             count  tags\n"
                    "7   A headline that…     12  one,two \"2\"\n");
}

Test(rows, a_narrow_table_spares_columns_before_it_cuts_below_their_least)
{
    struct listing *listing = open_listing(ROWS_TABLE, 22, false);
    add(listing, (struct cell[COUNT(columns)])EVERYTHING(STR("A headline that is far too long")));
    expect(listing, "no  title        count\n"
                    "7   A headline…     12\n");
}

Test(rows, a_concordance_is_cut_at_its_outer_ends)
{
    struct listing *listing = open_listing(ROWS_TABLE, 18, false);
    add(listing,
        (struct cell[COUNT(columns)]){
            [BEFORE] = cell_text(STR("before the harbour")), [WORD] = cell_text(STR("gate"))});
    add(listing, (struct cell[COUNT(columns)]){
                     [BEFORE] = cell_text(STR("a")), [WORD] = cell_text(STR("gate"))});
    expect(listing, "              word\n"
                    "…the harbour  gate\n"
                    "           a  gate\n");
}

Test(rows, colour_marks_head_and_keyword_only_where_it_is_wanted)
{
    struct listing *listing = open_listing(ROWS_TABLE, 80, true);
    add(listing, (struct cell[COUNT(columns)]){[WORD] = cell_text(STR("gate"))});
    expect(listing, "\033[2mword\033[0m\n\033[1mgate\033[0m\n");
}

Test(rows, no_width_makes_a_table_wider_than_it)
{
    for (int width = 1; width < 70; width++) {
        struct listing *listing = open_listing(ROWS_TABLE, width, false);
        add(listing,
            (struct cell[COUNT(columns)])EVERYTHING(STR("A headline, 船が沈む, of some width")));
        rows_close(listing->rows);
        fclose(listing->out);
        struct str rest = str_of(listing->text), line;
        /* six columns and what parts them can't be had for less than this */
        while (width >= 4 && str_split(&rest, '\n', &line))
            cr_expect_leq(text_width(line), width, "%d: %.*s", width, STR_ARG(line));
        free(listing->text);
        arena_free(listing->arena);
        free(listing);
    }
}

Test(rows, a_listing_without_rows_prints_no_table_but_a_tsv_head)
{
    expect(open_listing(ROWS_TABLE, 80, false), "");
    expect(open_listing(ROWS_TSV, 80, false), "place\ttitle\tcount\tdate\tsure\ttags\tbody\n");
    expect(open_listing(ROWS_JSONL, 80, false), "");
}

Test(rows, an_unknown_format_is_answered_with_those_there_are)
{
    enum rows_format format;
    struct error error;
    cr_expect(rows_format_read(STR("grep"), &format, &error) && format == ROWS_GREP);
    cr_expect_not(rows_format_read(STR("csv"), &format, &error));
    cr_expect_str_eq(error.text,
                     "--format: csv is not known; formats are table, tsv, jsonl and grep");
}
