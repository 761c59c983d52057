/* SPDX-License-Identifier: ISC */
#include "report.h"

void report_passed_over(struct problems *problems, struct str file, const char *why)
{
    problem_add(problems, SEVERITY_WARNING, file, 0, 0, "passed-over", "passed over: %s", why);
}

struct str report_reason(const struct error *error, const char *path)
{
    struct str text = str_of(error->text), place = str_of(path);
    if (str_starts(text, place) && str_starts(str_sub(text, place.len, text.len), STR(": ")))
        return str_sub(text, place.len + 2, text.len);
    return text;
}

void report_body(struct problems *problems, struct str file, int line, int column, struct str path,
                 const struct spans *body, uint32_t size)
{
    if (body->len && body->at[body->len - 1].end > size)
        problem_add(problems, SEVERITY_WARNING, file, line, column, "bad-range",
                    "the body goes to byte %u, but %.*s has only %u: the file has changed since",
                    body->at[body->len - 1].end, STR_ARG(path), size);
}
