#include "lab/run/foreign_trace.h"

#include "formats/slice_rows.h"
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

std::int64_t whole(std::uint64_t count)
{
    return static_cast<std::int64_t>(count);
}

std::size_t variablesOf(const Trace& trace)
{
    std::size_t variables = 0;
    for (std::size_t o = 0; o < trace.objects(); ++o)
        variables += trace.object(static_cast<ObjectId>(o)).values.size() > 0 ? 1 : 0;
    return variables;
}

Text answerOf(const ForeignCounts& counts, std::int64_t lengthNs)
{
    if (counts.slices == 0)
        return Text(TS_PLURAL("trace", "%n values of counters in %1, recorded elsewhere."))
            .arg(DurationArg{lengthNs})
            .count(whole(counts.values));
    if (counts.slicesDrawn() < counts.slices)
        return Text(TS_PLURAL("trace", "%1 of %n slices in %2, recorded elsewhere, are drawn. Whether a "
                                       "thread ran or waited meanwhile is not in the file."))
            .arg(counts.slicesDrawn())
            .arg(DurationArg{lengthNs})
            .count(whole(counts.slices));
    return Text(TS_PLURAL("trace", "%n slices in %1, recorded elsewhere. Whether a thread ran or waited "
                                   "meanwhile is not in the file."))
        .arg(DurationArg{lengthNs})
        .count(whole(counts.slices));
}

/// What of the file is not in the picture, or not as in the file: a sentence each.
std::vector<Text> omissionsOf(const ForeignCounts& counts, const Trace& trace)
{
    std::vector<Text> omissions;
    const auto say = [&omissions](std::uint64_t count, Template sentence, auto... args) {
        if (count == 0)
            return;
        Text text(sentence);
        (text.add(args), ...);
        omissions.push_back(std::move(text).count(whole(count)));
    };
    static_assert(SliceRows::kRows == 4, "the sentence below says four");
    say(counts.deeper, TS_PLURAL("trace", "%n slices are not drawn: they lie deeper than four levels."));
    say(counts.ofThreads, TS_PLURAL("trace", "%n slices are not drawn: there are more than %1 threads."),
        kNoTrack - 1);
    say(counts.overlapping, TS_PLURAL("trace", "The slices are not properly nested: %n of them begin within "
                                               "another one of their thread and end after it."));
    say(counts.async, TS_PLURAL("trace", "%n async events are not drawn."));
    say(counts.instants, TS_PLURAL("trace", "%n instants are not drawn."));
    say(counts.flows, TS_PLURAL("trace", "%n flow events are not drawn."));
    say(counts.others, TS_PLURAL("trace", "%n events of other kinds are not drawn."));
    say(counts.ends, TS_PLURAL("trace", "%n ends of slices are not drawn: they have no begin."));
    say(counts.nameless,
        TS_PLURAL("trace", "%n slices are drawn without their names: there are too many different ones."));
    const std::size_t variables = variablesOf(trace);
    say(variables > kMostValuePlots ? variables : 0, TS_PLURAL("trace", "%1 of %n counters are drawn."),
        kMostValuePlots);
    say(counts.valuesLost, TS_PLURAL("trace", "%n values of counters are not drawn: they are no numbers, or "
                                              "too large."));
    say(counts.rounded, TS_PLURAL("trace", "%n values of counters are rounded: others of the same counter "
                                           "are far larger."));
    return omissions;
}

Findings findingsOf(const ForeignCounts& counts, const Trace& trace, const std::string& name)
{
    Findings findings;
    findings.add(kFileFinding, TS_TEXT("trace", "File"), name);
    findings.add("slices", TS_TEXT("trace", "Slices"), whole(counts.slices));
    findings.add("threads", TS_TEXT("trace", "Threads"), whole(trace.lanes()));
    findings.add("counters", TS_TEXT("trace", "Counters"), whole(trace.objects()));
    const auto addIfAny = [&findings](const char* key, Template label, std::uint64_t count) {
        if (count > 0)
            findings.add(key, label, whole(count));
    };
    addIfAny("deeper", TS_TEXT("trace", "Too deep to be drawn"), counts.deeper);
    addIfAny("threads_not_shown", TS_TEXT("trace", "Threads, not shown"), counts.threads);
    addIfAny("overlapping", TS_TEXT("trace", "Overlapping slices"), counts.overlapping);
    addIfAny("async_events", TS_TEXT("trace", "Async events, not shown"), counts.async);
    addIfAny("instants", TS_TEXT("trace", "Instants, not shown"), counts.instants);
    addIfAny("flow_events", TS_TEXT("trace", "Flow events, not shown"), counts.flows);
    addIfAny("not_shown", TS_TEXT("trace", "Events of other kinds, not shown"), counts.others + counts.ends);
    addIfAny("values_not_shown", TS_TEXT("trace", "Values of counters, not shown"), counts.valuesLost);
    addIfAny("with_details", TS_TEXT("trace", "Events with hidden details"), counts.withDetails);
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
    result.warnings = omissionsOf(counts, *trace);
    result.machine.cores = 0; // not known
    result.build = build();
    result.version = version();
    result.schedulerSource = "none";
    result.findings = findingsOf(counts, *trace, name);
    result.tracks = summariseTracks(*trace);
    result.events = trace->events();
    if (!counts.complete())
        recording.unsavable = partOf(name);
    return recording;
}

Text partOf(const std::string& name)
{
    return Text(TS_TEXT("trace", "Only a part of %1 is shown, so that it would be another trace if it were "
                                 "saved from here. Keep the file itself."))
        .arg(name);
}

} // namespace threadscape
