#pragma once

#include <mutex>
#include <optional>

namespace threadscape {

/// A value that one thread notes and others read meanwhile; nothing at first. Threads: any.
template <typename T>
class Noted {
public:
    void set(T value)
    {
        const std::lock_guard guard(m_mutex);
        m_value = std::move(value);
    }
    std::optional<T> value() const
    {
        const std::lock_guard guard(m_mutex);
        return m_value;
    }

private:
    mutable std::mutex m_mutex;
    std::optional<T> m_value;
};

} // namespace threadscape
