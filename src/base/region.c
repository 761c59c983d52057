/* SPDX-License-Identifier: ISC */
#include "dossier/base/region.h"

#include "dossier/base/heap.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#define HUGE_PAGE ((size_t)1 << 21)
#define LARGE (2 * HUGE_PAGE) /* below it, small pages waste less */

void region_open(struct region *region, size_t most)
{
    most = (most + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
    void *at = mmap(NULL, most, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                    -1, 0);
    if (at == MAP_FAILED)
        memory_exhausted();
    *region = (struct region){.at = at, .most = most};
}

void *region_room(struct region *region, size_t size)
{
    if (size > region->most - region->len)
        memory_exhausted();
    if (region->len + size > LARGE && !region->large) {
        uintptr_t start = ((uintptr_t)region->at + region->len + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
        uintptr_t end = ((uintptr_t)region->at + region->most) & ~(HUGE_PAGE - 1);
        region->large = true;
        if (start < end)
            madvise((void *)start, end - start, MADV_HUGEPAGE);
    }
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
