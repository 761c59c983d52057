/* SPDX-License-Identifier: ISC */
#include "dossier/text/regex.h"

#include "dossier/base/heap.h"
#include "dossier/text/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

/* Steps that one match may take, and KiB that it may hold: some tenths of a second, so that nothing
 * a person types stops the screen for long. */
#define MOST_STEPS 2000000
#define MOST_DEPTH 10000
#define MOST_KIB 20000

struct regex {
    pcre2_code *code;
    pcre2_match_data *match;
    pcre2_match_context *context;
};

/* A capital letter that is not part of an escape, such as \W. */
static bool has_capital(struct str pattern)
{
    for (size_t i = 0; i < pattern.len; i++) {
        if (pattern.at[i] == '\\')
            i++;
        else if (pattern.at[i] >= 'A' && pattern.at[i] <= 'Z')
            return true;
    }
    return false;
}

static pcre2_code *compile(struct str pattern, size_t *at, struct error *error)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;
    int code;
    PCRE2_SIZE offset = 0;
    if (!has_capital(pattern))
        options |= PCRE2_CASELESS;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern.at, pattern.len, options, &code, &offset, NULL);
    if (compiled)
        return compiled;
    unsigned char sentence[200] = {0};
    pcre2_get_error_message(code, sentence, sizeof sentence);
    *at = offset;
    error_set(error, "this is no regular expression: %s", (const char *)sentence);
    return NULL;
}

struct regex *regex_make(struct str pattern, size_t *at, struct error *error)
{
    *at = 0;
    if (!pattern.len || !utf8_valid(pattern)) {
        error_set(error, pattern.len ? "the expression is not UTF-8" : "the expression is empty");
        return NULL;
    }
    pcre2_code *code = compile(pattern, at, error);
    if (!code)
        return NULL;
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); /* where it can't, matching is only slower */
    struct regex *regex = memory_get(sizeof *regex);
    regex->code = code;
    regex->match = pcre2_match_data_create_from_pattern(code, NULL);
    regex->context = pcre2_match_context_create(NULL);
    if (!regex->match || !regex->context) {
        regex_free(regex);
        error_set(error, "there is no memory for this expression");
        return NULL;
    }
    pcre2_set_match_limit(regex->context, MOST_STEPS);
    pcre2_set_depth_limit(regex->context, MOST_DEPTH);
    pcre2_set_heap_limit(regex->context, MOST_KIB);
    return regex;
}

void regex_free(struct regex *regex)
{
    if (!regex)
        return;
    pcre2_match_context_free(regex->context);
    pcre2_match_data_free(regex->match);
    pcre2_code_free(regex->code);
    free(regex);
}

enum regex_result regex_next(const struct regex *regex, struct str text, size_t from,
                             struct span *out)
{
    int found = pcre2_match(regex->code, (PCRE2_SPTR)(text.len ? text.at : ""), text.len, from,
                            PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, regex->match, regex->context);
    if (found == PCRE2_ERROR_NOMATCH)
        return REGEX_NONE;
    if (found < 0)
        return REGEX_STOPPED;
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(regex->match);
    if (bounds[0] > bounds[1]) /* \K behind a lookahead may turn the bounds round */
        return REGEX_NONE;
    *out = (struct span){(uint32_t)bounds[0], (uint32_t)bounds[1]};
    return REGEX_FOUND;
}
