/* SPDX-License-Identifier: ISC */
/* Three ways to read a file, each tried where the one before fails: block by block, which is fast;
 * as one YAML tree, however it is laid out; and whatever parts of it can be read. */
#include "dossier/notes/notes_file.h"

#include "blocks.h"
#include "clash.h"
#include "dossier/base/memory.h"
#include "recover.h"
#include "tree.h"
#include "verdict_item.h"

#include <string.h>

struct reading {
    struct arena *arena;
    struct str file, writer;
    struct notes_content *content;
    struct problems *problems;
    struct yaml_failure failure; /* of the file as a whole */
};

/* How far the content and the problems had come. */
struct mark {
    size_t notes, checks, verdicts, problems;
};

static struct mark mark_of(const struct reading *r)
{
    return (struct mark){r->content->notes.len, r->content->checks.len, r->content->verdicts.len,
                         r->problems->len};
}

static void go_back(struct reading *r, struct mark mark)
{
    r->content->notes.len = mark.notes;
    r->content->checks.len = mark.checks;
    r->content->verdicts.len = mark.verdicts;
    r->problems->len = mark.problems;
}

static void add_note(struct reading *r, const struct note *note, int line)
{
    struct note *added = vec_add(r->arena, &r->content->notes);
    *added = *note;
    added->by = r->writer;
    added->file = r->file;
    added->line = line;
}

/* Makes room for as many more notes as REST bytes hold, if they are like those in the DONE bytes
 * read so far: growing step by step would leave twice as much lying about in the arena. */
static void make_room(struct reading *r, size_t read, size_t done, size_t rest)
{
    struct note_list *list = &r->content->notes;
    if (list->len < list->cap || read < 8)
        return;
    size_t cap = list->len + rest / (done / read + 1) + rest / (done / read + 1) / 16 + 16;
    struct note *at = arena_many(r->arena, struct note, cap);
    memcpy(at, list->at, list->len * sizeof *at);
    list->at = at;
    list->cap = cap;
}

/* A block of another form than this program's own. False where it is none that YAML knows. */
static bool read_block(struct reading *r, const struct blocks *blocks)
{
    struct yaml_failure failure;
    struct note note;
    const struct yaml_node *root =
        yaml_read(r->arena, blocks_text(blocks, &blocks->block), &failure);
    if (!root || root->kind != YAML_LIST || !root->first || root->first->next)
        return false;
    struct schema_report report = {r->problems, r->file, blocks->block.line - 1};
    if (notes_tree_note(r->arena, &report, root->first, &note))
        add_note(r, &note, blocks->block.line);
    return true;
}

static bool read_rest(struct reading *r, const struct blocks *blocks)
{
    int lines;
    struct yaml_failure failure;
    const struct yaml_node *root, *list;
    if (!notes_tree(r->arena, blocks_rest(r->arena, blocks, &lines), &root, &list, &failure) ||
        !blocks_rest_is_right(root, list))
        return false;
    struct schema_report report = {r->problems, r->file, 0};
    notes_tree_rest(r->arena, &report, root, blocks->list_line + 1, lines, r->content);
    verdict_read_all(r->arena, &report, root, blocks->list_line + 1, lines, r->content);
    return true;
}

static bool read_blocks(struct reading *r, struct str source)
{
    struct blocks blocks;
    if (!blocks_begin(&blocks, source))
        return false;
    for (size_t read = 0; blocks_next(r->arena, &blocks); read++) {
        make_room(r, read, blocks.at - blocks.list, source.len - blocks.at);
        if (blocks.own)
            add_note(r, &blocks.note, blocks.block.line);
        else if (!read_block(r, &blocks))
            return false;
    }
    return !blocks.odd && read_rest(r, &blocks);
}

/* False, with the failure, where the file is no YAML; REFUSED where it is, but no notes file. */
static bool read_tree(struct reading *r, struct str source, bool *refused)
{
    const struct yaml_node *root = yaml_read(r->arena, source, &r->failure), *list;
    *refused = root && !notes_tree_check(root, &list, &r->failure);
    if (!root || *refused || notes_tree_lists(root) > 1)
        return false;
    struct schema_report report = {r->problems, r->file, 0};
    notes_tree_rest(r->arena, &report, root, 0, 0, r->content);
    verdict_read_all(r->arena, &report, root, 0, 0, r->content);
    for (const struct yaml_node *block = list ? list->first : NULL; block; block = block->next) {
        struct note note;
        if (notes_tree_note(r->arena, &report, block, &note))
            add_note(r, &note, block->line);
    }
    return true;
}

/* What was found in RECOVERED since MARK is told with the lines that it has in the file. */
static void map_lines(struct reading *r, struct mark mark, const struct recovered *recovered)
{
    for (size_t i = mark.notes; i < r->content->notes.len; i++) {
        struct note *note = &r->content->notes.at[i];
        note->line = recovered_line(recovered, note->line);
    }
    for (size_t i = mark.verdicts; i < r->content->verdicts.len; i++) {
        struct note *anchor = &r->content->verdicts.at[i].anchor;
        anchor->line = recovered_line(recovered, anchor->line);
    }
    for (size_t i = mark.problems; i < r->problems->len; i++) {
        struct problem *problem = &r->problems->at[i];
        problem->line = recovered_line(recovered, problem->line);
    }
}

static bool read_parts(struct reading *r, struct str source)
{
    struct recovered mended;
    struct mark mark = mark_of(r);
    struct error failure;
    bool ok = recover_mend(r->arena, source, r->file, NULL, &mended, &failure);
    if (!ok) {
        /* that it is no YAML says more than that it is no notes file */
        if (!r->failure.line)
            r->failure = (struct yaml_failure){1, 1, failure};
        return false;
    }
    if (!read_blocks(r, mended.text)) {
        bool refused;
        go_back(r, mark);
        if (!read_tree(r, mended.text, &refused))
            return false;
    }
    map_lines(r, mark, &mended);
    recover_mend(r->arena, source, r->file, r->problems, &mended, &failure);
    return true;
}

static bool read_any(struct reading *r, struct str source, bool *damaged);

/* Of two verdicts with one id the later one; of two sides of a merge the first, where they are of
 * one moment. */
static void drop_repeated_verdicts(struct notes_content *content, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < content->verdicts.len; i++) {
        const struct verdict *verdict = &content->verdicts.at[i];
        size_t j = from;
        while (j < kept && !str_eq(content->verdicts.at[j].anchor.id, verdict->anchor.id))
            j++;
        if (j == kept)
            content->verdicts.at[kept++] = *verdict;
        else if (content->verdicts.at[j].anchor.created < verdict->anchor.created)
            content->verdicts.at[j] = *verdict;
    }
    content->verdicts.len = kept;
}

static void drop_repeated_checks(struct notes_content *content, size_t from)
{
    size_t kept = from;
    for (size_t i = from; i < content->checks.len; i++) {
        const struct note_check *check = &content->checks.at[i];
        size_t j = from;
        while (j < kept && !str_eq(content->checks.at[j].id, check->id))
            j++;
        if (j == kept)
            content->checks.at[kept++] = *check;
    }
    content->checks.len = kept;
}

/* The notes of both sides; of one that both have, what is the same once. */
static bool read_sides(struct reading *r, const struct recovered side[2], int line)
{
    struct mark mark = mark_of(r);
    for (size_t i = 0; i < 2; i++) {
        struct mark before = mark_of(r);
        bool damaged;
        if (!read_any(r, side[i].text, &damaged))
            return false;
        map_lines(r, before, &side[i]);
    }
    clash_settle(r->arena, &r->content->notes, mark.notes, r->file, NULL);
    drop_repeated_checks(r->content, mark.checks);
    drop_repeated_verdicts(r->content, mark.verdicts);
    problem_add(
        r->problems, SEVERITY_WARNING, r->file, line, 1, "unfinished-merge",
        "the marks of a merge stand here that git could not finish; the notes of both sides "
        "are read, and the next save settles it and keeps the file aside as it is");
    return true;
}

static bool read_any(struct reading *r, struct str source, bool *damaged)
{
    struct recovered side[2];
    struct mark mark = mark_of(r);
    bool refused = false;
    *damaged = false;
    if (read_blocks(r, source))
        return true;
    go_back(r, mark);
    if (read_tree(r, source, &refused))
        return true;
    go_back(r, mark);
    if (refused)
        return false;
    *damaged = true;
    int line = recover_sides(r->arena, source, side);
    return line ? read_sides(r, side, line) : read_parts(r, source);
}

bool notes_read(struct arena *arena, struct str source, struct str file, struct str writer,
                struct notes_content *content, struct problems *problems)
{
    struct reading r = {arena, file, writer, content, problems, {0}};
    struct mark mark = mark_of(&r);
    bool damaged = false;
    if (!read_any(&r, source, &damaged)) {
        go_back(&r, mark);
        problem_add(problems, SEVERITY_ERROR, file, r.failure.line, r.failure.column, "bad-notes",
                    "%s", r.failure.error.text);
        return false;
    }
    content->damaged |= damaged;
    for (size_t i = mark.checks; i < content->checks.len; i++)
        content->checks.at[i].by = writer;
    for (size_t i = mark.verdicts; i < content->verdicts.len; i++) {
        content->verdicts.at[i].anchor.by = writer;
        content->verdicts.at[i].anchor.file = file;
    }
    clash_settle(arena, &content->notes, mark.notes, file, problems);
    return true;
}
