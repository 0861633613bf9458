#pragma once

#include "viewing/run_frame.h"

#include <QElapsedTimer>

namespace threadscape {

/// Keeps a frame up to date with a run. Threads: the GUI thread.
class RunReader {
public:
    RunReader() = default;
    /// The next run: the lanes it will have, and one sentence. `experiment` is not stored. `onThisMachine`: with the
    /// lanes of its cores.
    RunReader(const Experiment& experiment, const QString& emptySentence, bool onThisMachine);
    /// A run, which is shared.
    explicit RunReader(std::shared_ptr<const Run> run);

    const RunFrame& frame() const { return m_frame; }
    /// What does not come from the run itself.
    RunFrame& frame() { return m_frame; }

    /// What of a frame has changed.
    struct News {
        bool run = false;   ///< there is a newer snapshot
        bool study = false; ///< a speedup has measured more
    };
    enum class Study : std::uint8_t { leave, onceOver, asMeasured };
    /// Updates the frame. A study is copied whole, which is expensive: `asMeasured` a few times a second, and once after
    /// the end, `onceOver` only then.
    News read(Study study);

    /// Finds where a finding can be seen in the run, if anywhere. For any thread, since a long run takes a while to
    /// search; shares the run.
    std::function<std::optional<EvidencePlace>(Evidence)> evidenceFinder() const;

private:
    void plan(const Experiment& experiment);
    bool readStudy();

    RunFrame m_frame;
    std::vector<LaneRows> m_plannedLanes;
    std::string m_variable;         // whose values are drawn, if any
    std::size_t m_tracksPlaced = 0; // the number of the run's tracks that are in the lanes
    bool m_read = false;
    bool m_patternsFound = false;
    QElapsedTimer m_studyRead;
    bool m_studyComplete = false; // it will not change any more
};

} // namespace threadscape
