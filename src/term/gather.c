/* SPDX-License-Identifier: ISC */
#include "gather.h"

#include "dossier/base/buf.h"
#include "files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static int memory = -1, terminal = -1; /* made once, kept to the end of the program */
static int gathered = -1;              /* the descriptor that leads to memory now */

void gather_begin(int fd)
{
#ifdef __linux__
    if (memory < 0)
        memory = memfd_create("frame", MFD_CLOEXEC);
#endif
    if (memory >= 0 && terminal < 0)
        terminal = fcntl(fd, F_DUPFD_CLOEXEC, 3);
    if (memory >= 0 && terminal >= 0 && dup2(memory, fd) == fd)
        gathered = fd;
}

void gather_end(void)
{
    char block[8192];
    struct buf frame = {0};
    ssize_t n;
    if (gathered < 0)
        return;
    dup2(terminal, gathered);
    for (off_t at = 0; (n = pread(memory, block, sizeof block, at)) > 0; at += n)
        buf_add(&frame, block, (size_t)n);
    if (ftruncate(memory, 0) == 0)
        lseek(memory, 0, SEEK_SET);
    files_write(gathered, buf_view(&frame));
    buf_free(&frame);
    gathered = -1;
}
