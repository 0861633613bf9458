#pragma once

#include "lab/lab.h"
#include "sync/shared.h"

#include <string>
#include <utility>

namespace threadscape {

/// Something that happens once in a run, and determines what its threads do. Not the subject of a picture: see Shared::Silent.
/// Threads: any actor's.
class Milestone {
public:
    Milestone(Lab& lab, std::string name)
        : m_lab(lab), m_reached(lab, Shared<std::int64_t>::Silent{}, std::move(name), 0)
    {
    }

    bool reached() noexcept { return m_reached.read() == 1; }
    /// Idle threads then evaluate their condition again.
    void reach() noexcept
    {
        m_reached.write(1);
        m_lab.announce();
    }

private:
    Lab& m_lab;
    Shared<std::int64_t> m_reached;
};

} // namespace threadscape
