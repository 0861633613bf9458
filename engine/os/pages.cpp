#include "os/pages.h"

#include <sys/mman.h>

namespace threadscape {

void* takePages(std::size_t bytes) noexcept
{
    void* const pages =
        mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    return pages == MAP_FAILED ? nullptr : pages;
}

void givePagesBack(void* pages, std::size_t bytes) noexcept
{
    if (pages != nullptr)
        munmap(pages, bytes);
}

} // namespace threadscape
