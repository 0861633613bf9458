#include "exec/team_job.h"

#include <array>

namespace threadscape {

#define TS_TEAM_JOB(name, function)                                                                          \
    std::vector<std::byte> function(WorkerContext& context, ProcessValue& next,                              \
                                    std::span<const std::byte> arguments);
#include "exec/team_list.def"
#undef TS_TEAM_JOB

namespace {

struct NamedJob {
    std::string_view name;
    TeamJob job;
};

constexpr std::array kJobs{
#define TS_TEAM_JOB(name, function) NamedJob{name, &function},
#include "exec/team_list.def"
#undef TS_TEAM_JOB
};

} // namespace

std::optional<std::uint16_t> findTeamJob(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < kJobs.size(); ++i)
        if (kJobs[i].name == name)
            return static_cast<std::uint16_t>(i);
    return std::nullopt;
}

TeamJob teamJobAt(std::size_t index) noexcept
{
    return index < kJobs.size() ? kJobs[index].job : nullptr;
}

} // namespace threadscape
