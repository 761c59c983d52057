/* SPDX-License-Identifier: ISC */
/* libyaml's words for what is wrong, and ours for who wrote the file. */
#include "source.h"

#include <string.h>

static const struct {
    const char *problem, *sentence;
} sentences[] = {
    {"mapping values are not allowed in this context",
     "found a second \": \" where a value is read: put the value in quotation marks, or the key on "
     "a line of its own, where it has room for 1,024 characters"},
    {"did not find expected key",
     "expected a key with a colon here, as deep in as the keys before it; is the line indented "
     "like them, and every quotation mark closed?"},
    {"could not find expected ':'",
     "a key stands here without a colon behind it; write \"key: value\", the key on one line and "
     "at most 1,024 characters long"},
    {"did not find expected '-' indicator",
     "expected \"- \" here, as deep in as the items before it"},
    {"did not find expected ',' or ']'",
     "a list that begins with \"[\" is not closed here; a comma or \"]\" is allowed"},
    {"did not find expected ',' or '}'",
     "a map that begins with \"{\" is not closed here; a comma or \"}\" is allowed"},
    {"did not find expected node content", "expected a value here: a text, a list or a map"},
    {"did not find expected <document start>",
     "found more after the end of what was read; one list or map is allowed in a file"},
    {"found character that cannot start any token",
     "no value can begin with this character, and no line with a tab; put the value in quotation "
     "marks, or indent by spaces"},
    {"found a tab character where an indentation space is expected",
     "found a tab where a line is indented; only spaces are allowed there"},
    {"found a tab character that violates indentation",
     "found a tab where a line is indented; only spaces are allowed there"},
    {"found unexpected end of stream",
     "the file ends inside a quotation; close it with the mark that opened it"},
    {"found unexpected document indicator",
     "found \"---\" or \"...\" inside a quotation; close the quotation first"},
    {"found unknown escape character",
     "found a backslash with a letter that stands for nothing; write \\\\ for a backslash, or use "
     "single quotation marks"},
    {"did not find expected hexdecimal number",
     "expected hexadecimal digits here: two behind \\x, four behind \\u, eight behind \\U"},
    {"found invalid Unicode character escape code",
     "this escape names no character of Unicode; surrogates (\\uD800 to \\uDFFF) are none"},
    {"block sequence entries are not allowed in this context",
     "found \"- \" where no list can begin; begin it on a line of its own"},
    {"mapping keys are not allowed in this context",
     "found \"? \" where no key can begin; begin it on a line of its own"},
    {"did not find expected comment or line break",
     "behind \"|\" or \">\" only a comment may stand; the text begins on the next line"},
    {"found an indentation indicator equal to 0",
     "the indentation behind \"|\" or \">\" must be 1 to 9"},
    {"found undefined tag handle",
     "found a tag; tags are not read here, every value is a text, a list or a map"},
    {"found incompatible YAML document", "this version of YAML is not read; 1.1 and 1.2 are"},
    {"found unexpected ':'",
     "found a colon where it means nothing; put the value in quotation marks"},
};

const char *source_sentence(const char *problem)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        if (problem && !strcmp(problem, sentences[i].problem))
            return sentences[i].sentence;
    }
    return NULL;
}
