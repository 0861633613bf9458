#pragma once

#include <functional>
#include <utility>

namespace threadscape {

/// Does something at the end of a scope, however it is left: what findings need after a run's threads, which may be stopped.
/// It must not throw.
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
