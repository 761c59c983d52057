/* SPDX-License-Identifier: ISC */
#include "dossier/base/region.h"

#include "dossier/base/heap.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#define HUGE_PAGE ((size_t)1 << 21)
#define LARGE (HUGE_PAGE / 2) /* below it, small pages waste less */

#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25 /* Linux 6.1; older ones refuse it, and nothing is lost */
#endif

static void give_back(char *at, const char *end)
{
    if (at < end)
        munmap(at, (size_t)(end - at));
}

/* It begins where a large page can begin. */
void region_open(struct region *region, size_t most)
{
    most = (most + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    char *got = mmap(NULL, most + HUGE_PAGE, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (got == MAP_FAILED)
        memory_exhausted();
    char *at = got + (HUGE_PAGE - (uintptr_t)got % HUGE_PAGE) % HUGE_PAGE;
    give_back(got, at);
    give_back(at + most, got + most + HUGE_PAGE);
    *region = (struct region){.at = at, .most = most};
}

/* What is in use already, and is often what is used most, goes into a large page too. */
static void become_large(struct region *region)
{
    region->large = true;
    madvise(region->at, region->most, MADV_HUGEPAGE);
    if (region->len)
        madvise(region->at, HUGE_PAGE, MADV_COLLAPSE);
}

void *region_room(struct region *region, size_t size)
{
    if (size > region->most - region->len)
        memory_exhausted();
    if (region->len + size > LARGE && !region->large)
        become_large(region);
    return region->at + region->len;
}

void region_trim(struct region *region)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t kept = (region->len / page + 1) * page;
    if (kept >= region->most)
        return;
    munmap(region->at + kept, region->most - kept);
    region->most = kept;
}

void region_close(struct region *region)
{
    if (region->at)
        munmap(region->at, region->most);
    *region = (struct region){0};
}
