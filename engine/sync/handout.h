#pragma once

#include "os/descriptor.h"
#include "record/event.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace threadscape {

/// Who has something to put right when a process that it was handed to has died.
class Heir {
public:
    virtual ~Heir() = default;
    /// The process with that number (see Actor::member) is dead. Again: nothing. Threads: any.
    virtual void bereave(std::uint32_t member) noexcept = 0;
};

/// What a worker process is given of something that it shares with this one. The descriptors stay ours.
struct Handout {
    std::vector<int> descriptors;
    ObjectId object = kNoObject;
    std::shared_ptr<Heir> heir{};
    std::uint8_t tag = 0; ///< a number that means something to its kind
};

/// The same at the other end: descriptors of its own, and its own number of the object.
struct Handed {
    std::vector<Descriptor> descriptors;
    ObjectId object = kNoObject;
    std::uint8_t tag = 0;
};

} // namespace threadscape
