#include "view/speedup/label_places.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace threadscape {

namespace {

/// Neighbours that would overlap and therefore move together.
struct Cluster {
    double wishes; // of its labels, each minus the heights before it
    std::size_t labels;

    double place() const { return wishes / static_cast<double>(labels); }
};

} // namespace

std::vector<std::optional<double>> stackedLabels(std::span<const LabelWish> wishes, double top, double bottom,
                                                 double gap)
{
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    double needed = -gap;
    for (const LabelWish& wish : wishes)
        needed += wish.height + gap;
    while (!order.empty() && needed > bottom - top) {
        const auto least =
            std::ranges::max_element(order, {}, [&](std::size_t i) { return std::pair(wishes[i].rank, i); });
        needed -= wishes[*least].height + gap;
        order.erase(least);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return wishes[i].middle; });

    // Minus the heights before it, no label may precede its predecessor: isotonic regression, by pooling adjacent
    // violators (M. Ayer and others, 1955).
    std::vector<double> before(order.size());
    std::vector<Cluster> clusters;
    double taken = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const LabelWish& wish = wishes[order[i]];
        before[i] = taken + wish.height / 2;
        taken += wish.height + gap;
        clusters.push_back({wish.middle - before[i], 1});
        while (clusters.size() > 1 && clusters[clusters.size() - 2].place() > clusters.back().place()) {
            const Cluster last = clusters.back();
            clusters.pop_back();
            clusters.back().wishes += last.wishes;
            clusters.back().labels += last.labels;
        }
    }
    std::vector<std::optional<double>> middles(wishes.size());
    std::size_t next = 0;
    for (const Cluster& cluster : clusters)
        for (std::size_t i = 0; i < cluster.labels; ++i, ++next)
            middles[order[next]] =
                std::clamp(cluster.place(), top, std::max(top, bottom - (taken - gap))) + before[next];
    return middles;
}

std::optional<FreePlace> freePlace(std::span<const Box> candidates, std::span<const Dot> dots,
                                   std::span<const Box> taken)
{
    std::optional<FreePlace> best;
    for (const Box& box : candidates) {
        if (std::ranges::any_of(taken, [&](const Box& other) { return box.touches(other); }))
            continue;
        const auto covered =
            std::ranges::count_if(dots, [&](const Dot& dot) { return box.covers(dot.x, dot.y); });
        if (!best || covered < best->covered)
            best = FreePlace{box, covered};
        if (covered == 0)
            break;
    }
    return best;
}

void addDots(std::vector<Dot>& dots, Dot from, Dot to, double step)
{
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int parts = std::max(1, static_cast<int>(std::ceil(length / step)));
    for (int i = 0; i <= parts; ++i) {
        const double share = static_cast<double>(i) / parts;
        dots.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
    }
}

} // namespace threadscape
