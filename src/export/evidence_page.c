/* SPDX-License-Identifier: ISC */
/* The page of the evidence archive: how to check it, the quotations, the texts. */
#include "dossier/base/mark.h"
#include "dossier/text/encoding.h"
#include "evidence.h"
#include "html_text.h"
#include "parts.h"

static const char style[] =
    ":root { color-scheme: light dark; --mark: #fdeaa0; --line: #bbb; --soft: #555; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  :root { --mark: #574a13; --line: #555; --soft: #aaa; }\n"
    "}\n"
    "body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; font: 1.06rem/1.55 "
    "Georgia, serif; overflow-wrap: break-word; }\n"
    "h1, h2, h3 { line-height: 1.25; }\n"
    "h2 { margin-top: 3rem; border-top: 3px double var(--line); padding-top: 1rem; }\n"
    "h3 { margin: 0; font-size: 1rem; }\n"
    "mark { background: var(--mark); color: inherit; }\n"
    "pre, blockquote { white-space: pre-wrap; font: inherit; margin: .5rem 0 .5rem 1.5rem; }\n"
    "pre { margin-left: 0; }\n"
    "article { margin: 1.5rem 0; border-left: 3px solid var(--line); padding-left: 1rem; }\n"
    ".context, .place, .by, .meta { color: var(--soft); }\n"
    ".place, .by, .meta, .sure, .unsure, code, li { font-family: system-ui, sans-serif; "
    "font-size: .9rem; }\n"
    ".place, .by, .sure, .unsure { margin: .35rem 0; }\n"
    ".unsure { font-weight: bold; }\n"
    "code { font-family: monospace; overflow-wrap: anywhere; }\n"
    ".number { font: bold .75rem system-ui, sans-serif; vertical-align: super; padding: 0 "
    ".15em; }\n"
    ":target { outline: 2px solid; outline-offset: 2px; }\n"
    "@media print { a { color: inherit; } article { break-inside: avoid; } }\n";

static void put(struct evidence *evidence, struct str s)
{
    html_text(evidence->out, s);
}

static void put_head(struct evidence *evidence)
{
    struct str title = evidence->request->library->title;
    buf_chars(evidence->out,
              "<!DOCTYPE html>\n<!-- " EXPORT_MARK " -->\n<html lang=\"en\">\n<head>\n"
              "<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
              "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"referrer\" content=\"no-referrer\">\n"
              "<meta name=\"generator\" content=\"dossier\">\n<title>Evidence: ");
    put(evidence, title);
    buf_printf(evidence->out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1 dir=\"auto\">",
               style);
    put(evidence, title);
    size_t count = evidence->request->count;
    buf_printf(evidence->out, "</h1>\n<p class=\"meta\">%zu %s, %zu %s, exported ", count,
               count == 1 ? "note" : "notes", evidence->originals.len,
               evidence->originals.len == 1 ? "original" : "originals");
    parts_moment(evidence->request->now, evidence->out);
    buf_chars(evidence->out,
              ". A tilde (~) marks what was worked out and is stated nowhere.</p>\n");
}

static void put_how(struct evidence *evidence)
{
    buf_chars(
        evidence->out,
        "<h2>How to check this</h2>\n<ol>\n"
        "<li>Unpack the archive that this page came in. Beside this page lie the folder "
        "<code>originals</code> and the file <code>" EVIDENCE_SUMS "</code>.</li>\n"
        "<li>In the folder that this page is in, let <code>sha256sum -c " EVIDENCE_SUMS
        "</code> compare every file, "
        "this page too, with its sum (on a Mac: <code>shasum -a 256 -c " EVIDENCE_SUMS
        "</code>; on Windows, <code>certutil -hashfile FILE SHA256</code> prints the sum of one). "
        "The sums prove that nothing was changed since they were written; that they are the ones "
        "that were handed over, only their sender can say.</li>\n"
        "<li>Each quotation below leads to its place in the text of its article, further down "
        "on this page, where it is marked, with its number, in all that stands around it.</li>\n"
        "<li>That text is shown for reading. What counts is the file in <code>originals</code>: "
        "it is the article as it was kept, byte for byte. Open it with any editor and look for the "
        "words; or print the bytes that are named with each quotation. Bytes count from 0; the "
        "second number is that of the first byte behind it.</li>\n</ol>\n");
}

static const char *encoding_words(const struct article *article)
{
    static const char *const words[] = {
        [ENCODING_UTF8] = "UTF-8",
        [ENCODING_UTF16LE] = "UTF-16, little-endian",
        [ENCODING_UTF16BE] = "UTF-16, big-endian",
        [ENCODING_WINDOWS_1252] = "Windows-1252",
    };
    return words[article->file.encoding];
}

static void put_facts(struct evidence *evidence, const struct evidence_original *original)
{
    const struct article *article =
        corpus_article(&evidence->request->library->corpus, original->article);
    struct buf byline = {0};
    parts_byline(article, &byline);
    buf_chars(evidence->out, "<p class=\"meta\">");
    put(evidence, buf_view(&byline));
    buf_free(&byline);
    if (article->facts.url.len) {
        buf_chars(evidence->out, "<br>\nAddress: ");
        put(evidence, article->facts.url);
    }
    buf_chars(evidence->out, "<br>\nKept as: ");
    put(evidence, article->path);
    buf_printf(evidence->out,
               "<br>\nHere: <a href=\"%.*s\">%.*s</a>, %zu bytes, %s<br>\nSHA-256: "
               "<code>%s</code></p>\n",
               STR_ARG(original->name), STR_ARG(original->name), original->bytes.len,
               encoding_words(article), original->sha256);
}

static void put_quotations(struct evidence *evidence)
{
    for (size_t i = 0; i < evidence->originals.len; i++) {
        const struct evidence_original *original = &evidence->originals.at[i];
        const struct article *article =
            corpus_article(&evidence->request->library->corpus, original->article);
        buf_chars(evidence->out, "<section>\n<h2 dir=\"auto\">");
        put(evidence, parts_headline(evidence->arena, article));
        buf_chars(evidence->out, "</h2>\n");
        put_facts(evidence, original);
        for (size_t j = 0; j < original->len; j++)
            evidence_note(evidence, original, &original->at[j]);
        buf_chars(evidence->out, "</section>\n");
    }
    if (!evidence->rest_len)
        return;
    buf_chars(evidence->out, "<section>\n<h2>Notes without an original</h2>\n");
    for (size_t i = 0; i < evidence->rest_len; i++)
        evidence_note(evidence, NULL, &evidence->rest[i]);
    buf_chars(evidence->out, "</section>\n");
}

static void put_texts(struct evidence *evidence)
{
    for (size_t i = 0; i < evidence->originals.len; i++) {
        const struct evidence_original *original = &evidence->originals.at[i];
        buf_chars(evidence->out, "<section>\n<h2>The text of ");
        put(evidence, corpus_article(&evidence->request->library->corpus, original->article)->path);
        buf_printf(evidence->out,
                   "</h2>\n<p class=\"meta\">As read from <a href=\"%.*s\">%.*s</a>.</p>\n",
                   STR_ARG(original->name), STR_ARG(original->name));
        evidence_text(evidence, original);
        buf_chars(evidence->out, "</section>\n");
    }
}

void evidence_page(struct evidence *evidence)
{
    put_head(evidence);
    put_how(evidence);
    put_quotations(evidence);
    put_texts(evidence);
    buf_chars(evidence->out, "</body>\n</html>\n");
}
