/* SPDX-License-Identifier: ISC */
/* Size, moment and inode tell nearly always. Not where a file is written twice within one tick of
 * the clock: what was looked at so soon after is not sure, and is read once more. */
#include "look.h"

#include <sys/stat.h>

#define TICK                                                                         \
    20000000 /* nanoseconds; the clocks of file systems are no coarser, or know only \
                seconds */

static int64_t between(struct timespec a, struct timespec b)
{
    return (int64_t)(b.tv_sec - a.tv_sec) * 1000000000 + (b.tv_nsec - a.tv_nsec);
}

static bool is_old(struct timespec written)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t coarse = written.tv_nsec ? TICK : 2100000000;
    return between(written, now) > coarse;
}

static struct look look_of(const struct stat *st)
{
    return (struct look){
        .there = true,
        .sure = is_old(st->st_mtim),
        .device = st->st_dev,
        .inode = st->st_ino,
        .size = st->st_size,
        .written = st->st_mtim,
        .touched = st->st_ctim,
    };
}

struct look look_at(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 ? look_of(&st) : (struct look){.sure = true};
}

struct look look_at_open(int fd)
{
    struct stat st;
    return fd >= 0 && fstat(fd, &st) == 0 ? look_of(&st) : (struct look){.sure = true};
}

static bool same_moment(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool look_same(const struct look *a, const struct look *b)
{
    if (!a->there || !b->there)
        return a->there == b->there;
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           same_moment(a->written, b->written) && same_moment(a->touched, b->touched);
}

bool look_follows(const struct look *file, const struct look *was)
{
    return file->there && was->there && between(file->written, was->touched) > 0;
}
