#pragma once

#include <cstdint>
#include <optional>
#include <utility>

namespace threadscape {

/// Caches the last result of a computation while its inputs (the key) are unchanged. Threads: one.
template <typename Key, typename Value>
class Memoized {
public:
    /// The result of `make(key)`, recomputed only if the key differs from the last call's. Valid until the next call.
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
