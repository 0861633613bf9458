#include "lab/blocked.h"

#include <algorithm>

namespace threadscape {

std::vector<std::string> Blocked::cycle() const
{
    std::vector<std::string> names;
    if (kind != Standstill::Kind::stall)
        for (const Link& link : links) {
            names.push_back(link.waiter);
            names.push_back(link.lock);
        }
    return names;
}

Blocked blockedBy(const Standstill& standstill, const Catalogue& catalogue)
{
    constexpr double kNsPerMs = 1e6;
    Blocked blocked;
    blocked.kind = standstill.kind;
    blocked.waiting = standstill.waiting;
    blocked.foundAfterMs = static_cast<double>(ticksNow() - standstill.since) / ticksPerNs() / kNsPerMs;
    for (const WaitForEdge& edge : standstill.edges)
        blocked.links.push_back({catalogue.track(edge.waiter).name, catalogue.object(edge.lock).name,
                                 catalogue.track(edge.holder).name, edge.holderEnded});
    return blocked;
}

Text blockedInWords(const Blocked& blocked)
{
    const auto& links = blocked.links;
    if (blocked.kind == Standstill::Kind::stall) {
        const auto left = std::find_if(links.begin(), links.end(),
                                       [](const Blocked::Link& link) { return link.holderEnded; });
        if (left != links.end())
            return Text(TS_TEXT("runner", "%1 waits for %2, which nobody will release: %3 holds it, and has "
                                          "ended."))
                .arg(NameArg{left->waiter})
                .arg(NameArg{left->lock})
                .arg(NameArg{left->holder});
        return Text(TS_PLURAL("runner", "All %n threads wait, and nobody is left to wake them."))
            .count(static_cast<std::int64_t>(blocked.waiting));
    }
    const Blocked::Link& first = links.front();
    if (links.size() == 1)
        return Text(TS_TEXT("runner", "%1 waits for %2, which it holds itself."))
            .arg(NameArg{first.waiter})
            .arg(NameArg{first.lock});
    // Each waiter holds what the previous one wants.
    if (links.size() == 2)
        return Text(TS_TEXT("runner", "%1 holds %2 and wants %3; %4 holds %3 and wants %2."))
            .arg(NameArg{first.waiter})
            .arg(NameArg{links.back().lock})
            .arg(NameArg{first.lock})
            .arg(NameArg{first.holder});
    std::vector<std::string> circle;
    circle.reserve(links.size() + 1);
    for (const Blocked::Link& link : links)
        circle.push_back(link.waiter);
    circle.push_back(first.waiter);
    return Text(TS_PLURAL("runner",
                          "%n threads wait in a circle, each for a lock that the next one holds: %1."))
        .arg(ChainArg{std::move(circle)})
        .count(static_cast<std::int64_t>(links.size()));
}

std::optional<Text> bothOrdersInWords(const LockOrder& order, const Catalogue& catalogue)
{
    std::vector<LockOrder::BothOrders> pairs = order.bothOrders();
    std::erase_if(pairs, [&](const LockOrder::BothOrders& pair) {
        return !isLock(catalogue.object(pair.first).kind) || !isLock(catalogue.object(pair.second).kind);
    });
    if (pairs.empty())
        return std::nullopt;
    const LockOrder::BothOrders& first = pairs.front();
    return Text(TS_PLURAL("runner",
                          "%n pairs of locks were taken in both orders, which can deadlock: %1 took "
                          "%2 before %3, and %4 took %3 before %2."))
        .arg(NameArg{catalogue.track(first.firstThenSecond).name})
        .arg(NameArg{catalogue.object(first.first).name})
        .arg(NameArg{catalogue.object(first.second).name})
        .arg(NameArg{catalogue.track(first.secondThenFirst).name})
        .count(static_cast<std::int64_t>(pairs.size()));
}

} // namespace threadscape
