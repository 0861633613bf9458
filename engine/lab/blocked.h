#pragma once

#include "base/text.h"
#include "record/catalogue.h"
#include "sync/lock_order.h"
#include "sync/wait_for_graph.h"

#include <optional>
#include <string>
#include <vector>

namespace threadscape {

/// Why a run is blocked, with the names of the waiting threads.
struct Blocked {
    /// `waiter` waits for `lock`, which `holder` holds.
    struct Link {
        std::string waiter;
        std::string lock;
        std::string holder;
        bool holderEnded = false;
    };
    Standstill::Kind kind = Standstill::Kind::deadlock;
    std::vector<Link> links; ///< deadlock, selfWait: the cycle, in order
    std::size_t waiting = 0;
    double foundAfterMs = 0; ///< since the start of the cycle's last wait

    /// Threads and locks in order, each thread waiting for the next lock, which the next thread holds: "Thread-1", "Account 2",
    /// "Thread-2", "Account 1"; of a thread that waits for itself: "Thread-1", "Account 2". Empty for a stall.
    std::vector<std::string> cycle() const;
};

/// Names come from `catalogue`; foundAfterMs counts to now.
Blocked blockedBy(const Standstill& standstill, const Catalogue& catalogue);

/// One sentence: which thread holds and which wants each lock.
Text blockedInWords(const Blocked& blocked);

/// One sentence about the locks that were taken in both orders; nothing when there are none.
std::optional<Text> bothOrdersInWords(const LockOrder& order, const Catalogue& catalogue);

} // namespace threadscape
