#include "lab/files/result_rows.h"

namespace threadscape {

namespace {
using Json = nlohmann::ordered_json;
} // namespace

Json findingRows(const Findings& findings)
{
    struct Visitor {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(const std::vector<std::string>& all) const { return all; }
        Json operator()(const std::vector<std::int64_t>& all) const { return all; }
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(double number) const { return number; }
        Json operator()(bool truth) const { return truth; }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const Text& words) const { return words.english(); }
    };
    Json all = Json::object();
    for (const Finding& finding : findings.all())
        all[finding.name] = Json{{"value", std::visit(Visitor{}, finding.value)}, {"unit", finding.unit}};
    return all;
}

Json lockRow(const LockSummary& lock)
{
    return {{"name", lock.name},
            {"kind", lock.kind},
            {"acquisitions", lock.acquisitions},
            {"contended", lock.contended},
            {"wait_total_s", lock.waitTotalS},
            {"wait_p99_s", lock.waitP99S},
            {"wait_max_s", lock.waitMaxS},
            {"hold_total_s", lock.holdTotalS}};
}

Json trackRow(const TrackSummary& track)
{
    Json states = Json::object();
    for (int s = 0; s < kStates; ++s)
        states[stateName(static_cast<State>(s))] = track.stateS[static_cast<std::size_t>(s)];
    const auto known = [](const std::optional<std::int64_t>& count) {
        return count ? Json(*count) : Json(nullptr);
    };
    Json written{{"name", track.name},
                 {"kind", trackKindName(track.kind)},
                 {"os_id", track.osId},
                 {"daemon", track.daemon},
                 {"alive", track.alive},
                 {"cpu_s", track.cpuS},
                 {"exit_code", track.exitCode ? Json(*track.exitCode) : Json(nullptr)},
                 {"states", states},
                 {"switches",
                  {{"forced", known(track.switchesForced)},
                   {"voluntary", known(track.switchesVoluntary)},
                   {"migrations", known(track.migrations)}}},
                 {"system_ready_s", track.systemReadyS ? Json(*track.systemReadyS) : Json(nullptr)}};
    if (track.core) {
        const auto seconds = [](std::int64_t ns) { return static_cast<double>(ns) / 1e9; };
        written["core"] = {{"own_s", seconds(track.core->ownNs)},
                           {"other_s", seconds(track.core->otherNs)},
                           {"stolen_s", seconds(track.core->stolenNs)},
                           {"idle_s", seconds(track.core->idleNs)}};
    }
    return written;
}

} // namespace threadscape
