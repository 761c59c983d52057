/* SPDX-License-Identifier: ISC */
/* Quotations of the sample dossier, thousands of them: as they are, each stands; with one letter,
 * word, mark or number changed, none does. Whether a changed one happens to stand again somewhere
 * is asked of a second, plain implementation: all texts folded by a few rules, and searched
 * through. */
#include "dossier/base/memory.h"
#include "dossier/load/load.h"
#include "dossier/proof/proof.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <string.h>

#define CHANGED 10000
#define UNCHANGED 2000
#define LEAST 6 /* words of a quotation; one may be taken out */
#define MOST 24

static uint64_t seed;

static size_t below(size_t n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return n ? (size_t)(seed % n) : 0;
}

/* Texts folded in the plain way: what is typed in several ways is typed in one. */
static void fold(struct str s, struct buf *out)
{
    static const struct {
        const char *from, *to;
    } ways[] = {{"“", "\""}, {"”", "\""}, {"‘", "'"},   {"’", "'"},
                {"–", "-"},  {"—", "-"},  {"…", "..."}, {"\xC2\xA0", " "}};
    for (size_t at = 0; at < s.len;) {
        size_t i = 0;
        while (i < COUNT(ways) && !str_starts(str_sub(s, at, s.len), str_of(ways[i].from)))
            i++;
        const char *to = i < COUNT(ways) ? ways[i].to : (char[]){s.at[at], 0};
        at += i < COUNT(ways) ? strlen(ways[i].from) : 1;
        if (isspace((unsigned char)*to) && out->len && out->at[out->len - 1] == ' ')
            continue;
        buf_chars(out, isspace((unsigned char)*to) ? " " : to);
    }
}

static bool is_letter(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* WORDS stand in ALL, with no letter of the same word on either side. */
static bool stands(const struct buf *all, struct str words)
{
    struct buf folded = {0};
    fold(str_trim(words), &folded);
    struct str wanted = buf_view(&folded), text = buf_view(all);
    bool found = false;
    for (ptrdiff_t at = -1; !found && (at = str_find(text, wanted, (size_t)(at + 1))) >= 0;) {
        size_t end = (size_t)at + wanted.len;
        bool begins = at == 0 || !is_letter(text.at[at - 1]) || !is_letter(wanted.at[0]);
        bool ends =
            end == text.len || !is_letter(text.at[end]) || !is_letter(wanted.at[wanted.len - 1]);
        found = begins && ends;
    }
    buf_free(&folded);
    return found;
}

/* Some words in a row of a body's paragraph, with no quotation mark or bracket in them; the next
 * one is not torn off a hyphen or apostrophe, for words are parted at spaces. */
static struct str pick(const struct library *library)
{
    for (;;) {
        const struct article *article =
            corpus_article(&library->corpus, below(library->corpus.len));
        const struct paragraph *paragraph =
            &article_paragraphs(article)[below(article_paragraph_count(article))];
        struct str text = span_of(article->text, paragraph->span);
        size_t start = below(text.len), count = LEAST + below(MOST - LEAST), end;
        while (start > 0 && text.at[start - 1] != ' ')
            start--;
        for (end = start; end < text.len && (text.at[end] != ' ' || --count); end++)
            ;
        struct str words = str_sub(text, start, end);
        static const char *const signs[] = {"“", "”", "\"", "‘",  "[", "]",
                                            "(", "…", "…",  "  ", "—", "\n"};
        bool plain =
            paragraph->kind == PARAGRAPH_BODY && count == 0 && words.len && is_letter(words.at[0]);
        for (size_t i = 0; i < COUNT(signs); i++)
            plain = plain && str_find(words, str_of(signs[i]), 0) < 0;
        ptrdiff_t single = str_find(words, STR("’ "), 0);
        if (plain && single < 0 && !str_ends(words, STR("’")))
            return words;
    }
}

static size_t word_start(struct str s, size_t number)
{
    size_t at = 0;
    while (number-- && at < s.len) {
        while (at < s.len && s.at[at] != ' ')
            at++;
        at += at < s.len;
    }
    return at;
}

static size_t word_end(struct str s, size_t at)
{
    while (at < s.len && s.at[at] != ' ')
        at++;
    return at;
}

static size_t find_where(struct str s, int (*is)(int))
{
    size_t from = below(s.len);
    for (size_t i = 0; i < s.len; i++) {
        size_t at = (from + i) % s.len;
        if (is((unsigned char)s.at[at]))
            return at;
    }
    return s.len;
}

static int is_mark(int c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '-';
}

static void change_letter(struct str s, struct buf *out)
{
    size_t at = find_where(s, isalpha);
    char letter[2] = {(char)('a' + below(26)), 0};
    buf_str(out, str_sub(s, 0, at));
    switch (below(4)) {
    case 0: /* another */
        buf_chars(out, letter);
        at++;
        break;
    case 1: /* one more */
        buf_chars(out, letter);
        break;
    case 2: /* one less */
        at++;
        break;
    default: /* the other case */
        buf_char(out, (char)(s.at[at] ^ 32));
        at++;
    }
    buf_str(out, str_sub(s, at, s.len));
}

static void change_word(const struct library *library, struct str s, struct buf *out)
{
    size_t start = word_start(s, below(LEAST)), end = word_end(s, start);
    struct str other = pick(library);
    other = str_sub(other, 0, word_end(other, 0));
    buf_str(out, str_sub(s, 0, start));
    switch (below(3)) {
    case 0: /* another */
        buf_str(out, other);
        break;
    case 1: /* one more */
        buf_str(out, other);
        buf_char(out, ' ');
        end = start;
        break;
    default: /* one less */
        end += end < s.len;
    }
    buf_str(out, str_sub(s, end, s.len));
}

static void change_mark(struct str s, struct buf *out)
{
    static const char marks[] = ".,;:!?-";
    char mark[2] = {marks[below(sizeof marks - 1)], 0};
    size_t at = find_where(s, is_mark), kind = below(3);
    if (at == s.len || kind == 0) { /* one more */
        at = word_end(s, word_start(s, below(LEAST)));
        buf_str(out, str_sub(s, 0, at));
        buf_chars(out, mark);
    } else { /* another, one less */
        buf_str(out, str_sub(s, 0, at));
        buf_chars(out, kind == 1 ? mark : "");
        at++;
    }
    buf_str(out, str_sub(s, at, s.len));
}

static void change_number(struct str s, struct buf *out)
{
    size_t at = find_where(s, isdigit), kind = below(3);
    char digit[2] = {(char)('0' + below(10)), 0};
    buf_str(out, str_sub(s, 0, at));
    if (kind < 2)
        buf_chars(out, digit);
    buf_str(out, str_sub(s, at + (kind != 1), s.len));
}

/* A quotation with one thing changed, added to OUT; false where it stands all the same. */
static bool change(const struct library *library, const struct buf *all, struct buf *out)
{
    struct str words = pick(library);
    size_t kind = below(4);
    if (kind == 3 && find_where(words, isdigit) == words.len)
        return false;
    switch (kind) {
    case 0:
        change_letter(words, out);
        break;
    case 1:
        change_word(library, words, out);
        break;
    case 2:
        change_mark(words, out);
        break;
    default:
        change_number(words, out);
    }
    return !stands(all, buf_view(out));
}

static struct library *load_seeds(struct buf *all)
{
    struct error error = {0};
    struct library *library =
        library_load(&(struct load_request){.path = SOURCE_ROOT "/seeds"}, NULL, &error);
    cr_assert_not_null(library, "%s", error.text);
    for (size_t i = 0; i < library->corpus.len; i++) {
        fold(corpus_article(&library->corpus, i)->text, all);
        buf_char(all, '\n');
    }
    return library;
}

/* A line of a draft, told apart from the next by an empty one. */
static void put_line(struct buf *draft, struct str words)
{
    buf_printf(draft, "“%.*s”\n\n", STR_ARG(words));
}

Test(proof_many, of_ten_thousand_quotations_each_changed_in_one_place_none_passes)
{
    struct buf all = {0}, draft = {0}, words = {0};
    struct library *library = load_seeds(&all);
    struct arena *arena = arena_new();
    struct proof proof;
    seed = 88172645463325252u;
    for (size_t i = 0; i < CHANGED;) {
        buf_clear(&words);
        if (!change(library, &all, &words))
            continue;
        put_line(&draft, buf_view(&words));
        i++;
    }
    cr_assert(proof_check(arena, library, buf_view(&draft), STR("d.txt"), &proof, NULL));
    bool *caught = arena_many(arena, bool, 2 * CHANGED + 2);
    for (size_t i = 0; i < proof.problems.len; i++) {
        if (proof.problems.at[i].severity == SEVERITY_ERROR)
            caught[proof.problems.at[i].line] = true;
    }
    struct str rest = buf_view(&draft), line;
    for (size_t i = 1; str_split(&rest, '\n', &line) && i < 2 * CHANGED; i++)
        cr_expect(!line.len || caught[i], "%zu passes: %.*s", i, STR_ARG(line));
    cr_expect_eq(proof.checked, CHANGED);
    cr_expect_eq(proof.standing, 0);
    arena_free(arena);
    library_free(library);
    buf_free(&all);
    buf_free(&draft);
    buf_free(&words);
}

/* The same words typed otherwise: what folding takes for equal. */
static void retype(struct str s, struct buf *out)
{
    static const struct {
        const char *from, *to;
    } ways[] = {{"’", "'"},         {"'", "’"},         {" ", "\n"},
                {" ", "\xC2\xA0"},  {" ", "  "},        {"–", "-"},
                {"ğ", "g\xCC\x86"}, {"e", "e\xC2\xAD"}, {"a", "a\xE2\x80\x8B"}};
    size_t way = below(COUNT(ways) + 1);
    for (size_t at = 0; at < s.len;) {
        bool here = way < COUNT(ways) &&
                    str_starts(str_sub(s, at, s.len), str_of(ways[way].from)) &&
                    (way < 2 || below(3) == 0 || way == 6);
        if (here)
            buf_chars(out, ways[way].to);
        else
            buf_char(out, s.at[at]);
        at += here ? strlen(ways[way].from) : 1;
    }
}

Test(proof_many, unchanged_quotations_all_pass_however_they_are_typed)
{
    struct buf all = {0}, draft = {0}, words = {0};
    struct library *library = load_seeds(&all);
    struct arena *arena = arena_new();
    struct proof proof;
    seed = 362436069u;
    for (size_t i = 0; i < UNCHANGED; i++) {
        struct str picked = pick(library);
        buf_clear(&words);
        retype(picked, &words);
        put_line(&draft, buf_view(&words));
    }
    cr_assert(proof_check(arena, library, buf_view(&draft), STR("d.md"), &proof, NULL));
    for (size_t i = 0; i < proof.problems.len; i++) {
        const struct problem *problem = &proof.problems.at[i];
        cr_expect_eq(problem->severity, SEVERITY_WARNING, "%d: %.*s", problem->line,
                     STR_ARG(problem->message));
    }
    cr_expect_eq(proof.checked, UNCHANGED);
    cr_expect_eq(proof.standing, UNCHANGED);
    arena_free(arena);
    library_free(library);
    buf_free(&all);
    buf_free(&draft);
    buf_free(&words);
}
