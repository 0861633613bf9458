#include "lab/run/foreign_trace.h"

#include "lab/files/text_json.h"
#include "lab/run/build_info.h"

#include <algorithm>

namespace threadscape {

namespace {

constexpr std::size_t kMostValuePlots = 3;
constexpr const char* kFileFinding = "file";

// Names come from the file, and are not translated.
Template dataTemplate(const std::string& text)
{
    return templateFrom({{"context", "file"}, {"source", text}});
}

// Those with the most to show, in the order of the file.
std::vector<ObjectId> plottedVariables(const Trace& trace)
{
    std::vector<ObjectId> variables;
    for (std::size_t o = 0; o < trace.objects(); ++o)
        if (trace.object(static_cast<ObjectId>(o)).values.size() > 0)
            variables.push_back(static_cast<ObjectId>(o));
    std::ranges::stable_sort(variables, std::greater<>(),
                             [&](ObjectId o) { return trace.object(o).values.size(); });
    variables.resize(std::min(variables.size(), kMostValuePlots));
    std::ranges::sort(variables);
    return variables;
}

std::vector<PlotSpec> plotsOf(const Trace& trace)
{
    std::vector<PlotSpec> plots;
    constexpr double kTimelineShare = 3;
    if (trace.lanes() > 0)
        plots.push_back({.kind = PlotSpec::Kind::timeline, .share = kTimelineShare});
    for (const ObjectId variable : plottedVariables(trace)) {
        const std::string& name = trace.catalogue().object(variable).name;
        plots.push_back({.kind = PlotSpec::Kind::values, .variable = name, .title = dataTemplate(name)});
    }
    return plots;
}

Text answerOf(const ForeignCounts& counts, std::int64_t lengthNs)
{
    if (counts.slices == 0)
        return Text(TS_PLURAL("trace", "%n values of counters in %1, recorded elsewhere."))
            .arg(DurationArg{lengthNs})
            .count(static_cast<std::int64_t>(counts.values));
    return Text(TS_PLURAL("trace", "%n slices in %1, recorded elsewhere. Whether a thread ran or waited "
                                   "meanwhile is not in the file."))
        .arg(DurationArg{lengthNs})
        .count(static_cast<std::int64_t>(counts.slices));
}

Findings findingsOf(const ForeignCounts& counts, const Trace& trace, const std::string& name)
{
    const auto whole = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
    Findings findings;
    findings.add(kFileFinding, TS_TEXT("trace", "File"), name);
    findings.add("slices", TS_TEXT("trace", "Slices"), whole(counts.slices));
    findings.add("threads", TS_TEXT("trace", "Threads"), whole(trace.lanes()));
    findings.add("counters", TS_TEXT("trace", "Counters"), whole(trace.objects()));
    if (counts.deeper > 0)
        findings.add("deeper", TS_TEXT("trace", "Too deep to be drawn"), whole(counts.deeper));
    if (counts.notShown > 0)
        findings.add("not_shown", TS_TEXT("trace", "Events of other kinds, not shown"),
                     whole(counts.notShown));
    return findings;
}

} // namespace

ForeignTrace::ForeignTrace(Template fileName, std::vector<PlotSpec> plots)
    : Experiment({kId, TS_TEXT("trace", "Traces"), TS_TEXT("trace", "Trace"), fileName}),
      m_plots(std::move(plots))
{
}

std::unique_ptr<Experiment> ForeignTrace::of(const Recording& recording)
{
    const Finding* file = recording.result.findings.find(kFileFinding);
    const auto* name = file != nullptr ? std::get_if<std::string>(&file->value) : nullptr;
    return std::make_unique<ForeignTrace>(dataTemplate(name != nullptr ? *name : std::string()),
                                          plotsOf(*recording.trace));
}

std::optional<Error> ForeignTrace::brokenRule() const
{
    return Error{TS_TEXT("trace", "This trace was recorded elsewhere: it cannot be run.")};
}

Recording recordingOfForeign(const std::shared_ptr<const Trace>& trace, const ForeignCounts& counts,
                             const std::string& name)
{
    Recording recording;
    recording.trace = trace;
    recording.elapsedNs = trace->snapshot()->nowNs;
    RunResult& result = recording.result;
    result.experiment = ForeignTrace::kId;
    result.seconds = static_cast<double>(recording.elapsedNs) / 1e9;
    result.outcome = Outcome::finished;
    result.answer = answerOf(counts, recording.elapsedNs);
    result.machine.cores = 0; // not known
    result.build = build();
    result.version = version();
    result.schedulerSource = "none";
    result.findings = findingsOf(counts, *trace, name);
    result.tracks = summariseTracks(*trace);
    result.events = trace->events();
    return recording;
}

} // namespace threadscape
