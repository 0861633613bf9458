#pragma once

#include <functional>
#include <utility>

namespace threadscape {

/// Scope guard: runs a function at the end of a scope, also on an exception. For what findings need after a run's threads,
/// which may be stopped. It must not throw.
class AtEnd {
public:
    explicit AtEnd(std::function<void()> deed) : m_deed(std::move(deed)) {}
    ~AtEnd() { m_deed(); }
    AtEnd(const AtEnd&) = delete;
    AtEnd& operator=(const AtEnd&) = delete;

private:
    std::function<void()> m_deed;
};

} // namespace threadscape
