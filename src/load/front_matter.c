/* SPDX-License-Identifier: ISC */
#include "front_matter.h"

#include "dossier/load/tags_file.h"

#define LONGEST ((size_t)65536)

/* The end of the line that begins at AT, behind its line end. */
static size_t line_end(struct str text, size_t at)
{
    ptrdiff_t end = str_find(text, STR("\n"), at);
    return end < 0 ? text.len : (size_t)end + 1;
}

static bool is_bound(struct str line, bool first)
{
    while (line.len && (line.at[line.len - 1] == '\n' || line.at[line.len - 1] == '\r' ||
                        line.at[line.len - 1] == ' ' || line.at[line.len - 1] == '\t'))
        line.len--;
    return str_is(line, "---") || (!first && str_is(line, "..."));
}

/* What stands between the two lines in *INSIDE; false where they are not there. */
static bool find(struct str text, struct span *whole, struct span *inside)
{
    struct str head = str_sub(text, 0, LONGEST);
    size_t at = line_end(head, 0), start = at;
    if (!is_bound(str_sub(head, 0, at), true))
        return false;
    while (at < head.len) {
        size_t end = line_end(head, at);
        bool cut = head.len < text.len && head.at[end - 1] != '\n';
        if (!cut && is_bound(str_sub(head, at, end), false)) {
            *inside = (struct span){(uint32_t)start, (uint32_t)at};
            *whole = (struct span){0, (uint32_t)end};
            return true;
        }
        at = end;
    }
    return false;
}

struct span front_matter_read(struct arena *arena, struct str text, struct str file,
                              struct facts *stated, struct problems *problems)
{
    struct span whole, inside, none = {0, 0};
    if (!find(text, &whole, &inside))
        return none;
    struct arena *scratch = arena_new();
    struct yaml_failure failure = {0};
    const struct yaml_node *map = yaml_read(scratch, span_of(text, inside), &failure);
    if (!map)
        problem_add(problems, SEVERITY_WARNING, file, failure.line + 1, failure.column,
                    "front-matter", "what looks like front matter is read as text: %s",
                    failure.error.text);
    bool is_front = map && map->kind == YAML_MAP;
    if (is_front) {
        struct schema_report report = {.problems = problems, .file = file, .line_shift = 1};
        tags_read_facts(arena, &report, map, stated);
    }
    arena_free(scratch);
    return is_front ? whole : none;
}
