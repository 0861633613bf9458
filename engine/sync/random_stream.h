#pragma once

#include <random>

namespace threadscape {

/// The random numbers of one actor, the same in every run of one seed. Threads: the actor's.
struct RandomStream {
    explicit RandomStream(std::seed_seq& seeds) : engine(seeds) {}
    std::mt19937_64 engine;
};

} // namespace threadscape
