/* SPDX-License-Identifier: ISC */
#include "parse.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool parse_line(struct str line, struct call *call, struct str *name)
{
    size_t at = 0, from;
    while (at < line.len && (line.at[at] == ' ' || line.at[at] == ':'))
        at++;
    for (from = at; at < line.len && is_digit(line.at[at]);)
        at++;
    long count = 0;
    if (at > from && at - from < 7)
        str_number(str_sub(line, from, at), &count);
    while (at < line.len && line.at[at] == ' ')
        at++;
    for (from = at; at < line.len && line.at[at] != ' ' && line.at[at] != '!';)
        at++;
    *name = str_sub(line, from, at);
    bool force = at < line.len && line.at[at] == '!';
    *call = (struct call){.command = command_find(*name),
                          .count = count,
                          .force = force,
                          .argument = str_trim(str_sub(line, at + force, line.len))};
    return call->command != COMMAND_NONE;
}
