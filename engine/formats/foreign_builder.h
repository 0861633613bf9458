#pragma once

#include "formats/chrome_event.h"
#include "formats/foreign_counts.h"
#include "trace/trace_maker.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace threadscape {

/// Builds a trace from Chrome trace events of any program. A lane for each thread that has slices, in the order that the file
/// requests, "process: thread" where there are several processes; slices (`X`, `B` and `E`) as operations in rows (SliceRows),
/// none moved or shortened; counters as variables with the decimals that they have in the file. Such a file does not record
/// whether a thread ran or waited: its state is unknown throughout. Times begin at 0. What is not taken into the trace is
/// counted.
/// Threads: one.
class ForeignBuilder {
public:
    /// `parser` reads the events' texts; both must outlive this.
    explicit ForeignBuilder(ChromeEventParser& parser);

    /// False: the event is invalid, and is left out.
    bool take(const ChromeEvent& event);

    std::shared_ptr<Trace> finish();
    /// After finish().
    const ForeignCounts& counts() const noexcept { return m_counts; }

private:
    /// A slice; while it is read, also one of its ends.
    struct Slice {
        static constexpr std::int64_t kBegins = -1; ///< in place of an end
        static constexpr std::int64_t kEnds = -2;

        std::int64_t startNs = 0;
        std::int64_t endNs = 0;
        ObjectId name = kNoObject;
    };
    struct Process {
        std::string_view pid;
        std::string name;
        std::int64_t sortIndex = 0;
    };
    struct Thread {
        std::size_t process = 0;
        std::string_view tid;
        std::string name;
        std::int64_t sortIndex = 0;
        std::vector<Slice> slices;
    };
    struct CounterPoint {
        std::int64_t atNs = 0;
        double value = 0;
    };
    struct CounterSeries {
        std::size_t process = 0;
        std::string name;
        std::vector<CounterPoint> points;
    };

    std::size_t processOf(std::string_view pid);
    Thread& threadOf(const ChromeEvent& event);
    bool takeSlice(const ChromeEvent& event);
    bool takeName(const ChromeEvent& event);
    bool takeCounter(const ChromeEvent& event);
    void countDetails(const ChromeEvent& event, bool withArgs);
    ObjectId textOf(std::string_view token);

    void pair(Thread& thread);
    static std::size_t begunBy(const Slice& end, const std::vector<std::size_t>& open,
                               const std::vector<Slice>& slices);
    void addLane(TrackId track, Thread& thread, OpenLane& open);
    std::vector<Thread*> lanes();
    std::vector<std::string> laneNames(const std::vector<Thread*>& threads) const;
    void addCounter(CounterSeries& series);
    bool countProcesses() const;
    std::string withProcess(std::size_t process, const std::string& name) const;

    ChromeEventParser& m_parser;
    std::shared_ptr<Catalogue> m_names = std::make_shared<Catalogue>();
    TraceMaker m_maker{m_names};
    ForeignCounts m_counts;
    std::uint64_t m_events = 0;
    bool m_manyProcesses = false; ///< names then begin with the process's
    std::int64_t m_firstNs = INT64_MAX;
    std::int64_t m_lastNs = INT64_MIN;
    std::vector<Process> m_processes;
    std::vector<std::unique_ptr<Thread>> m_threads;
    std::vector<CounterSeries> m_counters;
    Thread* m_last = nullptr; ///< the thread of the last event
    // By the file's ids.
    std::unordered_map<std::string_view, std::size_t> m_processIds;
    std::unordered_map<std::string, std::size_t> m_threadIds;
    std::unordered_map<std::string, std::size_t> m_counterIds;
    std::unordered_map<std::string_view, ObjectId> m_texts;
};

} // namespace threadscape
