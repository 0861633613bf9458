#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace threadscape {

/// Finds where values end in JSON text that may be cut off or damaged. It checks only brackets, strings and commas: what it
/// reports as whole may still be invalid JSON.
/// Threads: a value type; the text must outlive it. Cost: the length of the scanned text.
class JsonScanner {
public:
    static constexpr int kMostDepth = 64; ///< of brackets within brackets
    static constexpr std::size_t kNowhere = std::string_view::npos;

    explicit JsonScanner(std::string_view text) noexcept : m_text(text) {}

    enum class Found : std::uint8_t { whole, cut, broken };
    struct Value {
        Found found = Found::broken;
        std::size_t end = 0; ///< whole: behind its last character
    };
    /// The value that begins at `at`.
    Value value(std::size_t at) const noexcept;

    /// The first non-blank character from `at` on; size() if there is none.
    std::size_t skipBlank(std::size_t at) const noexcept;
    std::size_t size() const noexcept { return m_text.size(); }
    /// '\0' behind the end.
    char operator[](std::size_t at) const noexcept { return at < m_text.size() ? m_text[at] : '\0'; }

    /// Where the next object of an array may begin, after `at`: behind a comma, and before a name. kNowhere: none.
    std::size_t nextObject(std::size_t at) const noexcept;

    /// Calls visit(name, value) for each member of an object, verbatim, names and strings with their quotes; up to the first
    /// error.
    template <typename Visit>
    static void forEachMember(std::string_view object, Visit&& visit)
    {
        const JsonScanner scan(object);
        std::size_t at = scan.skipBlank(1);
        while (scan[at] == '"') {
            const Value name = scan.value(at);
            const std::size_t colon = scan.skipBlank(name.end);
            if (name.found != Found::whole || scan[colon] != ':')
                return;
            const std::size_t from = scan.skipBlank(colon + 1);
            const Value value = scan.value(from);
            if (value.found != Found::whole)
                return;
            visit(object.substr(at, name.end - at), object.substr(from, value.end - from));
            at = scan.skipBlank(value.end);
            if (scan[at] != ',')
                return;
            at = scan.skipBlank(at + 1);
        }
    }

private:
    Value string(std::size_t at) const noexcept;
    Value container(std::size_t at) const noexcept;

    std::string_view m_text;
};

} // namespace threadscape
