/* SPDX-License-Identifier: ISC */
/* A query in words, from its tree: so that who typed it sees what it was taken for. */
#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "tree.h"

static void put_quoted(struct buf *out, const char *before, struct str s)
{
    buf_printf(out, "%s“%.*s”", before, STR_ARG(s));
}

static void put_leaf(const struct query_node *node, const struct library *library, struct buf *out)
{
    static const char *const heads[] = {
        [QUERY_NOTE] = "a note with ",     [QUERY_TITLE] = "a headline with ",
        [QUERY_SOURCE] = "a source with ", [QUERY_TAG] = "the tag ",
        [QUERY_BEFORE] = "a date before ", [QUERY_AFTER] = "a date not before ",
        [QUERY_REGEX] = "the expression ",
    };
    char iso[DAY_TEXT];
    switch (node->kind) {
    case QUERY_ACTOR:
        buf_printf(out, "a mention of %.*s", STR_ARG(library->tags.at[node->actor].name));
        break;
    case QUERY_SAID:
        buf_printf(out, "something said by %.*s", STR_ARG(library->tags.at[node->actor].name));
        break;
    case QUERY_PATTERN:
        put_quoted(out, str_find(node->text, STR(" "), 0) < 0 ? "the word " : "the words ",
                   node->text);
        buf_chars(out, node->prefix ? ", and on" : "");
        break;
    case QUERY_BEFORE:
    case QUERY_AFTER:
        day_iso(node->date, iso);
        buf_printf(out, "%s%s", heads[node->kind], iso);
        break;
    default:
        put_quoted(out, heads[node->kind], node->text);
    }
}

static void put_node(const struct query_node *node, const struct library *library, bool inside,
                     struct buf *out)
{
    if (!node->left) {
        put_leaf(node, library, out);
        return;
    }
    if (node->kind == QUERY_NOT) {
        buf_chars(out, "not ");
        put_node(node->left, library, true, out);
        return;
    }
    buf_chars(out, inside ? "(" : "");
    /* a chain of the same is no nest */
    put_node(node->left, library, node->left->kind != node->kind, out);
    if (node->kind == QUERY_NEAR)
        buf_printf(out, " within %u words of ", node->distance);
    else
        buf_chars(out, node->kind == QUERY_AND ? " and " : " or ");
    put_node(node->right, library, node->right->kind != node->kind, out);
    buf_chars(out, inside ? ")" : "");
}

void query_explain(const struct query *query, const struct library *library, struct buf *out)
{
    buf_chars(out, query->whole ? "articles with " : "places in articles with ");
    put_node(query->root, library, false, out);
}
