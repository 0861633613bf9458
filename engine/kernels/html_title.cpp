#include "kernels/html_title.h"

#include "kernels/html_charset.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <gumbo.h>
#include <memory>
#include <new>
#include <vector>

namespace threadscape {

namespace {

/// The parser's memory. It goes as a whole, so that the parser, which is written in C and knows no failure, can be left by a long
/// jump, and a deep tree needs no deep recursion to be taken down.
class ParserMemory {
public:
    explicit ParserMemory(const Checkpoint& checkpoint) : m_kept(checkpoint) {}

    /// The parser's tree of a page, which lives as long as this object; nullptr: it was left.
    GumboOutput* parse(std::string_view page)
    {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = &take;
        options.deallocator = [](void*, void*) {};
        options.userdata = this;
        options.max_errors = 0;
        if (setjmp(m_left) != 0) // NOLINT(cert-err52-cpp)
            return nullptr;
        return gumbo_parse_with_options(&options, page.data(), page.size());
    }
    /// Throws what the checkpoint threw, or that there was no memory. Otherwise the page was at fault.
    void rethrow() const
    {
        m_kept.rethrow();
        if (m_noMemory)
            throw std::bad_alloc();
    }

private:
    static void* take(void* self, std::size_t size)
    {
        auto& memory = *static_cast<ParserMemory*>(self);
        void* const room = memory.room(size);
        if (room == nullptr)
            std::longjmp(memory.m_left, 1); // NOLINT(cert-err52-cpp)
        return room;
    }

    void* room(std::size_t size) noexcept
    {
        constexpr std::size_t kMost = std::size_t{128}
                                      << 20U; // a hundred times what an ordinary page of 1 MB takes
        constexpr std::size_t kMostBetweenNodes =
            20'000; // of an element with as many attributes as a hostile page has
        constexpr std::size_t kEvery = 256;
        m_sinceNode = size == sizeof(GumboNode) ? 0 : m_sinceNode + 1;
        size = (size + kAligned - 1) / kAligned * kAligned;
        m_taken += size;
        if (m_taken > kMost || m_sinceNode > kMostBetweenNodes ||
            (++m_count % kEvery == 0 && !m_kept.passed()))
            return nullptr;
        if (size > m_free && !grow(size))
            return nullptr;
        std::byte* const room = m_blocks.back().get() + (m_blockSize - m_free);
        m_free -= size;
        return room;
    }

    bool grow(std::size_t size) noexcept
    {
        try {
            const std::size_t block = std::max(kBlock, size);
            m_blocks.push_back(std::make_unique<std::byte[]>(block)); // NOLINT(modernize-avoid-c-arrays)
            m_blockSize = block;
            m_free = block;
        } catch (const std::bad_alloc&) {
            m_noMemory = true;
        }
        return !m_noMemory;
    }

    static constexpr std::size_t kAligned = alignof(std::max_align_t);
    static constexpr std::size_t kBlock = std::size_t{1} << 16U;

    KeptCheckpoint m_kept;
    std::jmp_buf m_left{};
    std::vector<std::unique_ptr<std::byte[]>> m_blocks; // NOLINT(modernize-avoid-c-arrays)
    std::size_t m_blockSize = 0;
    std::size_t m_free = 0; // of the last block
    std::size_t m_taken = 0;
    std::size_t m_count = 0;
    std::size_t m_sinceNode = 0;
    bool m_noMemory = false;
};

const GumboVector* childrenOf(const GumboNode& node)
{
    if (node.type == GUMBO_NODE_DOCUMENT)
        return &node.v.document.children;
    return node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children
                                           : nullptr; // a template's are not in the document
}

const GumboNode* childOf(const GumboVector& children, unsigned index)
{
    return static_cast<const GumboNode*>(children.data[index]);
}

/// The first title in the order of the tree; nullptr: none.
const GumboElement* firstTitle(const GumboNode& document)
{
    struct Place {
        const GumboVector* children;
        unsigned next;
    };
    std::vector<Place> path;
    const auto enter = [&](const GumboNode& node) {
        if (const GumboVector* const children = childrenOf(node); children != nullptr)
            path.push_back({children, 0});
    };
    enter(document);
    while (!path.empty()) {
        if (path.back().next == path.back().children->length) {
            path.pop_back();
            continue;
        }
        const GumboNode& node = *childOf(*path.back().children, path.back().next++);
        if (node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == GUMBO_TAG_TITLE &&
            node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
            return &node.v.element;
        enter(node);
    }
    return nullptr;
}

std::string textOf(const GumboElement& element)
{
    std::string text;
    for (unsigned i = 0; i < element.children.length; ++i) {
        const GumboNode& child = *childOf(element.children, i);
        if (child.type == GUMBO_NODE_TEXT || child.type == GUMBO_NODE_WHITESPACE)
            text += child.v.text.text;
    }
    return text;
}

std::string collapsed(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\n\r\f";
    std::string plain;
    for (const char c : text)
        if (kSpace.find(c) == std::string_view::npos)
            plain += c;
        else if (!plain.empty() && plain.back() != ' ')
            plain += ' ';
    if (plain.ends_with(' '))
        plain.pop_back();
    return plain;
}

/// Where the page is cut so that the parser sees no more than it can take in a moment.
std::string_view upToManyTags(std::string_view page)
{
    constexpr std::size_t kMostTags = 10'000;
    std::size_t at = 0;
    for (std::size_t tags = 0; tags < kMostTags; ++tags) {
        at = page.find('<', at);
        if (at == std::string_view::npos)
            return page;
        ++at;
    }
    return page.substr(0, at - 1);
}

/// The end of the first tag </title> from `from` on; that of the page, if there is none.
std::size_t endOfTitle(std::string_view page, std::size_t from)
{
    constexpr std::string_view kTag = "</title";
    const auto tag =
        std::search(page.begin() + static_cast<std::ptrdiff_t>(std::min(from, page.size())), page.end(),
                    kTag.begin(), kTag.end(), [](char a, char b) {
                        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
                    });
    const auto end = std::find(tag, page.end(), '>');
    return end == page.end() ? page.size() : static_cast<std::size_t>(end - page.begin()) + 1;
}

} // namespace

std::optional<std::string> htmlTitle(std::string_view page, std::string_view contentType,
                                     const Checkpoint& checkpoint)
{
    checkpoint();
    const std::string text = decodedPage(page, contentType);
    const std::string_view whole = upToManyTags(text);
    // Most pages have their title near their beginning: what follows is parsed only where it turns out to be needed, and then at
    // least twice as much each time, so that all of it together takes no more than twice the time.
    for (std::size_t parsed = 0; parsed < whole.size();) {
        parsed = endOfTitle(whole, 2 * parsed);
        ParserMemory memory(checkpoint);
        const GumboOutput* const output = memory.parse(whole.substr(0, parsed));
        if (output == nullptr) {
            memory.rethrow();
            return std::nullopt;
        }
        const GumboElement* const title = firstTitle(*output->document);
        const bool closed = title != nullptr && title->original_end_tag.length > 0;
        if (closed || (title != nullptr && parsed == whole.size())) {
            std::string found = collapsed(textOf(*title));
            return found.empty() ? std::nullopt : std::optional(std::move(found));
        }
    }
    return std::nullopt;
}

} // namespace threadscape
