/* SPDX-License-Identifier: ISC */
#include "files.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

bool files_open(struct files *files, bool stdin_is_text, struct error *error)
{
    *files = (struct files){stdin, stdout, false};
    if (!isatty(STDIN_FILENO) && stdin_is_text) {
        files->in = fopen("/dev/tty", "re");
        if (!files->in)
            return error_set(error, "there is no terminal to read keys from: /dev/tty: %s",
                             strerror(errno));
        files->own_in = true;
    }
    if (!isatty(fileno(files->in)))
        return error_set(error, "standard input is not a terminal, so no keys can come from it; "
                                "the verbs need none: dossier --help");
    if (!isatty(STDOUT_FILENO))
        return error_set(error, "standard output is not a terminal, so there is no screen; the "
                                "verbs need none: dossier --help");
    return true;
}

void files_close(struct files *files)
{
    if (files->own_in)
        fclose(files->in);
    *files = (struct files){0};
}

void files_write(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.at, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return;
        bytes = str_sub(bytes, (size_t)n, bytes.len);
    }
}
