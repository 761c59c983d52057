/* SPDX-License-Identifier: ISC */
#include "dossier/verb/help.h"

#include "dossier/text/grapheme.h"
#include "dossier/verb/arguments.h"
#include "dossier/verb/verbs.h"

#include <string.h>

static void print_row(FILE *out, const char *left, int width, const char *right)
{
    int padding = width - text_width(str_of(left));
    fprintf(out, "  %s%*s  %s\n", left, padding > 0 ? padding : 0, "", right);
}

static void print_option(FILE *out, const struct verb_option *option)
{
    char left[80], letter[8] = "";
    if (option->letter)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(left, sizeof left, "%s--%s%s%s", letter, option->name, option->value ? "=" : "",
             option->value ? option->value : "");
    print_row(out, left, 20, option->help);
}

static void print_options(FILE *out, const struct verb_option *options, bool listing)
{
    for (; options && options->help; options++) {
        if (listing || strcmp(options->name, "format") != 0)
            print_option(out, options);
    }
}

void help_program(FILE *out)
{
    fputs("usage: dossier [OPTION…] [VERB [ARGUMENT…]]\n"
          "       dossier [OPTION…] FOLDER | FILE | -\n"
          "\n"
          "A reading desk for a folder of articles. Without a verb it opens on the screen; where\n"
          "standard output is no terminal, it lists the articles. FILE reads one file, - standard\n"
          "input. A folder that is named like a verb: ./list\n"
          "\n"
          "Verbs (dossier VERB --help tells more):\n",
          out);
    for (const struct verb *const *verb = verbs; *verb; verb++)
        print_row(out, (*verb)->name, 8, (*verb)->summary);
    fputs("\nOptions, before or behind the verb:\n", out);
    print_options(out, arguments_common, true);
    fputs("\n"
          "The status is 0 if it was done; 1 if nothing was found, or check found errors; 2 if it\n"
          "was used wrongly or could not be done.\n"
          "\n"
          "dossier(1) is the manual, dossier-tags(5) says how actors are named, dossier-notes(5)\n"
          "where notes are kept, dossier-export(5) in which forms they leave, dossier-search(5)\n"
          "what a search can ask for, dossier-config(5) what can be set.\n",
          out);
}

void help_verb(FILE *out, const struct verb *verb)
{
    fprintf(out, "usage: dossier %s%s%s\n\n%s", verb->name, *verb->operands ? " " : "",
            verb->operands, verb->about);
    if (verb->options)
        fputs("\nOptions:\n", out);
    print_options(out, verb->options, true);
    fputs("\nOptions of every verb:\n", out);
    print_options(out, arguments_common, verb->flags & VERB_LISTS);
    fprintf(out, "\nExample:\n  %s\n", verb->example);
}
