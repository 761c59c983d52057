/* SPDX-License-Identifier: ISC */
/* Files made to hurt a YAML reader, from a generator and a public suite that lie beside the
 * project; where they are absent, what stands on them is skipped. */
#include "dossier/base/file.h"
#include "dossier/text/utf8.h"
#include "dossier/yaml/read.h"

#include <criterion/criterion.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BAD_INPUT SOURCE_ROOT "/../shared/bad-input"

/* Reads the file PATH; a tree or a sentence with a place must come of it. */
static bool try_file(const char *path, struct yaml_failure *failure)
{
    struct buf source = {0};
    struct error error;
    struct arena *arena = arena_new();
    cr_assert(file_read(path, YAML_LARGEST, &source, &error), "%s", error.text);
    *failure = (struct yaml_failure){0};
    bool ok = yaml_read(arena, buf_view(&source), failure) != NULL;
    if (!ok) {
        cr_expect_gt(failure->line, 0, "%s", path);
        cr_expect_gt(failure->column, 0, "%s", path);
        cr_expect_gt(strlen(failure->error.text), 10, "%s", path);
        cr_expect(utf8_valid(str_of(failure->error.text)), "%s", path);
    }
    arena_free(arena);
    buf_free(&source);
    return ok;
}

static const struct {
    const char *name, *words; /* NULL: is read */
} hostile[] = {
    {"laughs", "found the anchor &a0"},
    {"self-alias", "found the anchor &a"},
    {"self-alias-map", "found the anchor &a"},
    {"mutual-key", "where no key can begin"},
    {"deep-flow-seq-10k", "nested more than 64 deep"},
    {"deep-flow-balanced-10k", "nested more than 64 deep"},
    {"deep-flow-seq-100k-10s", "nested more than 64 deep"},
    {"deep-flow-map-10k", "nested more than 64 deep"},
    {"deep-block-10k", "nested more than 64 deep"},
    {"deep-complex-key", "found a map as a key"},
    {"anchors-40k-2s", "found the anchor &n0"},
    {"tagdirs-20k", "found the directive %TAG"},
    {"dup-keys", NULL},
    {"merge-key", "found the anchor &a"},
    {"undefined-alias", "found the alias *nope"},
    {"utf16le-bom", "UTF-16"},
    {"esc-in-dquote", NULL},
    {"surrogate-escape", "names no character of Unicode"},
    {"nul-escape", NULL},
    {"path-traversal", NULL},
    {"abs-path", NULL},
    {"octal-yes-null", NULL},
    {"tag-python", "tags are not read"},
    {"tag-binary", "tags are not read"},
    {"multi-doc-10k", "a second document begins here"},
    {"empty", NULL},
    {"only-comment", NULL},
    {"only-bom", NULL},
    {"tab-indent", "tab"},
    {"scalar-1m", NULL},
    {"key-2000", "1,024 characters"},
    {"raw-esc", "U+001B may not stand"},
    {"bad-utf8", "0xFF here is not UTF-8"},
    {"root-scalar", NULL},
    {"root-seq", NULL},
    {"wrong-type", NULL},
    {"truncated", "the file ends inside a quotation"},
};

/* The limits keep each of these to milliseconds; without them several take ten seconds and more. */
Test(yaml_hostile, each_generated_file_ends_at_once_with_a_clear_sentence, .timeout = 9)
{
    char folder[] = "/tmp/dossier-yaml-XXXXXX", command[400];
    if (access(BAD_INPUT "/gen.py", R_OK) != 0 || system("command -v python3 >/dev/null") != 0)
        cr_skip_test("../shared/bad-input/gen.py or python3 is absent");
    cr_assert_not_null(mkdtemp(folder));
    snprintf(command, sizeof command, "python3 '%s/gen.py' %s >/dev/null", BAD_INPUT, folder);
    cr_assert_eq(system(command), 0);
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct yaml_failure failure;
        char path[200];
        snprintf(path, sizeof path, "%s/yaml/%s.yml", folder, hostile[i].name);
        bool ok = try_file(path, &failure);
        cr_expect_eq(ok, !hostile[i].words, "%s: %s", hostile[i].name, failure.error.text);
        if (!ok && hostile[i].words)
            cr_expect_not_null(strstr(failure.error.text, hostile[i].words), "%s: %s",
                               hostile[i].name, failure.error.text);
    }
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_assert_eq(system(command), 0);
}

Test(yaml_hostile, the_public_suite_gives_trees_or_clear_sentences)
{
    static const char *const patterns[] = {BAD_INPUT "/yaml-test-suite/data/*/in.yaml",
                                           BAD_INPUT "/yaml-test-suite/data/*/*/in.yaml"};
    size_t files = 0, trees = 0;
    for (size_t p = 0; p < 2; p++) {
        glob_t found;
        if (glob(patterns[p], 0, NULL, &found) != 0)
            continue;
        for (size_t i = 0; i < found.gl_pathc; i++, files++) {
            struct yaml_failure failure;
            trees += try_file(found.gl_pathv[i], &failure);
        }
        globfree(&found);
    }
    if (!files)
        cr_skip_test("../shared/bad-input/yaml-test-suite is absent");
    cr_expect_gt(trees, files / 3, "%zu of %zu were read", trees, files);
    cr_expect_lt(trees, files);
}

/* Each prefix of a file with everything in it, and each single byte of it changed. */
Test(yaml_hostile, broken_files_give_trees_or_sentences)
{
    static const char whole[] =
        "%YAML 1.1\n--- # c\n'a': [x, {y: \"\\u00e9\\x1b\"}, é]\r\n? b\n: |-\n"
        "  t\n\n   u\nc:\n- d: >+\n    w\n- - 'e''f'\n...\n";
    static const char bytes[] = "\0\t\n\r #%&'*-:>?[]\"\\{}|!@\x85\xC2\xE2\xFF";
    char changed[sizeof whole];
    struct yaml_failure failure;
    struct arena *arena = arena_new();
    cr_assert_not_null(yaml_read(arena, str_of(whole), &failure), "%s", failure.error.text);
    for (size_t i = 0; i < sizeof whole; i++) {
        for (size_t b = 0; b < sizeof bytes; b++) {
            memcpy(changed, whole, sizeof whole);
            changed[i] = bytes[b];
            size_t len = b ? sizeof whole - 1 : i;
            failure = (struct yaml_failure){0};
            if (!yaml_read(arena, (struct str){changed, len}, &failure))
                cr_expect_gt(failure.line, 0, "byte %zu: %d", i, bytes[b]);
            arena_clear(arena);
        }
    }
    arena_free(arena);
}
