#include "view/speedup/found_point.h"

#include <algorithm>

namespace threadscape {

namespace {

constexpr std::string_view kBest = "best_speedup";

/// The backend with that displayed name.
std::optional<Backend> backendOf(const Finding* finding)
{
    const Text* const label = finding != nullptr ? std::get_if<Text>(&finding->value) : nullptr;
    for (int b = 0; label != nullptr && b <= static_cast<int>(kLastBackend); ++b)
        if (*label == Text(backendLabel(static_cast<Backend>(b))))
            return static_cast<Backend>(b);
    return std::nullopt;
}

} // namespace

std::optional<PointId> pointOf(const Findings& findings, std::string_view finding)
{
    if (finding == "sequential_s" && findings.number(finding) > 0)
        return PointId{Backend::sequential, 1, false};
    if (finding != kBest && finding != "best_backend" && finding != "best_jobs")
        return std::nullopt;
    const std::optional<Backend> backend = backendOf(findings.find("best_backend"));
    const auto jobs = static_cast<int>(findings.integer("best_jobs"));
    return backend && jobs > 0 ? std::optional(PointId{*backend, jobs, false}) : std::nullopt;
}

std::optional<PointId> evidencePoint(const Text& answer, const Findings& findings)
{
    for (std::size_t i = 0; i < answer.args().size(); ++i)
        if (answer.findingOf(i) == kBest)
            return pointOf(findings, kBest);
    return std::nullopt;
}

} // namespace threadscape
