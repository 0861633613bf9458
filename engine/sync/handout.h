#pragma once

#include "os/descriptor.h"
#include "record/event.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace threadscape {

/// An object that must repair its state when a process that it was handed to has died.
class Heir {
public:
    virtual ~Heir() = default;
    /// The process with that number (see Actor::member) is dead. Idempotent. Threads: any.
    virtual void bereave(std::uint32_t member) noexcept = 0;
};

/// What a worker process receives of an object that it shares with this one. The descriptors stay this process's.
struct Handout {
    std::vector<int> descriptors;
    ObjectId object = kNoObject;
    std::shared_ptr<Heir> heir{};
    std::uint8_t tag = 0; ///< a number defined by its kind
};

/// The same at the other end: with its own descriptors, and its own number of the object.
struct Handed {
    std::vector<Descriptor> descriptors;
    ObjectId object = kNoObject;
    std::uint8_t tag = 0;
};

} // namespace threadscape
