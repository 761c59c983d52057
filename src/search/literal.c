/* SPDX-License-Identifier: ISC */
/* Most expressions hold some letters as they are: where no word has these, the expression has no
 * match. Only what is plain is read here, and any doubt is a no: so the rest of what PCRE2 knows
 * need not be known. */
#include "hunt.h"

#define LEAST 3 /* letters: fewer are in too many words */

/* A walk through an expression. */
struct walk {
    struct str pattern;
    size_t at;
    bool plain; /* nothing was met that is not known here */
};

static bool is_letter(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The byte at the walk's place; 0 at the end. */
static char here(const struct walk *walk)
{
    return walk->at < walk->pattern.len ? walk->pattern.at[walk->at] : '\0';
}

/* Behind an escape that stands for one character, or for a bound. */
static void pass_escape(struct walk *walk)
{
    walk->at++;
    char c = here(walk);
    if (!c || (is_letter(c) && str_find(STR("bBwWdDsSAzZ"), (struct str){&c, 1}, 0) < 0))
        walk->plain = false;
    walk->at++;
}

/* Behind a class; those that hold a bracket are not read. */
static void pass_class(struct walk *walk)
{
    walk->at++;
    if (here(walk) == '^')
        walk->at++;
    if (here(walk) == ']')
        walk->plain = false;
    while (walk->plain && here(walk) != ']') {
        char c = here(walk);
        walk->plain = c && c != '[';
        walk->at += c == '\\' ? 2 : 1;
    }
    walk->at++;
}

/* Behind a group, whatever it holds: that may be left out, or have alternatives. */
static void pass_group(struct walk *walk)
{
    size_t depth = 0;
    do {
        char c = here(walk);
        if (c == '\\') {
            pass_escape(walk);
        } else if (c == '[') {
            pass_class(walk);
        } else {
            walk->at++;
            depth = c == '(' ? depth + 1 : c == ')' ? depth - 1 : depth;
            /* "(?" and "(*" begin options and more that may concern all of it */
            walk->plain &= c && !(c == '(' && (here(walk) == '?' || here(walk) == '*'));
        }
    } while (depth && walk->plain);
}

/* The letters from the walk's place on which must all be there. */
static struct str take_letters(struct walk *walk)
{
    size_t from = walk->at;
    while (is_letter(here(walk)))
        walk->at++;
    bool optional = here(walk) == '?' || here(walk) == '*';
    return str_sub(walk->pattern, from, walk->at - optional);
}

struct str literal_of(struct str pattern)
{
    struct walk walk = {.pattern = pattern, .plain = true};
    struct str longest = STR("");
    while (walk.plain && walk.at < pattern.len) {
        char c = here(&walk);
        if (is_letter(c)) {
            struct str letters = take_letters(&walk);
            longest = letters.len > longest.len ? letters : longest;
        } else if (c == '\\') {
            pass_escape(&walk);
        } else if (c == '[') {
            pass_class(&walk);
        } else if (c == '(') {
            pass_group(&walk);
        } else {
            walk.plain = c && c != '|' && c != '{';
            walk.at++;
        }
    }
    return walk.plain && longest.len >= LEAST ? longest : STR("");
}
