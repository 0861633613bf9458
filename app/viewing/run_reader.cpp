#include "viewing/run_reader.h"

#include "measure/speedup_study.h"
#include "view/series/values.h"

namespace threadscape {

namespace {

constexpr qint64 kStudyMs = 250; // between two reads of the study

} // namespace

RunReader::RunReader(const Experiment& experiment, const QString& emptySentence, bool onThisMachine)
{
    m_frame.emptySentence = emptySentence;
    m_frame.plannedSeconds = experiment.plannedSeconds();
    m_frame.cores = onThisMachine ? plannedCoreRows() : LaneRows();
    plan(experiment);
}

RunReader::RunReader(std::shared_ptr<const Run> run)
{
    m_frame.shown = std::move(run);
    m_frame.trace = m_frame.shown->trace();
    m_frame.snapshot = m_frame.trace->snapshot();
    m_frame.plannedSeconds = m_frame.shown->plannedSeconds();
    plan(m_frame.shown->experiment());
}

void RunReader::plan(const Experiment& experiment)
{
    for (const LaneGroup& group : experiment.lanes()) {
        const std::string name = group.group.source;
        auto rows = std::ranges::find(m_plannedLanes, name, &LaneRows::group);
        if (rows == m_plannedLanes.end()) // else lanes of another name in the same group
            rows = m_plannedLanes.insert(rows, LaneRows{name, {}});
        for (std::int64_t i = 1; i <= group.count; ++i)
            rows->rows.push_back({laneName(group.prefix, group.naming, i), kNoTrack});
        m_frame.groupWords[name] = group.group;
        m_frame.numberWords[name] = group.number;
    }
    m_frame.lanes = laneRows(m_plannedLanes, Catalogue());
    for (const PlotSpec& spec : experiment.plots()) {
        const bool ofVariable = spec.kind == PlotSpec::Kind::values || spec.kind == PlotSpec::Kind::timeline;
        if (ofVariable && !spec.variable.empty())
            m_variable = spec.variable;
        if (spec.kind == PlotSpec::Kind::values)
            m_frame.bands[spec.variable] = experiment.bands(spec);
    }
    // A speedup experiment has a study from the start: of the planned measurements.
    if (const std::optional<SpeedupStudy> study = experiment.study())
        m_frame.study = std::make_shared<const SpeedupStudy>(*study);
}

RunReader::News RunReader::read(Study study)
{
    News news;
    if (!m_frame.trace)
        return news;
    // The snapshot first: then the lanes contain everything that ended before it.
    const std::shared_ptr<const Snapshot> before = std::exchange(m_frame.snapshot, m_frame.trace->snapshot());
    news.run = !std::exchange(m_read, true) || before != m_frame.snapshot;
    const bool due = study == Study::asMeasured || (study == Study::onceOver && m_frame.snapshot->finished);
    news.study = due && readStudy();
    if (!news.run)
        return news;
    // A changed setting changes the plan. What a measuring run has left is estimated anew all the time: its axis stays.
    if (!m_frame.shown->experiment().measures())
        m_frame.plannedSeconds = m_frame.shown->plannedSeconds();
    const Catalogue& catalogue = m_frame.trace->catalogue();
    // Tracks are only added, never changed.
    if (const std::size_t tracks = catalogue.tracks(); tracks != m_tracksPlaced) {
        m_tracksPlaced = tracks;
        m_frame.lanes = laneRows(m_plannedLanes, catalogue);
    }
    m_frame.tracks = tracksOf(m_frame.lanes);
    m_frame.cores = coreRows(catalogue);
    std::erase_if(m_frame.tracks, [&](TrackId track) { return track >= m_frame.trace->lanes(); });
    if (m_frame.snapshot->finished && !m_patternsFound) {
        m_frame.patterns = findPatterns(*m_frame.trace, *m_frame.snapshot, m_frame.shown->cores());
        m_frame.findings = m_frame.shown->findings();
        m_patternsFound = true;
    }
    return news;
}

// Returns whether there is something new to show.
bool RunReader::readStudy()
{
    if (!m_frame.study || m_studyComplete)
        return false;
    const bool over = m_frame.snapshot->finished;
    if (!over && m_studyRead.isValid() && m_studyRead.elapsed() < kStudyMs)
        return false;
    m_studyRead.start();
    m_studyComplete = over;
    const std::optional<SpeedupStudy> study = m_frame.shown->experiment().study();
    if (!study || *study == *m_frame.study)
        return over;
    m_frame.study = std::make_shared<const SpeedupStudy>(*study);
    return true;
}

std::function<std::optional<EvidencePlace>(Evidence)> RunReader::evidenceFinder() const
{
    if (!m_frame.trace)
        return [](Evidence) { return std::optional<EvidencePlace>(); };
    return [trace = m_frame.trace, snapshot = m_frame.snapshot, tracks = m_frame.tracks,
            variable = m_variable](Evidence evidence) {
        return findEvidence(*trace, *snapshot, tracks,
                            variable.empty() ? kNoObject : findVariable(trace->catalogue(), variable),
                            evidence);
    };
}

} // namespace threadscape
