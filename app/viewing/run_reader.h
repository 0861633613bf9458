#pragma once

#include "viewing/run_frame.h"

#include <QElapsedTimer>

namespace threadscape {

/// Keeps a frame at what a run has come to. Threads: the GUI thread.
class RunReader {
public:
    RunReader() = default;
    /// A run that is to come: the lanes it will have, and one sentence. `experiment` is only read here. `onThisMachine`:
    /// with the lanes of its cores.
    RunReader(const Experiment& experiment, const QString& emptySentence, bool onThisMachine);
    /// A run, which is kept alive.
    explicit RunReader(std::shared_ptr<const Run> run);

    const RunFrame& frame() const { return m_frame; }
    /// What does not come from the run itself.
    RunFrame& frame() { return m_frame; }

    /// What of a frame is new.
    struct News {
        bool run = false;   ///< there is a snapshot that was not in it
        bool study = false; ///< what a speedup has measured is more
    };
    enum class Study : std::uint8_t { leave, onceOver, asMeasured };
    /// Takes in what the run has come to. A study is copied whole, which takes a while: `asMeasured` a few times a second, and
    /// once after the end, `onceOver` only then.
    News read(Study study);

    /// Where a finding can be seen in the run, if anywhere. For any thread, since a long run takes a while to search; keeps the run.
    std::function<std::optional<EvidencePlace>(Evidence)> evidenceFinder() const;

private:
    void plan(const Experiment& experiment);
    bool readStudy();

    RunFrame m_frame;
    std::vector<LaneRows> m_plannedLanes;
    std::string m_variable;         // whose values are drawn, if any are
    std::size_t m_tracksPlaced = 0; // so many of the run's tracks are in the lanes
    bool m_read = false;
    bool m_patternsFound = false;
    QElapsedTimer m_studyRead;
    bool m_studyComplete = false; // nothing will be new in it
};

} // namespace threadscape
