/* SPDX-License-Identifier: ISC */
#include "files.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A terminal may say that it is 65535 wide; curses counts in short integers, and breaks. */
#define WIDEST 2000
#define HIGHEST 1000

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

void files_size(const struct files *files, int *width, int *height)
{
    struct winsize size;
    if (ioctl(fileno(files->out), TIOCGWINSZ, &size) == 0 && (size.ws_col || size.ws_row)) {
        *width = size.ws_col;
        *height = size.ws_row;
    }
    *width = *width < WIDEST ? *width : WIDEST;
    *height = *height < HIGHEST ? *height : HIGHEST;
}
