#pragma once

#include <cstdint>
#include <optional>
#include <utility>

namespace threadscape {

/// The last result of a computation, kept while its inputs (the key) stay the same. Threads: one.
template <typename Key, typename Value>
class Memoized {
public:
    /// The result of `make(key)`, computed again only if the key is not that of the last call. Valid until the next one.
    template <typename Make>
    const Value& of(Key key, Make&& make)
    {
        if (m_entry && m_entry->first == key)
            return m_entry->second;
        Value value = make(key);
        ++m_made;
        return m_entry.emplace(std::move(key), std::move(value)).second;
    }
    /// How often it was computed.
    std::int64_t made() const noexcept { return m_made; }

private:
    std::optional<std::pair<Key, Value>> m_entry;
    std::int64_t m_made = 0;
};

} // namespace threadscape
